package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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

    /** {@return whether cuts can be found in a file: one that is not packed, of a plain dialect, in which each byte of ASCII is itself} */
    public static boolean canBeFound(String name, Dialect dialect) {
        return dialect.isPlain()
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
}
