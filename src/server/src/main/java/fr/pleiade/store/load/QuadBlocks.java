package fr.pleiade.store.load;

import fr.pleiade.store.NQuadsSource;
import fr.pleiade.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A file of N-Quads, block by block, in order; a thread of its own reads and cuts the next block while one is in use. */
final class QuadBlocks implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 20;

    private final NQuadsSource source;
    private final InputStream in;
    private final ExecutorService ahead = Executors.newSingleThreadExecutor();
    private final Buffer[] buffers = {new Buffer(), new Buffer()};
    private int turn;
    private byte[] rest = {};
    private long line = 1;
    private Future<Boolean> next;

    /** @throws StoreException if the file cannot be read */
    QuadBlocks(NQuadsSource source) {
        this.source = source;
        try {
            this.in = source.open();
        } catch (IOException e) {
            ahead.shutdownNow();
            throw source.unreadable(e);
        }
        this.next = ahead.submit(() -> fill(buffers[0]));
    }

    /** The bytes of a block, and the block. */
    private static final class Buffer {
        private byte[] bytes = new byte[BLOCK_BYTES];
        private final QuadBlock block = new QuadBlock();
    }

    /**
     * {@return the next block, if there is one; the one before it must not be used any more}
     *
     * @throws StoreException if the file cannot be read, or a line of it is not N-Quads
     */
    Optional<QuadBlock> next() {
        try {
            if (!next.get()) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(source.file().toString(), "the load was interrupted", "publish again", e);
        } catch (ExecutionException e) {
            throw failure(e);
        }
        Buffer current = buffers[turn];
        turn = 1 - turn;
        Buffer following = buffers[turn];
        next = ahead.submit(() -> fill(following));
        return Optional.of(current.block);
    }

    private StoreException failure(ExecutionException e) {
        if (e.getCause() instanceof QuadBlock.MalformedLine malformed) {
            return source.malformed(malformed.line(), String.valueOf(malformed.getMessage()));
        }
        return e.getCause() instanceof IOException unreadable
                ? source.unreadable(unreadable)
                : new StoreException(
                        source.file().toString(), "cannot be read: " + e.getCause(), "write the file anew", e);
    }

    /** Reads whole lines and cuts them. {@return whether there were any} */
    private boolean fill(Buffer buffer) throws IOException {
        if (buffer.bytes.length < rest.length) {
            buffer.bytes = new byte[2 * rest.length]; // the other buffer has grown, for long lines
        }
        System.arraycopy(rest, 0, buffer.bytes, 0, rest.length);
        int filled = rest.length;
        int whole = 0;
        int read = 0;
        while (whole == 0 && read >= 0) {
            if (buffer.bytes.length - filled < BLOCK_BYTES / 2) {
                buffer.bytes = Arrays.copyOf(buffer.bytes, 2 * buffer.bytes.length);
            }
            read = in.readNBytes(buffer.bytes, filled, buffer.bytes.length - filled - 1);
            if (read == 0) {
                read = -1;
                whole = filled;
            } else {
                filled += read;
                whole = lastLineEnd(buffer.bytes, filled);
            }
        }
        rest = Arrays.copyOfRange(buffer.bytes, whole, filled);
        buffer.block.cut(buffer.bytes, whole, line);
        line += lines(buffer.bytes, whole);
        return whole > 0;
    }

    private static int lastLineEnd(byte[] bytes, int filled) {
        int at = filled;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }

    private static long lines(byte[] bytes, int length) {
        long lines = 0;
        for (int i = 0; i < length; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    @Override
    public void close() {
        ahead.shutdownNow();
        try {
            in.close();
        } catch (IOException e) {
            throw source.unreadable(e);
        }
    }
}
