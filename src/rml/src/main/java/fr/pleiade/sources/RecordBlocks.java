package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cuts a stream of UTF-8 bytes into blocks that end where a record ends.
 *
 * <p>Whether a line end ends a record depends on the quotes before it, so every byte is looked at once, eight at a time where
 * there is no quote, else by the machine that reads the cells.
 */
final class RecordBlocks implements BlockReader {
    /** A longer record is taken for a quote that was never closed. */
    static final int LONGEST_RECORD = 64 << 20;

    private static final int BLOCK_BYTES = 256 << 10;
    /** A small file needs no more. */
    private static final int FIRST_BLOCK_BYTES = 16 << 10;

    private final CsvFile file;
    private final InputStream in;
    private final StoredBytes stored;
    private final Rfc4180 machine;
    private final ConcurrentLinkedQueue<byte[]> free = new ConcurrentLinkedQueue<>();
    private byte[] rest = {};
    private long number;
    private long line;
    private boolean ended;

    RecordBlocks(CsvFile file, InputStream in, StoredBytes stored, long firstLine) {
        this.line = firstLine;
        this.file = file;
        this.in = in;
        this.stored = stored;
        this.machine = new Rfc4180(file.dialect());
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
    public Optional<RowBlock> next() {
        return cut().map(RowBlock.class::cast);
    }

    /** Reads until a block is full, and cuts behind its last record. */
    private Optional<ByteBlock> cut() {
        if (ended) {
            return Optional.empty();
        }
        byte[] buffer = buffer();
        Scan scan = new Scan(file.dialect(), machine);
        int filled = rest.length;
        System.arraycopy(rest, 0, buffer, 0, filled);
        while (true) {
            filled = fill(buffer, filled);
            scan.to(buffer, filled);
            if (ended || scan.cut() > 0) {
                return block(buffer, filled, scan);
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

    private Optional<ByteBlock> block(byte[] buffer, int filled, Scan scan) {
        int end = ended ? filled : scan.cut();
        rest = Arrays.copyOfRange(buffer, end, filled);
        if (ended && end > 0 && buffer[end - 1] != '\n' && buffer[end - 1] != '\r') {
            end++;
        }
        buffer[end] = '\n';
        if (end == 0) {
            return Optional.empty();
        }
        ByteBlock block =
                new ByteBlock(file, machine, number++, stored.take(), new ByteBlock.Slice(buffer, 0, end, line));
        line += scan.linesBeforeCut();
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

    /**
     * Where the records of a buffer end; goes on where it stopped when the buffer has grown.
     *
     * <p>It begins behind a line end, or at the beginning of the text: there a cell begins, or goes on in quotes. Eight bytes are looked at
     * together where there is no quote, else one by one by the machine that reads the cells.
     */
    static final class Scan {
        private static final VarHandle LONGS =
                MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
        private static final int NOWHERE = -2;
        private static final long LOW_BITS = 0x7F7F7F7F7F7F7F7FL;

        private final Rfc4180 machine;
        private final byte quote;
        private final int from;
        private int at;
        private boolean quoted;
        /** Where the last quoted cell was closed, or its first of two quotes is. */
        private int closed = NOWHERE;

        private long lines;
        private int firstCut;
        private long linesBeforeFirstCut;
        private int cut;
        private long linesBeforeCut;

        /** A scan of a buffer whose first byte begins a record. */
        Scan(Dialect dialect, Rfc4180 machine) {
            this(dialect, machine, 0, false);
        }

        /**
         * A scan of a buffer from behind a line end on.
         *
         * @param quoted whether that line end is in quotes
         */
        Scan(Dialect dialect, Rfc4180 machine, int from, boolean quoted) {
            this.machine = machine;
            this.quote = (byte) dialect.quote();
            this.from = from;
            this.at = from;
            this.quoted = quoted;
        }

        /** {@return where the last whole record ends that was seen; 0 if none did} */
        int cut() {
            return cut;
        }

        /** {@return how many lines ended before the last whole record did} */
        long linesBeforeCut() {
            return linesBeforeCut;
        }

        /** {@return where one of the first records ends that was seen; 0 if none did} */
        int firstCut() {
            return firstCut;
        }

        /** {@return how many lines ended before that one did} */
        long linesBeforeFirstCut() {
            return linesBeforeFirstCut;
        }

        /** {@return how many lines ended} */
        long lines() {
            return lines;
        }

        /** {@return whether a quoted cell is open} */
        boolean isQuoted() {
            return quoted;
        }

        void to(byte[] buffer, int end) {
            int i = at;
            for (; i + 8 <= end; i += 8) {
                long word = (long) LONGS.get(buffer, i);
                long quotes = quote == 0 ? 0 : zeroes(word ^ everyByte(quote));
                long lineFeeds = zeroes(word ^ everyByte((byte) '\n'));
                long returns = zeroes(word ^ everyByte((byte) '\r'));
                if (quotes != 0) {
                    for (long rest = quotes | lineFeeds | returns; rest != 0; rest &= rest - 1) {
                        step(buffer, i + (Long.numberOfTrailingZeros(rest) >>> 3), end);
                    }
                } else if ((lineFeeds | returns) != 0) {
                    endLines(buffer, i, end, lineFeeds, returns);
                }
            }
            for (; i < end; i++) {
                step(buffer, i, end);
            }
            at = i;
        }

        /** Counts the line ends among eight bytes without quotes: a LF behind a CR belongs to it. */
        private void endLines(byte[] buffer, int i, int end, long lineFeeds, long returns) {
            long carried = i > from && buffer[i - 1] == '\r' ? 0x80L : 0;
            long pairs = lineFeeds & (returns << 8 | carried);
            lines += Long.bitCount(lineFeeds) + Long.bitCount(returns) - Long.bitCount(pairs);
            if (!quoted) {
                cutBehind(buffer, i + 7 - Long.numberOfLeadingZeros(lineFeeds | returns) / 8, end);
            }
        }

        private void step(byte[] buffer, int i, int end) {
            byte b = buffer[i];
            if (b == '\r' || b == '\n') {
                lines += b == '\n' && i > from && buffer[i - 1] == '\r' ? 0 : 1;
                if (!quoted) {
                    cutBehind(buffer, i, end);
                }
            } else if (quoted) {
                quoted = machine.next(Rfc4180.QUOTED, b) == Rfc4180.QUOTED;
                closed = quoted ? closed : i;
            } else {
                quoted = machine.next(outside(buffer, i), b) == Rfc4180.QUOTED;
            }
        }

        /** {@return the state before a byte that is not in quotes} */
        private int outside(byte[] buffer, int i) {
            return i == from
                    ? Rfc4180.CELL
                    : closed == i - 1 ? Rfc4180.CLOSED : machine.next(Rfc4180.BARE, buffer[i - 1]);
        }

        /** Cuts behind a line end, unless it is a CR whose LF may come. */
        private void cutBehind(byte[] buffer, int lineEnd, int end) {
            if (buffer[lineEnd] == '\n' || (lineEnd + 1 < end && buffer[lineEnd + 1] != '\n')) {
                cut = lineEnd + 1;
                linesBeforeCut = lines;
                if (firstCut == 0) {
                    firstCut = cut;
                    linesBeforeFirstCut = lines;
                }
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
}
