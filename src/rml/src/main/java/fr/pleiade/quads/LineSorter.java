package fr.pleiade.quads;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts lines by unsigned bytes and drops duplicates and empty lines: write the lines as to any stream, then {@link #drain} them.
 *
 * <p>An external merge sort: chunks that fill the memory are sorted and spilled into the folder, then merged. Memory: the bytes given
 * to the constructor and a tenth more, then 64 KiB for each run that is merged. Disk: the lines once, or twice where there are more
 * than {@value #FAN_IN} runs. Not thread-safe; closing it removes what was spilled.
 *
 * @see <a href="https://en.wikipedia.org/wiki/External_sorting">External merge sort</a>; the order is that of {@code LC_ALL=C sort -u}
 */
public final class LineSorter extends OutputStream {
    private static final int FAN_IN = 64;
    private static final int LARGEST = 192 << 20;

    private final Path folder;
    private final LineChunk chunk;
    private final List<Path> runs = new ArrayList<>();
    private final List<Path> spilled = new ArrayList<>();
    private byte[] pending = new byte[1 << 10];
    private int pendingLength;

    /**
     * @param folder an existing folder for what is spilled
     * @param memoryBytes how many bytes of lines are sorted at a time
     */
    public LineSorter(Path folder, int memoryBytes) {
        this.folder = folder;
        this.chunk = new LineChunk(memoryBytes);
    }

    /** Sorts with an eighth of the heap, at most 192 MiB. */
    public LineSorter(Path folder) {
        this(folder, (int) Math.min(Runtime.getRuntime().maxMemory() / 8, LARGEST));
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int start = offset;
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                endLine(bytes, start, i);
                start = i + 1;
            }
        }
        keepPending(bytes, start, end);
    }

    /** Adds the lines of a file that is sorted already, without reading it now; it must stay until {@link #drain}. */
    public void addSorted(Path file) {
        runs.add(file);
    }

    /** Gives all lines to the sink, sorted, each once; the sorter is empty afterwards. */
    public void drain(LineSink sink) throws IOException {
        endLine(pending, 0, 0);
        if (runs.isEmpty()) {
            chunk.drainSorted(sink);
            return;
        }
        spill();
        while (runs.size() > FAN_IN) {
            List<Path> first = List.copyOf(runs.subList(0, FAN_IN));
            runs.removeAll(first);
            spillTo(target -> merge(first, target));
        }
        merge(runs, sink);
        runs.clear();
    }

    private void endLine(byte[] bytes, int start, int end) throws IOException {
        if (pendingLength > 0) {
            keepPending(bytes, start, end);
            add(pending, 0, pendingLength);
            pendingLength = 0;
        } else if (end > start) {
            add(bytes, start, end - start);
        }
    }

    private void keepPending(byte[] bytes, int start, int end) {
        int length = end - start;
        if (pending.length - pendingLength < length) {
            pending = Arrays.copyOf(pending, Math.max(2 * pending.length, pendingLength + length));
        }
        System.arraycopy(bytes, start, pending, pendingLength, length);
        pendingLength += length;
    }

    private void add(byte[] bytes, int start, int length) throws IOException {
        if (!chunk.hasRoomFor(length)) {
            spill();
        }
        chunk.add(bytes, start, length);
    }

    private void spill() throws IOException {
        if (!chunk.isEmpty()) {
            spillTo(chunk::drainSorted);
        }
    }

    @FunctionalInterface
    private interface Lines {
        void giveTo(LineSink sink) throws IOException;
    }

    private void spillTo(Lines lines) throws IOException {
        Path run = Files.createTempFile(folder, "sort-", ".run");
        spilled.add(run);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(run), 1 << 16)) {
            lines.giveTo((bytes, start, end) -> {
                out.write(bytes, start, end - start);
                out.write('\n');
            });
        }
        runs.add(run);
    }

    private static void merge(List<Path> files, LineSink sink) throws IOException {
        PriorityQueue<LineReader> queue = new PriorityQueue<>(files.size(), LineReader::compareTo);
        List<LineReader> open = new ArrayList<>();
        try {
            for (Path file : files) {
                LineReader reader = new LineReader(file);
                open.add(reader);
                if (reader.next()) {
                    queue.add(reader);
                }
            }
            LineSink distinct = new Distinct(sink);
            for (LineReader least = queue.poll(); least != null; least = queue.poll()) {
                least.give(distinct);
                while (least.next()) {
                    LineReader other = queue.peek();
                    if (other != null && other.compareTo(least) < 0) {
                        queue.add(least);
                        break;
                    }
                    least.give(distinct);
                }
            }
        } finally {
            for (LineReader reader : open) {
                reader.close();
            }
        }
    }

    /** Passes on each of several equal lines in a row once. */
    private static final class Distinct implements LineSink {
        private final LineSink sink;
        private byte[] last = new byte[1 << 10];
        private int lastLength = -1;

        Distinct(LineSink sink) {
            this.sink = sink;
        }

        @Override
        public void line(byte[] bytes, int start, int end) throws IOException {
            int length = end - start;
            if (length == lastLength && Arrays.equals(bytes, start, end, last, 0, lastLength)) {
                return;
            }
            if (last.length < length) {
                last = new byte[2 * length];
            }
            System.arraycopy(bytes, start, last, 0, length);
            lastLength = length;
            sink.line(bytes, start, end);
        }
    }

    @Override
    public void close() throws IOException {
        for (Path run : spilled) {
            Files.deleteIfExists(run);
        }
    }
}
