package fr.pleiade.syntax;

import java.io.IOException;
import java.io.OutputStream;

/** Lines of N-Quads that stay as they are. */
final class CopiedLines extends QuadStream {
    private final OutputStream below;

    CopiedLines(OutputStream below) {
        this.below = below;
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        below.write(bytes, offset, count);
    }

    @Override
    public long graphsLeftOut() {
        return 0;
    }

    @Override
    public void flush() throws IOException {
        below.flush();
    }

    @Override
    public void end() throws IOException {
        below.flush();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }
}
