package fr.pleiade.spark;

import fr.pleiade.mapping.engine.LineJoin;
import fr.pleiade.quads.LineReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Joins the lines of some keys, all that there are of these: sorted first, then one key after the other. For one thread. */
final class JoinedPart implements Chunks.Source {
    private static final int BUFFER = 1 << 16;

    private final Iterator<byte[]> chunks;
    private @Nullable Path file;
    private @Nullable LineReader sorted;
    private @Nullable LineJoin join;

    JoinedPart(Iterator<byte[]> chunks) {
        this.chunks = chunks;
    }

    @Override
    public boolean more(Chunks ready) {
        try {
            LineReader lines = sorted;
            LineJoin joined = join;
            if (lines == null || joined == null) {
                lines = sort();
                joined = new LineJoin(ready);
                sorted = lines;
                join = joined;
            }
            if (lines.next()) {
                joined.line(lines.buffer(), lines.start(), lines.end());
                return true;
            }
            close(lines);
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("lines cannot be joined: " + e.getMessage(), e);
        }
    }

    /** Lines are given as they are asked for, so that sorted ones wait on the disk. */
    private LineReader sort() throws IOException {
        Path temporary = Files.createTempFile(SortedPart.localFolder(), "pleiade-join", ".lines");
        file = temporary;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), BUFFER)) {
            SortedPart.sort(chunks, (bytes, start, end) -> {
                out.write(bytes, start, end - start);
                out.write('\n');
            });
        }
        return new LineReader(temporary);
    }

    private void close(LineReader lines) throws IOException {
        lines.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
