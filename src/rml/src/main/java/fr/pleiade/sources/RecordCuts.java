package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a large file can be cut, so that its parts are read on several machines: where a record begins, with its line.
 *
 * <p>Whether a line end ends a record depends on all quotes before it. So the file is first looked at range by range, in any order
 * ({@link RangeReader}): each range says what it is if its first line begins in quotes, and what if it does not. Then the ranges' few
 * numbers, put in their order, say where each stands ({@link #of}).
 */
public final class RecordCuts {
    private static final int MARK = 0xEF;
    private static final int ASCII = 0x80;

    private RecordCuts() {}

    /**
     * A place where a record begins.
     *
     * @param offset where in the file, in bytes
     * @param line its line, from 1
     */
    public record Cut(long offset, long line) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * What a range holds, from behind one line end to behind another.
     *
     * @param lines how many lines it ends
     * @param outside what it is if a record begins with it
     * @param inQuotes what it is if it begins in a quoted cell
     */
    public record Range(long lines, Reading outside, Reading inQuotes) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /**
     * One way to read a range.
     *
     * @param cut where one of its first records begins, in bytes of the file; negative if none does
     * @param linesBefore how many lines end before that
     * @param endsInQuotes whether a quoted cell is open at its end
     */
    public record Reading(long cut, long linesBefore, boolean endsInQuotes) implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** {@return whether cuts can be found in a file: one of CSV that is not packed, of a plain dialect, in which each byte of ASCII is itself} */
    public static boolean canBeFound(String name, Dialect dialect) {
        return dialect.isPlain()
                && !dialect.isJson()
                && dialect.compression() == Dialect.Compression.NONE
                && !name.toLowerCase(Locale.ROOT).endsWith(".gz")
                && keepsAscii(Charset.forName(dialect.encoding()));
    }

    private static boolean keepsAscii(Charset charset) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return true;
        }
        if (!charset.canEncode() || charset.newEncoder().maxBytesPerChar() > 1) {
            return false;
        }
        for (int b = 0; b <= 0xFF; b++) {
            char character =
                    charset.decode(ByteBuffer.wrap(new byte[] {(byte) b})).charAt(0);
            if ((b < ASCII || character < ASCII) && character != b) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@return where a file's records begin, the header being one, behind what precedes it; nothing where that cannot be told}
     *
     * @param text the file from its beginning
     */
    public static Optional<Cut> beginning(InputStream text, Dialect dialect) throws IOException {
        TextStart.Rest rest = TextStart.skip(text, dialect.skipRows(), dialect.delimiter());
        boolean mark = rest.firstLine() == 1 && rest.bytes() > 0;
        boolean isUtf8 = Charset.forName(dialect.encoding()).equals(StandardCharsets.UTF_8);
        return mark && !isUtf8 ? Optional.empty() : Optional.of(new Cut(rest.bytes(), rest.firstLine()));
    }

    /**
     * {@return the cuts of a file, in their order: its beginning, then at most one for each range}
     *
     * @param firstRow the line of the first row, with which what precedes it stays
     * @param ranges all ranges of the file, in their order, the first from the beginning
     * @param length the file's length
     */
    public static List<Cut> of(Cut beginning, long firstRow, List<Range> ranges, long length) {
        List<Cut> cuts = new ArrayList<>(List.of(beginning));
        long line = beginning.line();
        boolean inQuotes = false;
        for (Range range : ranges) {
            Reading reading = inQuotes ? range.inQuotes() : range.outside();
            Cut cut = new Cut(reading.cut(), line + reading.linesBefore());
            boolean isBehind = cut.offset() > cuts.get(cuts.size() - 1).offset() && cut.line() > firstRow;
            if (isBehind && cut.offset() < length) {
                cuts.add(cut);
            }
            line += range.lines();
            inQuotes = reading.endsInQuotes();
        }
        return List.copyOf(cuts);
    }

    /**
     * Looks at a file range by range for the places where it can be cut, by the scanner that cuts it into blocks.
     *
     * <p>A range begins behind the first line end at or behind an offset, and ends where the next one begins. Memory: a megabyte, or the
     * longest line. For one thread.
     */
    public static final class RangeReader {
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
        public static RangeReader fromBeginning(String name, Dialect dialect, InputStream in, Cut beginning) {
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
                int end = lineEndTowards(to);
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

        /** {@return the first place behind a line end at or behind an offset; while that is not read yet, the last such place in the buffer} */
        private int lineEndTowards(long to) throws IOException {
            while (to - base >= filled) {
                if (ended) {
                    return filled;
                }
                for (int at = filled - 1; at > start; at--) {
                    if (isBehindLineEnd(at)) {
                        return at;
                    }
                }
                more(); // with which the offset may come into the buffer
            }
            return lineEnd((int) (to - base));
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
                    RecordBlocks.Scan both = scan(0, end);
                    note(0, both);
                    note(1, both);
                    lines += both.lines();
                } else {
                    RecordBlocks.Scan outside = scan(0, end);
                    note(0, outside);
                    note(1, scan(1, end));
                    lines += outside.lines();
                }
            }

            private RecordBlocks.Scan scan(int reading, int end) {
                RecordBlocks.Scan scan = new RecordBlocks.Scan(dialect, machine, start, inQuotes[reading]);
                scan.to(buffer, end);
                return scan;
            }

            private void note(int reading, RecordBlocks.Scan scan) {
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
}
