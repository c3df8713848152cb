package fr.pleiade.web.download;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.JsonLdContext;
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
 * <p>Memory: a line; for JSON-LD some thousand lines. N-Quads are copied as they are. Where the syntax has no graphs their
 * names are dropped.
 */
final class Dump {
    private final List<Content> graphs;
    private final JsonLdContext context;

    /** Opens a graph's sorted N-Quads, in which a subject's lines come together. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    Dump(List<Content> graphs, JsonLdContext context) {
        this.graphs = List.copyOf(graphs);
        this.context = context;
    }

    void write(Syntax syntax, OutputStream out) throws IOException {
        if (syntax == Syntax.N_QUADS) {
            copy(out);
            return;
        }
        try (RdfWriter writer = RdfWriter.open(out, syntax, context)) {
            read(writer);
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
