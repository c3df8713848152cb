package fr.pleiade.web.download;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.http.Departure;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * What one graph says, or several together, as one graph without a name: a document in a syntax, written as the files are read.
 *
 * <p>Graphs are merged line by line, so that a subject's triples stand together and one that two graphs say stands once. No syntax names
 * the graph, those that could neither: whoever asks for a graph by its name puts it where he likes. Memory: a line of each graph, and
 * where a syntax groups lines some thousand of them.
 */
final class GraphUnion {
    private static final int BUFFER = 1 << 13;
    private static final byte[] LINE_END = {' ', '.', '\n'};

    private final List<Dump.Content> graphs;
    private final JsonLdContext context;

    /** @param graphs each in the order of its bytes and without duplicates */
    GraphUnion(List<Dump.Content> graphs, JsonLdContext context) {
        this.graphs = List.copyOf(graphs);
        this.context = context;
    }

    /**
     * Writes the document, in the turns that it is given.
     *
     * @throws fr.pleiade.syntax.SyntaxException if the syntax cannot hold a triple
     * @throws IOException if the reader cannot be sent anything any more
     */
    void write(Syntax syntax, OutputStream out, Pieces pieces, Departure reader) throws IOException {
        if (syntax == Syntax.N_TRIPLES || syntax == Syntax.N_QUADS) {
            copy(out);
            return;
        }
        try (Pieces.Piece piece = pieces.begin(out, reader)) {
            try (RdfWriter writer = RdfWriter.open(piece, syntax, context, RdfWriter.Graphs.NOT_IN_JSON_LD)) {
                read(line -> {
                    writer.accept(line.quad().quad().in(Quad.DEFAULT_GRAPH));
                    piece.lineEnds();
                });
            }
            piece.send();
        }
    }

    /** A triple's bytes are the same in all syntaxes of a line for each. */
    private void copy(OutputStream out) throws IOException {
        BufferedOutputStream buffered = new BufferedOutputStream(out, BUFFER);
        read(line -> {
            QuadLine quad = line.quad();
            int first = quad.start(QuadLine.SUBJECT);
            buffered.write(line.buffer(), first, quad.end(QuadLine.OBJECT) - first);
            buffered.write(LINE_END);
        });
        buffered.flush();
    }

    @FunctionalInterface
    private interface Lines {
        void accept(LineReader line) throws IOException;
    }

    private void read(Lines lines) throws IOException {
        try (Open open = new Open(graphs)) {
            PriorityQueue<LineReader> next = new PriorityQueue<>();
            for (LineReader graph : open.readers) {
                if (graph.next()) {
                    next.add(graph);
                }
            }
            byte[] last = {};
            while (!next.isEmpty()) {
                LineReader line = next.remove();
                if (graphs.size() == 1) {
                    lines.accept(line);
                } else if (!line.begins(last) || last.length == 0) {
                    lines.accept(line);
                    last = Arrays.copyOfRange(
                            line.buffer(), line.start(), line.quad().end(QuadLine.OBJECT) + 2);
                }
                if (line.next()) {
                    next.add(line);
                }
            }
        }
    }

    /** All files at once, closed together. */
    private static final class Open implements Closeable {
        private final List<LineReader> readers = new ArrayList<>();

        Open(List<Dump.Content> graphs) throws IOException {
            try {
                for (Dump.Content graph : graphs) {
                    readers.add(new LineReader(graph.open()));
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            for (LineReader reader : readers) {
                reader.close();
            }
        }
    }
}
