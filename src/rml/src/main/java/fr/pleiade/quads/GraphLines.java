package fr.pleiade.quads;

import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Reads canonical N-Quads, parsing only the lines that are asked for: these are a small part of a graph. */
public final class GraphLines {
    private GraphLines() {}

    /** @param predicates those of the lines to be parsed, as N-Quads writes them */
    public static void read(Path nquads, Set<String> predicates, Consumer<Quad> quads) {
        List<byte[]> wanted = predicates.stream()
                .map(predicate -> predicate.getBytes(StandardCharsets.UTF_8))
                .toList();
        try (LineReader lines = new LineReader(nquads)) {
            while (lines.next()) {
                QuadLine line = lines.quad();
                if (isOneOf(wanted, line)) {
                    quads.accept(line.quad());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(nquads + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOneOf(List<byte[]> predicates, QuadLine line) {
        for (byte[] predicate : predicates) {
            if (line.is(QuadLine.PREDICATE, predicate)) {
                return true;
            }
        }
        return false;
    }
}
