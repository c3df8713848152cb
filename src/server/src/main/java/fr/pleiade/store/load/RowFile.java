package fr.pleiade.store.load;

import fr.pleiade.quads.SortedRuns;
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

    void add(long[] row) {
        add(row[0], row[1], row[2], row[3]);
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
        return new Reader(file, from);
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
        return failed(file, e);
    }

    private static UncheckedIOException failed(Path file, IOException e) {
        return new UncheckedIOException(file + ": " + e.getMessage(), e);
    }

    /** One pass over the rows of a finished file; the current one compares as unsigned numbers, as its bytes do in an index. */
    static final class Reader implements SortedRuns.Cursor<Reader> {
        private final Path file;
        private final RowBuffers from;
        private final ByteBuffer chunk;
        private final FileChannel in;
        private long left;
        private long[] row = {};

        Reader(Path file, RowBuffers from) {
            this.file = file;
            this.from = from;
            this.chunk = from.take().limit(0);
            try {
                in = FileChannel.open(file);
                left = in.size() / ROW_BYTES;
            } catch (IOException e) {
                throw failed(file, e);
            }
        }

        boolean hasNext() {
            return left > 0;
        }

        @Override
        public boolean next() {
            if (left == 0) {
                return false;
            }
            row = new long[WIDTH]; // it outlives the next one
            next(AS_WRITTEN, row, 0);
            return true;
        }

        /** {@return the current row, as it was written} */
        long[] row() {
            return row;
        }

        @Override
        public int compareTo(Reader other) {
            return compare(row, other.row);
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
                throw failed(file, e);
            }
        }

        @Override
        public void close() {
            try {
                in.close();
            } catch (IOException e) {
                throw failed(file, e);
            }
            from.giveBack(chunk);
        }
    }

    /** Compares two rows, column by column, as unsigned numbers. */
    static int compare(long[] a, long[] b) {
        for (int i = 0; i < WIDTH; i++) {
            if (a[i] != b[i]) {
                return Long.compareUnsigned(a[i], b[i]);
            }
        }
        return 0;
    }
}
