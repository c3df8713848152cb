package fr.pleiade.syntax;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Prefixes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * N-Quads that are written to it as another syntax; closing it ends the document and closes the stream below.
 *
 * <p>Memory: one line; the document for JSON-LD. Not thread-safe.
 */
public final class QuadStream extends OutputStream {
    private static final SortedMap<String, String> NO_NAMESPACES = new TreeMap<>();
    private final OutputStream below;
    private final RdfWriter writer;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private boolean closed;

    private QuadStream(OutputStream below, RdfWriter writer) {
        this.below = below;
        this.writer = writer;
    }

    /** Begins a document in a syntax. */
    public static QuadStream open(OutputStream below, Syntax syntax) {
        return new QuadStream(below, RdfWriter.open(below, syntax, new Prefixes(NO_NAMESPACES)));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        int start = offset;
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == '\n') {
                line.write(bytes, start, i - start);
                writer.accept(NQuads.parse(line.toString(StandardCharsets.UTF_8)));
                line.reset();
                start = i + 1;
            }
        }
        line.write(bytes, start, offset + length - start);
    }

    @Override
    public void flush() throws IOException {
        below.flush();
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            writer.close();
            below.close();
        }
    }
}
