package fr.pleiade.quads;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The lines that one sorted graph file has and another has not, and the other way round, written as two files.
 *
 * <p>Where one value of a subject's property goes, its other values are written as added although they were there: an index may hold
 * two spellings of a number ({@code 1.5} and {@code 1.50}) to be one, and lose both when one is removed.
 */
public final class LineDiff implements Closeable {
    private final OutputStream removed;
    private final OutputStream added;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private byte[] property = new byte[0];
    private boolean hasRemoved;
    private long changes;

    public LineDiff(Path removed, Path added) throws IOException {
        this.removed = new BufferedOutputStream(Files.newOutputStream(removed), 1 << 16);
        this.added = new BufferedOutputStream(Files.newOutputStream(added), 1 << 16);
    }

    /** Writes the difference of two files of one graph after those that were written before. */
    public void compare(Path before, Path after) throws IOException {
        try (LineReader old = new LineReader(before);
                LineReader young = new LineReader(after)) {
            compare(old, young);
        }
    }

    /** Writes the difference of two files of one graph, read from their beginnings, after those that were written before. */
    public void compare(LineReader old, LineReader young) throws IOException {
        boolean hasOld = old.next();
        boolean hasYoung = young.next();
        while (hasOld || hasYoung) {
            int order = !hasOld ? 1 : !hasYoung ? -1 : old.compareTo(young);
            write(order <= 0 ? old : young, order);
            hasOld = order <= 0 ? old.next() : hasOld;
            hasYoung = order >= 0 ? young.next() : hasYoung;
        }
        endProperty();
    }

    private void write(LineReader line, int order) throws IOException {
        if (property.length == 0 || !line.begins(property)) {
            endProperty();
            property = line.quad().property();
        }
        hasRemoved |= order < 0;
        changes += order == 0 ? 0 : 1;
        OutputStream out = order < 0 ? removed : order > 0 ? added : kept;
        out.write(line.buffer(), line.start(), line.end() - line.start());
        out.write('\n');
    }

    private void endProperty() throws IOException {
        if (hasRemoved) {
            kept.writeTo(added);
        }
        kept.reset();
        hasRemoved = false;
    }

    /** {@return how many lines differ} */
    public long changes() {
        return changes;
    }

    @Override
    public void close() throws IOException {
        try (removed;
                added) {
            property = new byte[0];
        }
    }
}
