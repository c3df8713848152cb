package fr.pleiade.quads;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * Writes sorted lines of N-Quads to a graph's file, and counts and digests them on the way.
 *
 * <p>An entity is a subject that is an IRI; below {@code <base>id/} the {@code #} fragments of a thing belong to it.
 */
public final class GraphWriter implements LineSink, Closeable {
    private static final int BUFFER = 1 << 18;

    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int buffered;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] things;
    private byte[] subject = new byte[0];
    private long lines;
    private long entities;
    private long bytes;

    GraphWriter(Path file, String base) throws IOException {
        out = Files.newOutputStream(file);
        things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void line(byte[] source, int start, int end) throws IOException {
        if (buffered + end - start >= BUFFER) {
            flush();
        }
        if (end - start >= BUFFER) {
            write(source, start, end - start);
        } else {
            System.arraycopy(source, start, buffer, buffered, end - start);
            buffered += end - start;
        }
        buffer[buffered++] = '\n';
        lines++;
        countSubject(source, start);
    }

    private void flush() throws IOException {
        write(buffer, 0, buffered);
        buffered = 0;
    }

    private void write(byte[] source, int start, int length) throws IOException {
        out.write(source, start, length);
        digest.update(source, start, length);
        bytes += length;
    }

    private void countSubject(byte[] source, int start) {
        int end = start + subject.length;
        if (end < source.length
                && source[end] == ' '
                && subject.length > 0
                && Arrays.equals(source, start, end, subject, 0, subject.length)) {
            return;
        }
        subject = Arrays.copyOfRange(source, start, QuadLine.termEnd(source, start));
        if (subject[0] == '<' && !isFragmentOfThing()) {
            entities++;
        }
    }

    private boolean isFragmentOfThing() {
        boolean isOfThing =
                subject.length >= things.length && Arrays.equals(subject, 0, things.length, things, 0, things.length);
        return isOfThing && QuadLine.fragmentStart(subject, things.length, subject.length) < subject.length;
    }

    /**
     * What a graph's file is.
     *
     * @param triples how many lines
     * @param entities how many things
     * @param bytes its size
     * @param sha256 its digest
     */
    public record Figures(long triples, long entities, long bytes, String sha256) {}

    /** Writes all lines of a sorter to a file. {@return its figures} */
    public static Figures write(LineSorter sorter, Path file, String base) throws IOException {
        try (GraphWriter writer = new GraphWriter(file, base)) {
            sorter.drain(writer);
            return writer.figures();
        }
    }

    private Figures figures() throws IOException {
        flush();
        return new Figures(lines, entities, bytes, HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
