package fr.pleiade.store;

import fr.pleiade.quads.LineDiff;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How a graph of the store becomes that of the release: not at all, by lines that are removed and added, or as a whole.
 *
 * @param kind which of these
 * @param removed of a difference, the N-Quads that go
 * @param added of a difference, the N-Quads that come
 * @param bytes how large both are
 */
record GraphChange(Kind kind, Path removed, Path added, long bytes) {
    enum Kind {
        NONE,
        DIFFERENCE,
        WHOLE
    }

    private static final Path NOTHING = Path.of("");
    static final GraphChange NONE = new GraphChange(Kind.NONE, NOTHING, NOTHING, 0);
    static final GraphChange WHOLE = new GraphChange(Kind.WHOLE, NOTHING, NOTHING, 0);

    /**
     * {@return the change from a graph as it was to a file; as a whole where the difference is no smaller, where it has blank nodes, which
     * no update can name, or what an update would read otherwise}
     *
     * @param files where the difference is written: this name, and an ending
     */
    static GraphChange between(InputStream before, Path after, Path files) throws IOException {
        Path removed = files.resolveSibling(files.getFileName() + ".removed.nq");
        Path added = files.resolveSibling(files.getFileName() + ".added.nq");
        try (LineDiff difference = new LineDiff(removed, added);
                LineReader old = new LineReader(before);
                LineReader young = new LineReader(after)) {
            difference.compare(old, young);
            if (difference.changes() == 0) {
                return NONE;
            }
        }
        long bytes = Files.size(removed) + Files.size(added);
        boolean isSmaller = bytes < Files.size(after);
        return isSmaller && canBeSaid(removed) && canBeSaid(added)
                ? new GraphChange(Kind.DIFFERENCE, removed, added, bytes)
                : WHOLE;
    }

    private static boolean canBeSaid(Path lines) throws IOException {
        try (LineReader reader = new LineReader(lines)) {
            while (reader.next()) {
                QuadLine line = reader.quad();
                if (line.isBlankNode(QuadLine.SUBJECT)
                        || line.isBlankNode(QuadLine.OBJECT)
                        || hasEscapedEscape(reader.buffer(), reader.start(), reader.end())) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * {@return whether there is a backslash, written twice, before a {@code u}: SPARQL reads escapes of characters before all else, and not
     * every store knows that it is none}
     *
     * @see <a href="https://www.w3.org/TR/sparql11-query/#codepointEscape">SPARQL 1.1 Query, section 19.2</a>
     */
    private static boolean hasEscapedEscape(byte[] bytes, int start, int end) {
        for (int at = start; at + 2 < end; at++) {
            if (bytes[at] == '\\') {
                if (bytes[at + 1] == '\\' && (bytes[at + 2] == 'u' || bytes[at + 2] == 'U')) {
                    return true;
                }
                at++;
            }
        }
        return false;
    }
}
