package fr.pleiade.syntax;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Lines of N-Quads that a writer of another syntax writes. */
final class WrittenQuads extends QuadStream {
    private final OutputStream below;
    private final Syntax syntax;
    private final RdfWriter writer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private long graphsLeftOut;
    private boolean closed;

    WrittenQuads(OutputStream below, Syntax syntax) {
        this.below = below;
        this.syntax = syntax;
        this.writer = RdfWriter.openDataset(below, syntax, JsonLdContext.of(Prefixes.of(Map.of())));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                accept(NQuads.parse(line.toString(StandardCharsets.UTF_8)));
                line.reset();
                start = i + 1;
            }
        }
        line.write(bytes, start, offset + length - start);
    }

    private void accept(Quad quad) {
        if (!syntax.hasGraphs() && !quad.graph().equals(Quad.DEFAULT_GRAPH)) {
            graphsLeftOut++;
        }
        writer.accept(quad);
    }

    @Override
    public long graphsLeftOut() {
        return graphsLeftOut;
    }

    @Override
    public void flush() throws IOException {
        below.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try {
                writer.close();
            } finally {
                below.close();
            }
        }
    }
}
