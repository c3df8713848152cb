package fr.pleiade.web.download;

import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.QuadStream;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Graph files as one document in a syntax, written as they are read.
 *
 * <p>Memory: a line; for JSON-LD some thousand lines. N-Quads are copied and N-Triples cut, without a parser.
 */
final class Dump {
    private final List<Content> graphs;
    private final JsonLdContext context;
    private final RdfWriter.Graphs named;

    /** Opens a graph's sorted N-Quads, in which a subject's lines come together. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    Dump(List<Content> graphs, JsonLdContext context, RdfWriter.Graphs named) {
        this.graphs = List.copyOf(graphs);
        this.named = named;
        this.context = context;
    }

    void write(Syntax syntax, OutputStream out) throws IOException {
        QuadStream document = QuadStream.open(out, syntax, context, named);
        for (Content graph : graphs) {
            try (InputStream in = graph.open()) {
                in.transferTo(document);
            }
        }
        document.end();
    }
}
