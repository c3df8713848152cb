package fr.pleiade.quads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a file line by line, as bytes; an empty line is passed over. Memory: the longest line, at least 64 KiB. */
public final class LineReader implements SortedRuns.Cursor<LineReader> {
    private final InputStream in;
    private byte[] buffer = new byte[1 << 16];
    private int filled;
    private int start;
    private int end;
    private int next;
    private final QuadLine quad = new QuadLine();

    public LineReader(Path file) throws IOException {
        this(Files.newInputStream(file));
    }

    public LineReader(InputStream in) {
        this.in = in;
    }

    /** Moves to the next line. {@return whether there is one} */
    @Override
    public boolean next() throws IOException {
        do {
            start = next;
            end = start;
            while (true) {
                end = LineEnds.next(buffer, end, filled);
                if (end < filled) {
                    break;
                }
                if (!fill()) {
                    next = end;
                    return end > start;
                }
            }
            next = end + 1;
        } while (end == start);
        return true;
    }

    /** Reads more behind the current line's beginning. */
    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            end -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(read, 0);
        return read > 0;
    }

    void give(LineSink sink) throws IOException {
        sink.line(buffer, start, end);
    }

    /** {@return the current line's bytes; valid until the next call of {@link #next}} */
    public byte[] buffer() {
        return buffer;
    }

    public int start() {
        return start;
    }

    public int end() {
        return end;
    }

    /** {@return the terms of the current line, which is one of canonical N-Quads; valid until the next call of {@link #next}} */
    public QuadLine quad() {
        return quad.at(buffer, start, end);
    }

    /** {@return whether the current line begins with these bytes} */
    public boolean begins(byte[] prefix) {
        return prefix.length <= end - start
                && Arrays.equals(buffer, start, start + prefix.length, prefix, 0, prefix.length);
    }

    /** Compares the current lines by unsigned bytes. */
    @Override
    public int compareTo(LineReader other) {
        return Arrays.compareUnsigned(buffer, start, end, other.buffer, other.start, other.end);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
