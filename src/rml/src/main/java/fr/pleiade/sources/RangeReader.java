package fr.pleiade.sources;

import fr.pleiade.sources.RecordCuts.Range;
import fr.pleiade.sources.RecordCuts.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Looks at a file range by range for the places where it can be cut, by the scanner that cuts it into blocks.
 *
 * <p>A range begins behind the first line end at or behind an offset, and ends where the next one begins. Memory: a megabyte, or the
 * longest line. For one thread.
 */
public final class RangeReader {
    private static final int BUFFER = 1 << 20;
    private static final int NONE = -1;

    private final String name;
    private final Dialect dialect;
    private final InputStream in;
    private final Rfc4180 machine;
    private byte[] buffer = new byte[BUFFER];
    /** Where in the file the buffer begins. */
    private long base;

    private int start;
    private int filled;
    private boolean ended;

    private RangeReader(String name, Dialect dialect, InputStream in, long offset) {
        this.name = name;
        this.dialect = dialect;
        this.in = in;
        this.base = offset;
        this.machine = new Rfc4180(dialect);
    }

    /**
     * A reader of ranges from where the file's records begin.
     *
     * @param in the file from there on
     */
    public static RangeReader fromBeginning(String name, Dialect dialect, InputStream in, RecordCuts.Cut beginning) {
        return new RangeReader(name, dialect, in, beginning.offset());
    }

    /**
     * A reader of ranges from behind the first line end at or behind an offset.
     *
     * @param in the file from the byte before the offset on
     */
    public static RangeReader from(String name, Dialect dialect, InputStream in, long offset) throws IOException {
        RangeReader reader = new RangeReader(name, dialect, in, offset - 1);
        reader.start = reader.lineEnd(1);
        return reader;
    }

    /**
     * {@return the next range, which ends behind the first line end at or behind an offset}
     *
     * @throws CsvException if a line is longer than any record may be
     */
    public Range next(long to) throws IOException {
        Readings readings = new Readings(base + start);
        while (base + start < to && fill()) {
            int end = to - base < filled ? lineEnd((int) (to - base)) : lastLineEnd();
            readings.read(end);
            start = end;
        }
        return readings.range();
    }

    /** Makes sure that there is something behind the start. {@return whether there is} */
    private boolean fill() throws IOException {
        if (start == filled) {
            more();
        }
        return start < filled;
    }

    /** Reads on, behind what is left of the buffer from the start on. */
    private void more() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            base += start;
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            if (filled > RecordBlocks.LONGEST_RECORD) {
                throw new CsvException(
                        name, 0, "a line is longer than %d MB".formatted(RecordBlocks.LONGEST_RECORD >> 20));
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.readNBytes(buffer, filled, buffer.length - filled);
        filled += read;
        ended = filled < buffer.length;
    }

    /** {@return the first place from an index on that is behind a line end, or the end of the file; what is behind the start is kept} */
    private int lineEnd(int from) throws IOException {
        int at = from;
        while (true) {
            while (at < filled) {
                if (at > 0 && isBehindLineEnd(at)) {
                    return at;
                }
                at++;
            }
            if (ended) {
                return filled;
            }
            long place = base + at;
            more();
            at = (int) (place - base);
        }
    }

    /** {@return the last place in the buffer that is known to be behind a line end; reads on while there is none} */
    private int lastLineEnd() throws IOException {
        while (true) {
            if (ended) {
                return filled;
            }
            for (int at = filled - 1; at > start; at--) {
                if (isBehindLineEnd(at)) {
                    return at;
                }
            }
            more();
        }
    }

    private boolean isBehindLineEnd(int at) {
        return buffer[at - 1] == '\n' || (buffer[at - 1] == '\r' && buffer[at] != '\n');
    }

    /** A range as it is read both ways, until both are the same. */
    private final class Readings {
        private final boolean[] inQuotes = {false, true};
        private final long[] cuts;
        private final long[] linesBefore = {0, 0};
        private long lines;

        Readings(long from) {
            cuts = new long[] {from, NONE};
        }

        void read(int end) {
            if (inQuotes[0] == inQuotes[1]) {
                RecordScan both = scan(0, end);
                note(0, both);
                note(1, both);
                lines += both.lines();
            } else {
                RecordScan outside = scan(0, end);
                note(0, outside);
                note(1, scan(1, end));
                lines += outside.lines();
            }
        }

        private RecordScan scan(int reading, int end) {
            RecordScan scan = new RecordScan(dialect, machine, start, inQuotes[reading]);
            scan.to(buffer, end);
            return scan;
        }

        private void note(int reading, RecordScan scan) {
            if (cuts[reading] < 0 && scan.firstCut() > 0) {
                cuts[reading] = base + scan.firstCut();
                linesBefore[reading] = lines + scan.linesBeforeFirstCut();
            }
            inQuotes[reading] = scan.isQuoted();
        }

        Range range() {
            return new Range(
                    lines,
                    new Reading(cuts[0], linesBefore[0], inQuotes[0]),
                    new Reading(cuts[1], linesBefore[1], inQuotes[1]));
        }
    }
}
