package fr.pleiade.release.finding;

import fr.pleiade.findings.Finding;
import fr.pleiade.quads.LineSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Findings of one line each, so that a sorter has a tenth of the lines: triples joined by carriage returns, which no N-Triples line has.
 *
 * <p>Takes them sorted, and writes what they are when all their triples are sorted: findings that differ only in French share a node,
 * whose triples are sorted together. To be closed, for the last is written then; what it writes to stays open.
 */
public final class JoinedFindings implements LineSink, AutoCloseable {
    static final byte NEXT = '\r';

    private static final int USUAL_LENGTH = 1 << 11;

    private final OutputStream out;
    private byte[] last = {};

    public JoinedFindings(OutputStream out) {
        this.out = out;
    }

    /** {@return the finding as such a line, without its end} */
    public static byte[] line(Finding finding) {
        ByteArrayOutputStream line = new ByteArrayOutputStream(USUAL_LENGTH);
        for (byte[] triple : FindingFile.lines(finding)) {
            if (line.size() > 0) {
                line.write(NEXT);
            }
            line.writeBytes(triple);
        }
        return line.toByteArray();
    }

    /** Writes the triples that are joined in {@code bytes[from..to)}, each with its end. */
    static void write(byte[] bytes, int from, int to, OutputStream out) throws IOException {
        byte[] lines = Arrays.copyOfRange(bytes, from, to + 1);
        lines[to - from] = NEXT;
        for (int i = 0; i < lines.length; i++) {
            if (lines[i] == NEXT) {
                lines[i] = '\n';
            }
        }
        out.write(lines);
    }

    @Override
    public void line(byte[] bytes, int start, int end) throws IOException {
        byte[] next = Arrays.copyOfRange(bytes, start, end);
        if (hasNodeOf(next)) {
            last = merged(last, next);
        } else {
            writeLast();
            last = next;
        }
    }

    private boolean hasNodeOf(byte[] next) {
        int at = 0;
        while (at < last.length && last[at] == next[at] && next[at] != ' ') {
            at++;
        }
        return at < last.length && last[at] == next[at];
    }

    /** Texts of one letter for each byte are in the order of the bytes. */
    private static byte[] merged(byte[] one, byte[] other) {
        String next = String.valueOf((char) NEXT);
        SortedSet<String> lines = new TreeSet<>();
        Collections.addAll(lines, new String(one, StandardCharsets.ISO_8859_1).split(next));
        Collections.addAll(lines, new String(other, StandardCharsets.ISO_8859_1).split(next));
        return String.join(next, lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private void writeLast() throws IOException {
        if (last.length > 0) {
            write(last, 0, last.length, out);
        }
    }

    @Override
    public void close() throws IOException {
        writeLast();
    }
}
