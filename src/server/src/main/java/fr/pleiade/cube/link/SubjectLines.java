package fr.pleiade.cube.link;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Sorted lines, of which the subject is known and what stands behind it can be asked for, without cutting the line into its terms: most lines
 * of a graph are looked at for nothing else. No thread-safety.
 */
final class SubjectLines implements AutoCloseable {
    private final LineReader reader;
    private byte[] subject = {};
    private boolean isNew;
    private int behind;
    private long position;
    private long next;

    SubjectLines(Path file) throws IOException {
        this.reader = new LineReader(file);
    }

    SubjectLines(InputStream in) {
        this.reader = new LineReader(in);
    }

    /** {@return what a line has behind its subject where it has a property} */
    static byte[] property(String iri) {
        return ("<" + iri + "> ").getBytes(StandardCharsets.UTF_8);
    }

    /** {@return what a line has behind its subject where it has a property and a thing for its value} */
    static byte[] statement(String iri, String object) {
        return ("<" + iri + "> <" + object + ">").getBytes(StandardCharsets.UTF_8);
    }

    /** Moves to the next line. {@return whether there is one} */
    boolean next() throws IOException {
        if (!reader.next()) {
            return false;
        }
        byte[] bytes = reader.buffer();
        int start = reader.start();
        position = next;
        next += reader.end() - start + 1;
        int end = start + subject.length;
        isNew = end >= reader.end()
                || bytes[end] != ' '
                || !Arrays.equals(bytes, start, end, subject, 0, subject.length);
        if (isNew) {
            end = start;
            while (bytes[end] != ' ') {
                end++; // neither an IRI nor a label has a blank
            }
            subject = Arrays.copyOfRange(bytes, start, end);
        }
        behind = end + 1;
        return true;
    }

    /** {@return whether the line is the first about its subject} */
    boolean isNew() {
        return isNew;
    }

    /** {@return the subject as it is written; never changed} */
    byte[] subject() {
        return subject;
    }

    /** {@return where the line begins} */
    long position() {
        return position;
    }

    /** {@return whether that stands behind the subject} */
    boolean says(byte[] beginning) {
        int end = behind + beginning.length;
        return end <= reader.end() && Arrays.equals(reader.buffer(), behind, end, beginning, 0, beginning.length);
    }

    /** {@return the line, cut into its terms} */
    QuadLine quad() {
        return reader.quad();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
