package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.LineSorter;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Checks that whatever a graph points to below {@code <base>id/} is described in some graph of the release.
 *
 * <p>Memory: that of a {@link LineSorter}; one pass over the graph, then one over the graphs that describe its targets.
 */
final class InternalLinks implements Closeable {
    private static final byte[] NONE = {};

    private final byte[] things;
    private final LineSorter references;
    private byte[] lastTarget = NONE;

    InternalLinks(String base, Path work) {
        things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
        references = new LineSorter(work);
    }

    /**
     * Raises {@code dangling-link} once for each thing that the graph points to and no graph describes.
     *
     * @param graphs all graphs of the release
     */
    void check(Path graph, Collection<GraphFile> graphs, Consumer<Finding> findings) throws IOException {
        try (LineReader lines = new LineReader(graph)) {
            while (lines.next()) {
                collect(lines.buffer(), lines.start(), lines.end());
            }
        }
        List<GraphFile.Subjects> likely = new ArrayList<>();
        graphs.forEach(file -> likely.add(file.subjects()));
        lastTarget = NONE;
        references.drain((bytes, start, end) -> {
            int targetEnd = indexOfSpace(bytes, start) + 1;
            if (!Arrays.equals(bytes, start, targetEnd, lastTarget, 0, lastTarget.length)) {
                lastTarget = Arrays.copyOfRange(bytes, start, targetEnd);
                if (!isDescribed(lastTarget, likely)) {
                    findings.accept(dangling(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
                }
            }
        });
    }

    /** Moves the graph that describes it to the front: the next one is likely there too. */
    private static boolean isDescribed(byte[] target, List<GraphFile.Subjects> likely) {
        for (int i = 0; i < likely.size(); i++) {
            if (likely.get(i).contains(target)) {
                Collections.swap(likely, 0, i);
                return true;
            }
        }
        return false;
    }

    /** Turns the line around if its object is one of our things: {@code object predicate subject}. */
    private void collect(byte[] line, int start, int end) throws IOException {
        int predicate = indexOfSpace(line, start) + 1;
        int object = indexOfSpace(line, predicate) + 1;
        if (!startsWithThings(line, object, end)) {
            return;
        }
        int objectEnd = indexOfSpace(line, object);
        if (Arrays.equals(line, object, objectEnd, lastTarget, 0, lastTarget.length)) {
            return;
        }
        lastTarget = Arrays.copyOfRange(line, object, objectEnd);
        references.write(line, object, objectEnd + 1 - object);
        references.write(line, predicate, object - predicate);
        references.write(line, start, predicate - start);
        references.write(new byte[] {'.', '\n'}, 0, 2);
    }

    private boolean startsWithThings(byte[] line, int object, int end) {
        return object + things.length < end
                && Arrays.equals(line, object, object + things.length, things, 0, things.length);
    }

    private static int indexOfSpace(byte[] line, int from) {
        int at = from;
        while (line[at] != ' ') {
            at++;
        }
        return at;
    }

    private static Finding dangling(String line) {
        Quad reversed = NQuads.parse(line);
        String target = reversed.subject().text();
        List<String> values =
                List.of(reversed.object().text(), reversed.predicate().value());
        return new Finding(
                "dangling-link",
                Severity.WARNING,
                new Place.OfThing(target, ""),
                new Text(
                        "<%s> points to it by <%s>, but nothing describes it".formatted(values.toArray()),
                        "<%s> y renvoie par <%s>, mais rien ne le décrit".formatted(values.toArray())),
                new Text(
                        "publish what describes it, or correct the template that makes its address",
                        "publiez ce qui le décrit, ou corrigez le modèle qui forme son adresse"));
    }

    @Override
    public void close() throws IOException {
        references.close();
    }
}
