package fr.pleiade.mapping;

import fr.pleiade.mapping.bytes.ByteStrings;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.quads.LineEnds;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of which each is passed on once: at its first appearance while memory lasts, at the end after that.
 *
 * <p>Exact. Memory: {@link #MOST_BYTES} of lines and their index; lines beyond that are put into files by their hash, which
 * {@link #finish()} reads one by one. The same lines in the same order give the same output. Not thread-safe.
 */
public final class DistinctLines extends OutputStream {
    /** How many bytes of distinct lines are held in memory. */
    public static final int MOST_BYTES = 48 << 20;

    private static final int FILES = 64;

    private final OutputStream below;
    private final int mostBytes;
    private final int depth;
    private final ByteStrings seen;
    private final Bytes part = new Bytes();
    private final List<Path> paths = new ArrayList<>();
    private final List<OutputStream> files = new ArrayList<>();
    private long count;

    private DistinctLines(OutputStream below, int mostBytes, int depth) {
        this.below = below;
        this.mostBytes = mostBytes;
        this.depth = depth;
        this.seen = new ByteStrings(depth);
    }

    /** Lines to be passed on to a stream, which stays open. */
    public static DistinctLines to(OutputStream below) {
        return to(below, MOST_BYTES);
    }

    static DistinctLines to(OutputStream below, int mostBytes) {
        return new DistinctLines(below, mostBytes, 0);
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
        for (OutputStream file : files) {
            file.close();
        }
        for (Path path : paths) {
            DistinctLines lines = new DistinctLines(below, mostBytes, depth + 1);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
                in.transferTo(lines);
            }
            lines.finish();
            count += lines.count();
            Files.delete(path);
        }
        paths.clear();
        files.clear();
    }

    /** Removes what was put aside, if {@link #finish()} did not. */
    @Override
    public void close() throws IOException {
        for (OutputStream file : files) {
            file.close();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }

    private void line(byte[] bytes, int from, int to) throws IOException {
        long hash = seen.hash(bytes, from, to);
        if (seen.find(bytes, from, to, hash) >= 0) {
            return;
        }
        if (seen.bytes() + to - from <= mostBytes || seen.size() == 0) {
            seen.add(bytes, from, to, hash);
            below.write(bytes, from, to - from);
            count++;
        } else {
            putAside(hash).write(bytes, from, to - from);
        }
    }

    private OutputStream putAside(long hash) throws IOException {
        if (files.isEmpty()) {
            for (int i = 0; i < FILES; i++) {
                Path path = Files.createTempFile("pleiade-distinct", ".nq");
                path.toFile().deleteOnExit();
                paths.add(path);
                files.add(new BufferedOutputStream(Files.newOutputStream(path), 1 << 14));
            }
        }
        return files.get((int) (hash >>> 58));
    }
}
