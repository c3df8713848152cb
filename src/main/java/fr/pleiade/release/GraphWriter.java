package fr.pleiade.release;

import java.io.BufferedOutputStream;
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
final class GraphWriter implements LineSink, Closeable {
    private final OutputStream out;
    private final MessageDigest digest = Sha256.digest();
    private final byte[] things;
    private byte[] subject = new byte[0];
    private long lines;
    private long entities;
    private long bytes;

    GraphWriter(Path file, String base) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void line(byte[] source, int start, int end) throws IOException {
        out.write(source, start, end - start);
        out.write('\n');
        digest.update(source, start, end - start);
        digest.update((byte) '\n');
        bytes += end - start + 1;
        lines++;
        countSubject(source, start);
    }

    private void countSubject(byte[] source, int start) {
        int end = start + subject.length;
        if (end < source.length
                && source[end] == ' '
                && subject.length > 0
                && Arrays.equals(source, start, end, subject, 0, subject.length)) {
            return;
        }
        for (end = start; source[end] != ' '; end++) {}
        subject = Arrays.copyOfRange(source, start, end);
        if (subject[0] == '<' && !isFragmentOfThing()) {
            entities++;
        }
    }

    private boolean isFragmentOfThing() {
        if (!startsWith(subject, things)) {
            return false;
        }
        for (int i = things.length; i < subject.length; i++) {
            if (subject[i] == '#') {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }

    long triples() {
        return lines;
    }

    long entities() {
        return entities;
    }

    long bytes() {
        return bytes;
    }

    /** {@return the digest of all lines written; ask once} */
    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
