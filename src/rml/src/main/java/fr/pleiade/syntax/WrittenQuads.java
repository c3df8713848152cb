package fr.pleiade.syntax;

import fr.pleiade.quads.LineEnds;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Lines of N-Quads that a writer of another syntax writes. */
final class WrittenQuads extends QuadStream {
    private final OutputStream below;
    private final Syntax syntax;
    private final RdfWriter writer;
    private final QuadLine line = new QuadLine();
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long graphsLeftOut;
    private boolean ended;

    WrittenQuads(OutputStream below, Syntax syntax, RdfWriter writer) {
        this.below = below;
        this.syntax = syntax;
        this.writer = writer;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        int end = offset + length;
        for (int i = LineEnds.next(bytes, start, end); i < end; i = LineEnds.next(bytes, start, end)) {
            if (begun.size() > 0) {
                begun.write(bytes, start, i - start);
                accept(begun.toByteArray(), 0, begun.size());
                begun.reset();
            } else {
                accept(bytes, start, i);
            }
            start = i + 1;
        }
        begun.write(bytes, start, end - start);
    }

    private void accept(byte[] bytes, int start, int end) {
        if (!line.cut(bytes, start, end)) {
            return;
        }
        Quad quad = line.quad();
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
    public void end() {
        if (!ended) {
            ended = true;
            writer.close();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            end();
        } finally {
            below.close();
        }
    }
}
