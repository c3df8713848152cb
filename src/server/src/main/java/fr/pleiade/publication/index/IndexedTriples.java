package fr.pleiade.publication.index;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Term;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts how many triples an index has of a graph: as many as the graph's file has lines, less those that say the same of a thing in
 * another spelling, such as {@code "7"} and {@code "007"} of type {@code xsd:integer}.
 *
 * <p>In the sorted file the values of one property of one thing come together. Only where some of them can be spelled in several ways
 * are they made into terms. Time: one pass. Memory: the values of one property of one thing.
 */
final class IndexedTriples {
    private final List<String> literals = new ArrayList<>();
    private byte[] property = new byte[0];
    private boolean canMerge;
    private long triples;

    private IndexedTriples() {}

    static long count(Path graph) throws IOException {
        IndexedTriples indexed = new IndexedTriples();
        try (LineReader lines = new LineReader(graph)) {
            while (lines.next()) {
                indexed.see(lines);
            }
        }
        indexed.endProperty();
        return indexed.triples;
    }

    private void see(LineReader lines) {
        if (property.length == 0 || !lines.begins(property)) {
            endProperty();
            property = lines.quad().property();
        }
        triples++;
        if (lines.buffer()[lines.start() + property.length] == '"') {
            QuadLine line = lines.quad();
            canMerge |= hasSpellings(line);
            literals.add(line.text());
        }
    }

    private void endProperty() {
        if (canMerge && literals.size() > 1) {
            List<Term> terms =
                    literals.stream().map(line -> QuadLine.parse(line).object()).toList();
            triples -= terms.size() - Store.distinct(terms);
        }
        literals.clear();
        canMerge = false;
    }

    /** {@return whether the literal has a datatype, an escape, or a language that is not two small letters} */
    private static boolean hasSpellings(QuadLine line) {
        byte[] bytes = line.bytes();
        int end = line.end(QuadLine.OBJECT);
        for (int i = line.start(QuadLine.OBJECT); i < end; i++) {
            if (bytes[i] == '\\') {
                return true;
            }
        }
        boolean inSmallLanguage = bytes[end - 4] == '"'
                && bytes[end - 3] == '@'
                && isSmallLetter(bytes[end - 2])
                && isSmallLetter(bytes[end - 1]);
        return bytes[end - 1] != '"' && !inSmallLanguage;
    }

    private static boolean isSmallLetter(byte letter) {
        return letter >= 'a' && letter <= 'z';
    }
}
