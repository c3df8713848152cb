package fr.pleiade.sources;

import java.io.IOException;
import java.io.InputStream;
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
        RecordScan scan = new RecordScan(file.dialect(), machine);
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

    private Optional<ByteBlock> block(byte[] buffer, int filled, RecordScan scan) {
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
}
