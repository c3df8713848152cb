package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of UTF-8 bytes into blocks that end where a record ends.
 *
 * <p>Whether a line end ends a record depends on the quotes before it, so every byte is looked at once, eight at a time: a quote
 * opens only where a cell begins, as the cells' reader has it.
 */
final class RecordBlocks implements BlockReader {
    /** A longer record is taken for a quote that was never closed. */
    static final int LONGEST_RECORD = 64 << 20;

    private static final int BLOCK_BYTES = 256 << 10;
    /** A small file needs no more. */
    private static final int FIRST_BLOCK_BYTES = 16 << 10;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

    private final CsvFile file;
    private final InputStream in;
    private final CsvFile.CountedBytes stored;
    private final ConcurrentLinkedQueue<byte[]> free = new ConcurrentLinkedQueue<>();
    private final byte quote;
    private final byte delimiter;
    private byte[] rest = {};
    private long number;
    private long line = 1;
    private boolean ended;
    private byte lineEnd = '\n';
    private @Nullable ByteBlock first;

    RecordBlocks(CsvFile file, InputStream in, CsvFile.CountedBytes stored) {
        this.file = file;
        this.in = in;
        this.stored = stored;
        this.quote = (byte) file.dialect().quote();
        this.delimiter = (byte) file.dialect().delimiter().charAt(0);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    @Override
    public void recycle(byte[] buffer) {
        if (buffer.length <= 2 * BLOCK_BYTES) {
            free.offer(buffer);
        }
    }

    @Override
    public List<String> readHeader() {
        ByteBlock block = cut().orElseThrow(() -> file.failure(1, "the file is empty, expected a header"));
        for (int i = 0; i < file.dialect().skipRows(); i++) {
            block.skipLine();
        }
        Row row = new Row(List.of());
        List<String> names = new ArrayList<>();
        ByteBlock beforeHeader = block.copyOfRest();
        if (!block.next(row)) {
            throw file.failure(block.line(), "there is no header");
        }
        for (int i = 0; i < row.size(); i++) {
            names.add(file.dialect().header() ? row.text(i) : "_col." + (i + 1));
        }
        first = file.dialect().header() ? block.rest() : beforeHeader;
        return List.copyOf(names);
    }

    @Override
    public Optional<RowBlock> next() {
        if (first != null) {
            RowBlock block = first;
            first = null;
            return Optional.of(block);
        }
        return cut().map(RowBlock.class::cast);
    }

    /** Reads until a block is full, and cuts behind its last record. */
    private Optional<ByteBlock> cut() {
        if (ended) {
            return Optional.empty();
        }
        byte[] buffer = buffer();
        Scan scan = new Scan();
        int filled = rest.length;
        System.arraycopy(rest, 0, buffer, 0, filled);
        while (true) {
            filled = fill(buffer, filled);
            int start = number == 0 ? beginDocument(buffer, filled) : 0;
            scan.to(buffer, start, filled);
            if (ended || scan.cut > start) {
                return block(buffer, start, filled, scan);
            }
            if (filled > LONGEST_RECORD) {
                throw file.failure(
                        line,
                        "a record is longer than %d MB: is a quote never closed?".formatted(LONGEST_RECORD >> 20));
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
    }

    private byte[] buffer() {
        byte[] recycled = free.poll();
        int usual = number == 0 ? FIRST_BLOCK_BYTES : BLOCK_BYTES;
        int needed = Math.max(usual, rest.length + usual / 2) + 2;
        return recycled != null && recycled.length >= needed ? recycled : new byte[needed];
    }

    private Optional<ByteBlock> block(byte[] buffer, int start, int filled, Scan scan) {
        int end = ended ? filled : scan.cut;
        rest = Arrays.copyOfRange(buffer, end, filled);
        if (ended && end > start && buffer[end - 1] != '\n' && buffer[end - 1] != '\r') {
            end++;
        }
        buffer[end] = '\n';
        if (end == start) {
            return Optional.empty();
        }
        ByteBlock block = new ByteBlock(file, number++, stored.take(), new ByteBlock.Slice(buffer, start, end, line));
        line += scan.linesBeforeCut;
        return Optional.of(block);
    }

    /** Fills the buffer but for two bytes, which the last block needs for a line end. */
    private int fill(byte[] buffer, int from) {
        int filled = from;
        try {
            while (filled < buffer.length - 2) {
                int read = in.read(buffer, filled, buffer.length - 2 - filled);
                if (read < 0) {
                    ended = true;
                    buffer[filled] = '\n';
                    return filled;
                }
                filled += read;
            }
            return filled;
        } catch (IOException e) {
            throw file.failure(line, e);
        }
    }

    /** Steps over a byte order mark, and sees by which byte lines end. */
    private int beginDocument(byte[] buffer, int filled) {
        boolean lineFeed = false;
        boolean carriageReturn = false;
        for (int i = 0; i < filled; i++) {
            lineFeed |= buffer[i] == '\n';
            carriageReturn |= buffer[i] == '\r';
        }
        lineEnd = (byte) (carriageReturn && !lineFeed ? '\r' : '\n');
        boolean mark = filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        return mark ? 3 : 0;
    }

    /** Where the last whole record of a buffer ends; goes on where it stopped when the buffer has grown. */
    private final class Scan {
        private int at = -1;
        private boolean quoted;
        private int closedAt = -2;
        private long lines;
        private int cut;
        private long linesBeforeCut;

        void to(byte[] buffer, int start, int end) {
            int i = at < 0 ? start : at;
            while (i + 8 <= end) {
                long word = (long) LONGS.get(buffer, i);
                if (quote != 0 && zeroes(word ^ everyByte(quote)) != 0) {
                    for (int k = 0; k < 8; k++) {
                        i = step(buffer, i, start);
                    }
                } else {
                    long ends = zeroes(word ^ everyByte(lineEnd));
                    if (ends != 0) {
                        lines += Long.bitCount(ends);
                        if (!quoted) {
                            cut = i + 8 - Long.numberOfLeadingZeros(ends) / 8;
                            linesBeforeCut = lines;
                        }
                    }
                    i += 8;
                }
            }
            while (i < end) {
                i = step(buffer, i, start);
            }
            at = i;
        }

        private int step(byte[] buffer, int i, int start) {
            byte b = buffer[i];
            if (b == quote && quote != 0) {
                closedAt = quoted ? i : closedAt;
                quoted = !quoted && opens(buffer, i, start);
            } else if (b == lineEnd) {
                lines++;
                if (!quoted) {
                    cut = i + 1;
                    linesBeforeCut = lines;
                }
            }
            return i + 1;
        }

        /** A second quote behind one that closed opens again: it was one of a doubled pair. */
        private boolean opens(byte[] buffer, int i, int start) {
            return i == start
                    || buffer[i - 1] == delimiter
                    || buffer[i - 1] == '\n'
                    || buffer[i - 1] == '\r'
                    || i == closedAt + 1;
        }
    }

    private static long everyByte(byte b) {
        return (b & 0xFFL) * 0x0101010101010101L;
    }

    /** {@return a word with the high bit set in exactly those bytes that are zero} */
    private static long zeroes(long word) {
        return ~(((word & LOW_BITS) + LOW_BITS) | word | LOW_BITS);
    }
}
