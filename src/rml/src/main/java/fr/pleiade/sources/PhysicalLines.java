package fr.pleiade.sources;

import java.io.IOException;
import java.io.Reader;

/** Passes a text on, and remembers which of its physical lines can begin a record: those that are neither blank nor a comment. */
final class PhysicalLines extends Reader {
    private final Reader in;
    private final int comment;
    private final boolean skipsBlankLines;
    private final LineCount count;
    private long[] beginnings = new long[64];
    private int from;
    private int to;
    private long begun;

    PhysicalLines(Reader in, Dialect dialect, long firstLine) {
        this.in = in;
        this.comment =
                dialect.commentPrefix().isEmpty() ? -1 : dialect.commentPrefix().charAt(0);
        this.skipsBlankLines = dialect.skipBlankRows();
        this.count = new LineCount(firstLine);
        this.begun = firstLine - 1;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        for (int i = offset; i < offset + read; i++) {
            see(target[i]);
        }
        return read;
    }

    private void see(char character) {
        long before = count.line();
        count.count(character);
        boolean ends = character == '\n' || character == '\r';
        boolean secondOfPair = ends && count.line() == before;
        if (before > begun && !secondOfPair) {
            begun = before;
            if (character != comment && !(ends && skipsBlankLines)) {
                add(before);
            }
        }
    }

    private void add(long line) {
        if (to == beginnings.length) {
            int kept = to - from;
            long[] target = kept > beginnings.length / 2 ? new long[beginnings.length * 2] : beginnings;
            System.arraycopy(beginnings, from, target, 0, kept);
            beginnings = target;
            from = 0;
            to = kept;
        }
        beginnings[to++] = line;
    }

    /** {@return the first line from the given one on that can begin a record; lines must be asked for in ascending order} */
    long beginning(long line) {
        while (from < to && beginnings[from] < line) {
            from++;
        }
        return from < to ? beginnings[from] : line;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
