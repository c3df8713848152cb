package fr.pleiade.mapping;

import fr.pleiade.mapping.bytes.ByteStrings;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.quads.LineEnds;
import fr.pleiade.quads.LineSorter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Lines of which each is passed on once: at its first appearance while memory lasts, at the end, sorted, after that.
 *
 * <p>Exact. Memory: {@link #MOST_BYTES} of lines and their index; lines beyond that are sorted aside, in {@value #SORTED_AT_A_TIME} bytes of
 * memory and on disk. The same lines in the same order give the same output. Not thread-safe.
 */
public final class DistinctLines extends OutputStream {
    /** How many bytes of distinct lines are held in memory. */
    public static final int MOST_BYTES = 48 << 20;

    private static final int SORTED_AT_A_TIME = 16 << 20;

    private final OutputStream below;
    private final int mostBytes;
    private final ByteStrings seen = new ByteStrings();
    private final Bytes part = new Bytes();
    private @Nullable Path folder;
    private @Nullable LineSorter aside;
    private long count;

    private DistinctLines(OutputStream below, int mostBytes) {
        this.below = below;
        this.mostBytes = mostBytes;
    }

    /** Lines to be passed on to a stream, which stays open. */
    public static DistinctLines to(OutputStream below) {
        return to(below, MOST_BYTES);
    }

    static DistinctLines to(OutputStream below, int mostBytes) {
        return new DistinctLines(below, mostBytes);
    }

    /** {@return how many lines were passed on so far} */
    public long count() {
        return count;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int start = offset;
        int end = offset + length;
        for (int i = LineEnds.next(bytes, start, end); i < end; i = LineEnds.next(bytes, start, end)) {
            if (part.length() > 0) {
                part.put(bytes, start, i + 1);
                line(part.array(), 0, part.length());
                part.clear();
            } else {
                line(bytes, start, i + 1);
            }
            start = i + 1;
        }
        part.put(bytes, start, end);
    }

    @Override
    public void flush() throws IOException {
        below.flush();
    }

    /** Passes on what was put aside; nothing may be written afterwards. */
    public void finish() throws IOException {
        if (aside != null) {
            aside.drain((bytes, start, end) -> {
                below.write(bytes, start, end - start);
                below.write('\n');
                count++;
            });
        }
        close();
    }

    /** Removes what was put aside, if {@link #finish()} did not. */
    @Override
    public void close() throws IOException {
        if (aside != null) {
            aside.close();
            aside = null;
        }
        if (folder != null) {
            Files.deleteIfExists(folder);
            folder = null;
        }
    }

    private void line(byte[] bytes, int from, int to) throws IOException {
        long hash = ByteStrings.hash(bytes, from, to);
        if (seen.find(bytes, from, to, hash) >= 0) {
            return;
        }
        if (seen.bytes() + to - from <= mostBytes || seen.size() == 0) {
            seen.add(bytes, from, to, hash);
            below.write(bytes, from, to - from);
            count++;
        } else {
            aside().write(bytes, from, to - from);
        }
    }

    private LineSorter aside() throws IOException {
        if (aside == null) {
            folder = Files.createTempDirectory("pleiade-distinct");
            folder.toFile().deleteOnExit();
            aside = new LineSorter(folder, Math.min(SORTED_AT_A_TIME, mostBytes));
        }
        return aside;
    }
}
