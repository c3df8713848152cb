package fr.pleiade.quads;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sorts lines by unsigned bytes and drops duplicates and empty lines: write the lines as to any stream, then {@link #drain} them.
 *
 * <p>An external merge sort: chunks that fill the memory are sorted and spilled into the folder, then merged. Memory: the bytes given
 * to the constructor and a tenth more, then 64 KiB for each run that is merged. Disk: the lines once, or twice where there are more
 * than {@value SortedRuns#FAN_IN} runs. Not thread-safe; closing it removes what was spilled.
 *
 * @see <a href="https://en.wikipedia.org/wiki/External_sorting">External merge sort</a>; the order is that of {@code LC_ALL=C sort -u}
 */
public final class LineSorter extends OutputStream implements LineSource {
    private static final int LARGEST = 192 << 20;

    private final LineChunk chunk;
    private final SortedRuns<LineReader> runs;
    private byte[] pending = new byte[1 << 10];
    private int pendingLength;

    /**
     * @param folder an existing folder for what is spilled
     * @param memoryBytes how many bytes of lines are sorted at a time
     */
    public LineSorter(Path folder, int memoryBytes) {
        this.chunk = new LineChunk(memoryBytes);
        this.runs = new SortedRuns<>(new Lines(), () -> Files.createTempFile(folder, "sort-", ".run"));
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
        for (int i = LineEnds.next(bytes, start, end); i < end; i = LineEnds.next(bytes, start, end)) {
            endLine(bytes, start, i);
            start = i + 1;
        }
        keepPending(bytes, start, end);
    }

    /** Adds the lines of a file that is sorted already, without reading it now; it must stay until {@link #drain}. */
    public void addSorted(Path file) {
        runs.add(file);
    }

    /** Gives all lines to the sink, sorted, each once; the sorter is empty afterwards. */
    @Override
    public void drain(LineSink sink) throws IOException {
        endLine(pending, 0, 0);
        if (runs.isEmpty()) {
            chunk.drainSorted(sink);
            return;
        }
        spill();
        try (SortedRuns.Merge<LineReader> merge = runs.merge()) {
            LineSink distinct = new Distinct(sink);
            while (merge.next()) {
                merge.record().give(distinct);
            }
        }
        runs.close();
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
            try (Run run = new Run(runs.newRun())) {
                chunk.drainSorted(run);
            }
        }
    }

    /** How lines are spilled: as lines. */
    private static final class Lines implements SortedRuns.Format<LineReader> {
        @Override
        public LineReader open(Path run) throws IOException {
            return new LineReader(run);
        }

        @Override
        public SortedRuns.Writer<LineReader> create(Path run) throws IOException {
            return new Run(run);
        }
    }

    private static final class Run implements LineSink, SortedRuns.Writer<LineReader> {
        private final OutputStream out;
        private final LineSink distinct = new Distinct(this);

        Run(Path file) throws IOException {
            out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        }

        @Override
        public void line(byte[] bytes, int start, int end) throws IOException {
            out.write(bytes, start, end - start);
            out.write('\n');
        }

        @Override
        public void add(LineReader line) throws IOException {
            line.give(distinct);
        }

        @Override
        public void close() throws IOException {
            out.close();
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
        runs.close();
    }
}
