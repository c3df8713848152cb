package fr.pleiade.release;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an index finds the terms of the graphs' files and gives their values back; counts would not tell, for an index counts numbers
 * of terms.
 *
 * <p>Of each graph the first triples with an IRI, a text and a literal with a datatype are looked up by their terms; and each number that
 * may be too long for TDB2 is compared with what comes back. Time: one pass over each file. Memory: the long numbers of one property of
 * one thing. One for each {@link Store}, opened for it: TDB2 remembers terms that it was asked for.
 */
public final class IndexedTerms {
    /** TDB2 keeps any number of at most so many characters as it is: an integer in 56 bits, a decimal's digits in 48. */
    private static final int SHORT = 16;

    private static final byte[] XSD = ("\"^^<" + Vocabulary.XSD).getBytes(StandardCharsets.US_ASCII);
    private static final byte[] DATE = "date".getBytes(StandardCharsets.US_ASCII);

    private final Store store;
    private final List<Quad> samples = new ArrayList<>();
    private final List<Quad> numbers = new ArrayList<>();
    private byte[] property = new byte[0];

    public IndexedTerms(Store store) {
        this.store = store;
    }

    /** What is wrong, and what to do about it. */
    public record Problem(String found, String advice) {}

    /** {@return the first fault of the index, if there is one; to be asked once} */
    public Optional<Problem> problem(List<Path> graphFiles) throws IOException {
        for (Path file : graphFiles) {
            Optional<Problem> lost = read(file);
            if (lost.isPresent()) {
                return lost;
            }
        }
        return samples.stream()
                .filter(sample -> !store.has(sample))
                .findFirst()
                .map(sample -> new Problem(
                        "the index does not find this triple of a graph's file by its terms: " + sample.toNQuads(),
                        "publish with --loader jena, which makes it with Jena's own loader"));
    }

    private Optional<Problem> read(Path file) throws IOException {
        Set<Kind> seen = EnumSet.noneOf(Kind.class);
        try (LineReader lines = new LineReader(file)) {
            while (lines.next()) {
                QuadLine line = lines.quad();
                Kind kind = kind(line);
                if (kind != Kind.BLANK_NODE && !seen.contains(kind)) {
                    seen.add(kind);
                    samples.add(line.quad());
                }
                if (kind == Kind.TYPED && isLongNumber(line)) {
                    Optional<Problem> lost = lines.begins(property) ? Optional.empty() : lost();
                    if (lost.isPresent()) {
                        return lost;
                    }
                    property = line.property();
                    numbers.add(line.quad());
                }
            }
        }
        return lost();
    }

    private enum Kind {
        IRI,
        BLANK_NODE,
        /** A literal with a datatype. */
        TYPED,
        /** A literal without one. */
        TEXT
    }

    private static Kind kind(QuadLine line) {
        if (line.isIri(QuadLine.OBJECT)) {
            return Kind.IRI;
        }
        if (line.isBlankNode(QuadLine.OBJECT)) {
            return Kind.BLANK_NODE;
        }
        return line.bytes()[line.end(QuadLine.OBJECT) - 1] == '>' ? Kind.TYPED : Kind.TEXT;
    }

    /** {@return whether a literal with a datatype of XML Schema, but no date, is longer than what TDB2 surely keeps} */
    private static boolean isLongNumber(QuadLine line) {
        int quote = line.closingQuote();
        if (quote - line.start(QuadLine.OBJECT) - 1 <= SHORT) {
            return false;
        }
        byte[] bytes = line.bytes();
        int end = line.end(QuadLine.OBJECT);
        int name = quote + XSD.length;
        return name < end
                && Arrays.equals(bytes, quote, name, XSD, 0, XSD.length)
                && !Arrays.equals(bytes, name, Math.min(name + DATE.length, end), DATE, 0, DATE.length);
    }

    /** Compares the numbers of one property of one thing, and forgets them. */
    private Optional<Problem> lost() {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        Quad first = numbers.get(0);
        Optional<Term> lost =
                store.lost(first, numbers.stream().map(Quad::object).toList());
        numbers.clear();
        return lost.map(literal -> new Problem(
                "the index gives %s, the %s of %s, back as another value"
                        .formatted(
                                literal.toNTriples(),
                                first.predicate().toNTriples(),
                                first.subject().toNTriples()),
                "map it with a datatype that can hold it, such as xsd:string, or publish with --loader own"));
    }
}
