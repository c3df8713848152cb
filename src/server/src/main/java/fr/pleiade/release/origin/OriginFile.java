package fr.pleiade.release.origin;

import fr.pleiade.quads.LineSorter;
import fr.pleiade.quads.OriginLine;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes {@code pages/origins/<slug>.bin} of a release: where each triple of a dataset's rows comes from, to be found by the triple.
 *
 * <p>Shape: a head of {@value #HEAD} bytes, {@code P O 1}, then how many bytes a line's number takes and how many a rule's; then records of
 * one length, in the order of their bytes: the upper {@value #HASH_BYTES} bytes of the triple's {@link OriginLine#hash}, the line, the
 * rule, each with its most significant byte first. A triple that many rows make has the records of its first {@value #MOST}: the last
 * of so many says that there may be more.
 *
 * <p>Memory: a sorter's. The same triples give the same bytes, in whichever order they come. Not thread-safe.
 */
public final class OriginFile implements Closeable {
    /** How many places are kept of a triple that has several. */
    public static final int MOST = 4;

    static final int HEAD = 5;
    static final int HASH_BYTES = 6;
    private static final int LARGEST = 64 << 20;

    private final LineSorter sorter;
    private final Measured measured;

    /** @param work a folder for what does not fit into memory */
    public OriginFile(Path work) {
        int share = (int) Math.min(Runtime.getRuntime().maxMemory() / 16, LARGEST);
        sorter = new LineSorter(work, share);
        measured = new Measured();
    }

    /** {@return where a folder of a release has the file of a dataset} */
    public static Path of(Path release, String slug) {
        return release.resolve("pages").resolve("origins").resolve(slug + ".bin");
    }

    /** {@return what takes whole lines of {@link OriginLine}, in any order} */
    public OutputStream lines() {
        return measured;
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        int lineBytes = bytes(measured.lastLine);
        int ruleBytes = bytes(measured.lastRule);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            out.write(new byte[] {'P', 'O', '1', (byte) lineBytes, (byte) ruleBytes});
            byte[] record = new byte[HASH_BYTES + lineBytes + ruleBytes];
            long[] last = {0, 0};
            sorter.drain((bytes, start, end) -> {
                long hash = OriginLine.hashOf(bytes, start);
                last[1] = hash == last[0] ? last[1] + 1 : 1;
                last[0] = hash;
                if (last[1] <= MOST) {
                    write(hash >>> Long.SIZE - Byte.SIZE * HASH_BYTES, record, 0, HASH_BYTES);
                    write(OriginLine.lineOf(bytes, start), record, HASH_BYTES, HASH_BYTES + lineBytes);
                    write(OriginLine.ruleOf(bytes, start), record, HASH_BYTES + lineBytes, record.length);
                    out.write(record);
                }
            });
        }
    }

    private static int bytes(long largest) {
        return (Long.SIZE - Long.numberOfLeadingZeros(largest | 1) + Byte.SIZE - 1) / Byte.SIZE;
    }

    private static void write(long value, byte[] target, int start, int end) {
        long rest = value;
        for (int i = end - 1; i >= start; i--) {
            target[i] = (byte) rest;
            rest >>>= Byte.SIZE;
        }
    }

    @Override
    public void close() throws IOException {
        sorter.close();
    }

    /** Passes lines on, and remembers the largest numbers. */
    private final class Measured extends OutputStream {
        private long lastLine;
        private int lastRule;

        @Override
        public void write(int b) {
            throw new UnsupportedOperationException("whole lines only");
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            for (int at = offset; at < offset + length; at += OriginLine.LENGTH + 1) {
                lastLine = Math.max(lastLine, OriginLine.lineOf(bytes, at));
                lastRule = Math.max(lastRule, OriginLine.ruleOf(bytes, at));
            }
            sorter.write(bytes, offset, length);
        }
    }
}
