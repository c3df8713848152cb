package fr.pleiade.spark;

import fr.pleiade.mapping.bytes.ByteStrings;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.engine.LineJoin;
import fr.pleiade.mapping.engine.PartMapper;
import fr.pleiade.quads.LineEnds;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;
import scala.Tuple2;

/**
 * Lines on their way into a shuffle: collected for each partition, and sent many at a time.
 *
 * <p>Memory: some megabytes, however many partitions there are. For one thread.
 */
final class Chunks implements PartMapper.Lines {
    private static final int MOST_BYTES = 256 << 10;
    private static final int LEAST_BYTES = 4 << 10;
    private static final int BYTES_OF_ALL = 32 << 20;

    private final Layout layout;
    private final byte[][] bounds;
    private final int size;
    private final Bytes[] open;
    private final ArrayDeque<Tuple2<Integer, byte[]>> full = new ArrayDeque<>();
    private int last;

    Chunks(Layout layout) {
        this.layout = layout;
        this.bounds = layout.bounds().toArray(byte[][]::new);
        this.size = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, BYTES_OF_ALL / layout.all()));
        this.open = IntStream.range(0, layout.all()).mapToObj(i -> new Bytes()).toArray(Bytes[]::new);
    }

    @Override
    public void ready(int output, byte[] bytes, int from, int to) {
        if (output > 0 || bounds.length == 0) {
            if (to > from) {
                put(output > 0 ? layout.ofTarget(output) : 0, bytes, from, to);
            }
            return;
        }
        for (int start = from, end; start < to; start = end) {
            end = LineEnds.next(bytes, start, to) + 1;
            last = range(bytes, start, end - 1);
            put(last, bytes, start, end);
        }
    }

    @Override
    public void toJoin(byte[] bytes, int from, int to) {
        long hash = ByteStrings.hash(bytes, from, LineJoin.endOfKey(bytes, from, to));
        put(layout.ofKey(hash), bytes, from, to);
    }

    /** Sends something that is no line. */
    void tell(byte[] report) {
        full.add(new Tuple2<>(layout.ofReports(), report));
    }

    /** {@return the range of a line; most often it is that of the line before} */
    private int range(byte[] bytes, int start, int end) {
        if ((last == 0 || compare(last - 1, bytes, start, end) <= 0)
                && (last == bounds.length || compare(last, bytes, start, end) > 0)) {
            return last;
        }
        int low = 0;
        int high = bounds.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compare(middle, bytes, start, end) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int compare(int bound, byte[] bytes, int start, int end) {
        return Arrays.compareUnsigned(bounds[bound], 0, bounds[bound].length, bytes, start, end);
    }

    private void put(int partition, byte[] bytes, int from, int to) {
        Bytes chunk = open[partition];
        chunk.put(bytes, from, to);
        if (chunk.length() >= size) {
            send(partition);
        }
    }

    private void send(int partition) {
        Bytes chunk = open[partition];
        if (chunk.length() > 0) {
            full.add(new Tuple2<>(partition, Arrays.copyOf(chunk.array(), chunk.length())));
            chunk.clear();
        }
    }

    /** Sends what was collected so far. */
    void finish() {
        for (int partition = 0; partition < open.length; partition++) {
            send(partition);
        }
    }

    /** Makes lines as they are asked for. */
    @FunctionalInterface
    interface Source {
        /** Puts some more lines. {@return whether there may be others} */
        boolean more(Chunks chunks);
    }

    /** {@return all chunks of a source, made as they are asked for} */
    static Iterator<Tuple2<Integer, byte[]>> of(Layout layout, Source source) {
        Chunks chunks = new Chunks(layout);
        return new Iterator<>() {
            private boolean ended;

            @Override
            public boolean hasNext() {
                while (chunks.full.isEmpty() && !ended) {
                    ended = !source.more(chunks);
                    if (ended) {
                        chunks.finish();
                    }
                }
                return !chunks.full.isEmpty();
            }

            @Override
            public Tuple2<Integer, byte[]> next() {
                hasNext();
                return chunks.full.remove();
            }
        };
    }
}
