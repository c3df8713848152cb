package fr.pleiade.release.inverse;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Vocabulary;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes {@code inverse/<slug>.nt} of a release out of a graph's file: sorted lines {@code object predicate subject .} of those triples
 * that are looked up by their object.
 *
 * <p>These are: what points to a thing below {@code <base>id/}, or to a {@code #} part of one, but not from the thing's own parts; what
 * has an {@code adms:identifier}; and literals that are codes, without their datatypes: values of {@code skos:notation} and of the
 * properties that the vocabulary names with {@code link:key}. Blank nodes have the labels of the graph's file.
 *
 * <p>Memory: that of a {@link LineSorter}; one pass over the graph.
 */
public final class InverseFile implements Closeable {
    private static final String KEY = Vocabulary.LINK + "key";
    private static final byte[] IDENTIFIER = term(Vocabulary.ADMS + "identifier");
    private static final byte[] NONE = {};
    private static final byte[] SPACE = {' '};
    private static final byte[] END = {'.', '\n'};

    private final byte[] things;
    private final List<byte[]> codes;
    private final LineSorter sorter;
    private byte[] lastTarget = NONE;

    /**
     * @param base the site's base
     * @param codes the properties whose values are codes, as {@link #codes} finds them
     * @param work a folder for what does not fit in memory
     */
    public InverseFile(String base, Set<String> codes, Path work) {
        this.things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
        this.codes = codes.stream().map(InverseFile::term).toList();
        this.sorter = new LineSorter(work);
    }

    /** {@return where a release has the file of a graph} */
    public static Path of(Path release, String slug) {
        return release.resolve(Inverse.FOLDER).resolve(slug + ".nt");
    }

    /** {@return the properties whose values are codes: {@code skos:notation}, and those that a graph of vocabularies names with {@code link:key}} */
    public static Set<String> codes(Path vocabulary) throws IOException {
        Set<String> codes = new TreeSet<>(Set.of(Vocabulary.SKOS + "notation"));
        byte[] key = term(KEY);
        try (LineReader lines = new LineReader(vocabulary)) {
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (line.is(QuadLine.PREDICATE, key) && line.isIri(QuadLine.OBJECT)) {
                    codes.add(line.term(QuadLine.OBJECT).text());
                }
            }
        }
        return codes;
    }

    /** Told of each thing below {@code <base>id/} that the graph points to, in ascending order. */
    @FunctionalInterface
    public interface Targets {
        /** @param line a line {@code thing predicate subject .}; valid during the call */
        void pointedTo(QuadLine line) throws IOException;
    }

    /** Turns a graph around, and tells what it points to. */
    public void write(Path graph, Path file, Targets targets) throws IOException {
        try (LineReader lines = new LineReader(graph)) {
            while (lines.next()) {
                collect(lines.quad());
            }
        }
        lastTarget = NONE;
        QuadLine reversed = new QuadLine();
        Files.createDirectories(file.resolveSibling("."));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            sorter.drain((bytes, start, end) -> {
                if (bytes[start] == '"' || isKept(reversed.at(bytes, start, end))) {
                    out.write(bytes, start, end - start);
                    out.write('\n');
                }
                if (bytes[start] != '"' && reversed.begins(QuadLine.SUBJECT, things) && isNew(reversed)) {
                    targets.pointedTo(reversed);
                }
            });
        }
    }

    private boolean isNew(QuadLine reversed) {
        if (reversed.is(QuadLine.SUBJECT, lastTarget)) {
            return false;
        }
        lastTarget = reversed.copy(QuadLine.SUBJECT);
        return true;
    }

    private boolean isKept(QuadLine reversed) {
        return reversed.is(QuadLine.PREDICATE, IDENTIFIER)
                || reversed.isIri(QuadLine.OBJECT) && !isOwnPart(reversed, QuadLine.OBJECT, QuadLine.SUBJECT);
    }

    private void collect(QuadLine line) throws IOException {
        if (line.isLiteral(QuadLine.OBJECT)) {
            if (isCode(line)) {
                turn(line, endOfText(line));
            }
        } else if (line.begins(QuadLine.OBJECT, things)) {
            boolean isOnlyATarget = !line.isIri(QuadLine.SUBJECT) || isOwnPart(line, QuadLine.SUBJECT, QuadLine.OBJECT);
            if (!isOnlyATarget || !line.is(QuadLine.OBJECT, lastTarget)) {
                lastTarget = isOnlyATarget ? line.copy(QuadLine.OBJECT) : lastTarget;
                turn(line, line.end(QuadLine.OBJECT));
            }
        } else if (line.is(QuadLine.PREDICATE, IDENTIFIER)) {
            turn(line, line.end(QuadLine.OBJECT));
        }
    }

    /** {@return whether the object is a literal without a language, and the property is one of codes} */
    private boolean isCode(QuadLine line) {
        for (byte[] code : codes) {
            if (line.is(QuadLine.PREDICATE, code)) {
                byte last = line.bytes()[line.end(QuadLine.OBJECT) - 1];
                return last == '"' || last == '>';
            }
        }
        return false;
    }

    /** {@return where the text of a literal ends, its quotes included} */
    private static int endOfText(QuadLine line) {
        int end = line.end(QuadLine.OBJECT);
        while (line.bytes()[end - 1] != '"') {
            end--;
        }
        return end;
    }

    /** {@return whether the one term is a {@code #} fragment of the other} */
    private static boolean isOwnPart(QuadLine line, int part, int whole) {
        int length = line.end(whole) - line.start(whole) - 1;
        int start = line.start(part);
        return line.end(part) - start > length
                && line.bytes()[start + length] == '#'
                && Arrays.equals(
                        line.bytes(), start, start + length, line.bytes(), line.start(whole), line.end(whole) - 1);
    }

    /** @param end where that of the object ends which is looked for */
    private void turn(QuadLine line, int end) throws IOException {
        sorter.write(line.bytes(), line.start(QuadLine.OBJECT), end - line.start(QuadLine.OBJECT));
        sorter.write(SPACE, 0, SPACE.length);
        for (int term = QuadLine.PREDICATE; term >= QuadLine.SUBJECT; term--) {
            sorter.write(line.bytes(), line.start(term), line.end(term) + 1 - line.start(term)); // and its space
        }
        sorter.write(END, 0, END.length);
    }

    private static byte[] term(String iri) {
        return ("<" + iri + ">").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }
}
