package fr.pleiade.store.load;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Direct memory for reading and writing rows, lent and taken back: never more buffers than the bound, however many files there are.
 *
 * <p>The system gives direct memory back only when it collects garbage, so a buffer for each file would be as good as never given back.
 * Not thread-safe.
 */
final class RowBuffers {
    private final int bound;
    private final int bytes;
    private final Deque<ByteBuffer> free = new ArrayDeque<>();
    private int allocated;

    /**
     * Buffers that are allocated when they are first needed.
     *
     * @param bound how many there may be at a time
     * @param rows how many rows each has room for
     */
    RowBuffers(int bound, int rows) {
        this.bound = bound;
        this.bytes = rows * RowFile.ROW_BYTES;
    }

    /** {@return an empty buffer, to be given back} */
    ByteBuffer take() {
        ByteBuffer buffer = free.poll();
        if (buffer != null) {
            return buffer.clear();
        }
        if (allocated == bound) {
            throw new IllegalStateException("more than " + bound + " buffers are in use");
        }
        allocated++;
        return ByteBuffer.allocateDirect(bytes);
    }

    void giveBack(ByteBuffer buffer) {
        free.push(buffer);
    }

    /** {@return how many bytes of direct memory were ever allocated} */
    long allocatedBytes() {
        return (long) allocated * bytes;
    }
}
