package fr.pleiade.quads;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads canonical N-Quads, parsing only the lines that are asked for: these are a small part of a graph. */
public final class GraphLines {
    private GraphLines() {}

    /** @param predicates those of the lines to be parsed, as N-Quads writes them */
    public static void read(Path nquads, Set<String> predicates, Consumer<Quad> quads) {
        try (Stream<String> lines = Files.lines(nquads)) {
            lines.filter(line -> predicates.contains(predicate(line)))
                    .map(NQuads::parse)
                    .forEachOrdered(quads);
        } catch (IOException e) {
            throw new UncheckedIOException(nquads + ": " + e.getMessage(), e);
        }
    }

    private static String predicate(String line) {
        int start = line.indexOf(' ') + 1;
        int end = line.indexOf(' ', start);
        return end < 0 ? "" : line.substring(start, end);
    }
}
