package fr.pleiade.quads;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.RecursiveAction;

/** Lines held in one array of bytes, to be sorted there; grows by doubling up to its capacity. */
final class LineChunk {
    private static final int FIRST_BYTES = 1 << 16;
    private static final int INSERTION = 12;
    private static final int PARALLEL = 1 << 14;

    private final int capacity;
    private byte[] bytes;
    private int used;
    private long[] lines = new long[1 << 10]; // start in the high 32 bits, length in the low ones
    private int count;

    /** @param capacity the most bytes of lines that it holds; a single longer line is held all the same */
    LineChunk(int capacity) {
        this.capacity = capacity;
        this.bytes = new byte[Math.min(capacity, FIRST_BYTES)];
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** {@return whether there is room for a line of this length} */
    boolean hasRoomFor(int length) {
        return isEmpty() || (long) used + length <= capacity;
    }

    void add(byte[] source, int start, int length) {
        if (bytes.length - used < length) {
            long wanted = Math.max((long) used + length, Math.min(2L * bytes.length, capacity));
            bytes = Arrays.copyOf(bytes, Math.toIntExact(wanted));
        }
        System.arraycopy(source, start, bytes, used, length);
        if (count == lines.length) {
            lines = Arrays.copyOf(lines, 2 * count);
        }
        lines[count++] = (long) used << 32 | length;
        used += length;
    }

    void clear() {
        used = 0;
        count = 0;
    }

    /** Sorts the lines by unsigned bytes, on all processors, and gives each to the sink once. */
    void drainSorted(LineSink sink) throws IOException {
        long[] sorted = lines;
        long[] spare = Arrays.copyOf(lines, count);
        new Sort(sorted, spare, 0, count).invoke();
        for (int i = 0; i < count; i++) {
            if (i == 0 || compare(sorted[i - 1], sorted[i]) != 0) {
                sink.line(bytes, start(sorted[i]), end(sorted[i]));
            }
        }
        clear();
    }

    private int compare(long a, long b) {
        return Arrays.compareUnsigned(bytes, start(a), end(a), bytes, start(b), end(b));
    }

    private static int start(long line) {
        return (int) (line >>> 32);
    }

    private static int end(long line) {
        return (int) (line >>> 32) + (int) line;
    }

    /** A merge sort; quick on what is nearly sorted, as rows of a sorted table are. */
    private final class Sort extends RecursiveAction {
        private static final long serialVersionUID = 1L;
        private final transient long[] target;
        private final transient long[] source;
        private final int from;
        private final int to;

        /** Both arrays hold the same lines; the sorted ones are to be in {@code target}. */
        Sort(long[] target, long[] source, int from, int to) {
            this.target = target;
            this.source = source;
            this.from = from;
            this.to = to;
        }

        @Override
        protected void compute() {
            if (to - from <= INSERTION) {
                insertionSort();
                return;
            }
            int middle = (from + to) >>> 1;
            Sort left = new Sort(source, target, from, middle);
            Sort right = new Sort(source, target, middle, to);
            if (to - from > PARALLEL) {
                invokeAll(left, right);
            } else {
                left.compute();
                right.compute();
            }
            merge(middle);
        }

        private void merge(int middle) {
            if (LineChunk.this.compare(source[middle - 1], source[middle]) <= 0) {
                System.arraycopy(source, from, target, from, to - from);
                return;
            }
            int left = from;
            int right = middle;
            for (int i = from; i < to; i++) {
                boolean takeLeft =
                        right >= to || left < middle && LineChunk.this.compare(source[left], source[right]) <= 0;
                target[i] = takeLeft ? source[left++] : source[right++];
            }
        }

        private void insertionSort() {
            for (int i = from + 1; i < to; i++) {
                long line = target[i];
                int j = i;
                for (; j > from && LineChunk.this.compare(target[j - 1], line) > 0; j--) {
                    target[j] = target[j - 1];
                }
                target[j] = line;
            }
        }
    }
}
