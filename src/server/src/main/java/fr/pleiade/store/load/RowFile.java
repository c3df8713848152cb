package fr.pleiade.store.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A temporary file of quads as TDB2 numbers them: rows of four 64-bit node ids, 32 bytes each.
 *
 * <p>Written once from beginning to end, then, once {@link #finish finished}, read as often as one likes, by several threads each with
 * its own {@link Reader} and buffers.
 */
final class RowFile implements AutoCloseable {
    static final int WIDTH = 4;
    private static final int[] AS_WRITTEN = {0, 1, 2, 3};
    static final int ROW_BYTES = WIDTH * Long.BYTES;

    private final Path file;
    private final FileChannel out;
    private final RowBuffers buffers;
    private final ByteBuffer buffer;
    private long rows;

    /** @param buffers give one until the file is finished */
    RowFile(Path file, RowBuffers buffers) {
        this.file = file;
        this.buffers = buffers;
        this.buffer = buffers.take();
        try {
            out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void add(long a, long b, long c, long d) {
        if (!buffer.hasRemaining()) {
            flush();
        }
        buffer.putLong(a).putLong(b).putLong(c).putLong(d);
        rows++;
    }

    /** {@return the number of rows} */
    long rows() {
        return rows;
    }

    /** Ends the writing; now all rows can be read. */
    void finish() {
        flush();
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
        buffers.giveBack(buffer);
    }

    private void flush() {
        try {
            buffer.flip();
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            buffer.clear();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** @param from give one until the reader is closed */
    Reader read(RowBuffers from) {
        return new Reader(from);
    }

    /** Removes the file. */
    @Override
    public void close() {
        try {
            out.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(file + ": " + e.getMessage(), e);
    }

    /** One pass over the rows. */
    final class Reader implements AutoCloseable {
        private final RowBuffers from;
        private final ByteBuffer chunk;
        private final FileChannel in;
        private long left = rows;

        private Reader(RowBuffers from) {
            this.from = from;
            this.chunk = from.take().limit(0);
            try {
                in = FileChannel.open(file);
            } catch (IOException e) {
                throw failed(e);
            }
        }

        boolean hasNext() {
            return left > 0;
        }

        /** {@return one row, as it was written} */
        long[] next() {
            long[] row = new long[WIDTH];
            next(AS_WRITTEN, row, 0);
            return row;
        }

        /** Reads one row into an array, from a place in it on, with its columns in the order given. */
        void next(int[] order, long[] target, int place) {
            if (!chunk.hasRemaining()) {
                fill();
            }
            int at = chunk.position();
            for (int i = 0; i < WIDTH; i++) {
                target[place + i] = chunk.getLong(at + order[i] * Long.BYTES);
            }
            chunk.position(at + ROW_BYTES);
            left--;
        }

        private void fill() {
            try {
                chunk.clear();
                while (chunk.hasRemaining() && in.read(chunk) >= 0) {
                    // a short read goes on
                }
                chunk.flip();
            } catch (IOException e) {
                throw failed(e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw failed(e);
            }
            from.giveBack(chunk);
        }
    }
}
