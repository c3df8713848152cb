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

    /** Writes all lines of a source, such as a {@link LineSorter}, to a file. {@return its figures} */
    public static Figures write(LineSource lines, Path file, String base) throws IOException {
        try (GraphWriter writer = new GraphWriter(file, base)) {
            lines.drain(writer);
            return writer.figures();
        }
    }

    /**
     * Writes the lines of a graph's file that are not among some lines to another file. {@return the figures of that}
     *
     * @param lines what is left out
     */
    public static Figures writeWithout(LineSorter lines, Path graph, Path file, String base) throws IOException {
        try (LineReader all = new LineReader(graph);
                GraphWriter writer = new GraphWriter(file, base)) {
            boolean[] more = {all.next()};
            lines.drain((bytes, start, end) -> {
                int order = more[0] ? compare(all, bytes, start, end) : 1;
                while (order < 0) {
                    all.give(writer);
                    more[0] = all.next();
                    order = more[0] ? compare(all, bytes, start, end) : 1;
                }
                if (order == 0) {
                    more[0] = all.next();
                }
            });
            while (more[0]) {
                all.give(writer);
                more[0] = all.next();
            }
            return writer.figures();
        }
    }

    private static int compare(LineReader line, byte[] bytes, int start, int end) {
        return Arrays.compareUnsigned(line.buffer(), line.start(), line.end(), bytes, start, end);
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
