package fr.pleiade.web.download;

import fr.pleiade.syntax.NQuads;
import fr.pleiade.syntax.Prefixes;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Graph files as one document in a syntax, written as they are read.
 *
 * <p>Memory: a line; for JSON-LD a block of some thousand lines. N-Quads are copied as they are. Where the syntax has no graphs their
 * names are dropped.
 */
final class Dump {
    private final List<Content> graphs;
    private final Prefixes prefixes;

    /** Opens a graph's sorted N-Quads, in which a subject's lines come together. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    Dump(List<Content> graphs, Prefixes prefixes) {
        this.graphs = List.copyOf(graphs);
        this.prefixes = prefixes;
    }

    void write(Syntax syntax, OutputStream out) throws IOException {
        switch (syntax) {
            case N_QUADS -> copy(out);
            case JSON_LD -> {
                try (JsonLdBlocks blocks = new JsonLdBlocks(out, prefixes)) {
                    read(blocks);
                }
            }
            default -> {
                try (RdfWriter writer = RdfWriter.open(out, syntax, prefixes)) {
                    read(writer);
                }
            }
        }
    }

    private void copy(OutputStream out) throws IOException {
        for (Content graph : graphs) {
            try (InputStream in = graph.open()) {
                in.transferTo(out);
            }
        }
    }

    private void read(Consumer<Quad> quads) throws IOException {
        for (Content graph : graphs) {
            try (BufferedReader lines =
                    new BufferedReader(new InputStreamReader(graph.open(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    quads.accept(NQuads.parse(line));
                }
            }
        }
    }
}
