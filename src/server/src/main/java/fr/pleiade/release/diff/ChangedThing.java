package fr.pleiade.release.diff;

import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A thing whose lines in two files of one graph are being compared, and those of them that only one file has.
 *
 * <p>Memory: its changed lines.
 */
final class ChangedThing {
    private static final byte[] LABEL = bytes("<" + Vocabulary.RDFS + "label> ");
    private static final byte[] PREF_LABEL = bytes("<" + Vocabulary.SKOS + "prefLabel> ");

    private final byte[] subject; // "<http://…" or "_:b", without what ends it
    private final boolean hasFragments;
    private final byte end;
    private final ByteArrayOutputStream removed = new ByteArrayOutputStream(0);
    private final ByteArrayOutputStream added = new ByteArrayOutputStream(0);
    private boolean before;
    private boolean after;
    private boolean isNamedNow;
    private byte[] name = {};

    /** @param hasFragments whether subjects that go on with {@code #} are the thing's own */
    ChangedThing(byte[] subject, boolean hasFragments) {
        this.subject = subject;
        this.hasFragments = hasFragments;
        this.end = subject[0] == '<' ? (byte) '>' : (byte) ' ';
    }

    /** {@return where the thing's IRI or label ends in a line of its own} */
    int length() {
        return subject.length;
    }

    /** {@return whether the line's subject is the thing or one of its fragments} */
    boolean owns(LineReader line) {
        if (!line.begins(subject)) {
            return false;
        }
        byte next = line.buffer()[line.start() + subject.length];
        return next == end || hasFragments && next == '#';
    }

    /** {@return whether no line of the thing can come at this line or after it} */
    boolean isOver(LineReader line) {
        return !line.begins(subject)
                || Byte.toUnsignedInt(line.buffer()[line.start() + subject.length]) > Byte.toUnsignedInt(end);
    }

    /** @param order below 0: the line is in the old file only; 0: in both; above 0: in the new one only */
    void see(LineReader line, int order) {
        before |= order <= 0;
        after |= order >= 0;
        if (order != 0) {
            ByteArrayOutputStream lines = order < 0 ? removed : added;
            lines.write(line.buffer(), line.start(), line.end() - line.start());
            lines.write('\n');
        }
        if (isName(line) && (order >= 0 || !isNamedNow)) {
            isNamedNow |= order >= 0;
            name = Arrays.copyOfRange(line.buffer(), line.start(), line.end());
        }
    }

    /** A label of the thing itself, not of a fragment. */
    private boolean isName(LineReader line) {
        int predicate = line.start() + subject.length + 2;
        return line.buffer()[predicate - 2] == '>'
                && (begins(line, predicate, LABEL) || begins(line, predicate, PREF_LABEL));
    }

    private static boolean begins(LineReader line, int from, byte[] prefix) {
        return from + prefix.length <= line.end()
                && Arrays.equals(line.buffer(), from, from + prefix.length, prefix, 0, prefix.length);
    }

    /** {@return whether it differs} */
    boolean isChanged() {
        return removed.size() + added.size() > 0;
    }

    EntityChange.Kind kind() {
        return !before ? EntityChange.Kind.ADDED : after ? EntityChange.Kind.CHANGED : EntityChange.Kind.REMOVED;
    }

    /** {@return its IRI, or its blank node's label} */
    String entity() {
        String text = new String(subject, StandardCharsets.UTF_8);
        return text.startsWith("<") ? NQuads.parseTerm(text + ">").text() : text;
    }

    /** {@return the thing as it is written in the file} */
    String term() {
        return new String(subject, StandardCharsets.UTF_8) + (end == '>' ? ">" : "");
    }

    /** {@return what people call it; {@code ""} where nothing says so} */
    String name() {
        return name.length == 0
                ? ""
                : QuadLine.parse(new String(name, StandardCharsets.UTF_8))
                        .object()
                        .text();
    }

    /** {@return the change, decoded} */
    EntityChange change() {
        return new EntityChange(
                kind(),
                entity(),
                name(),
                removed.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(QuadLine::parse)
                        .toList(),
                added.toString(StandardCharsets.UTF_8)
                        .lines()
                        .map(QuadLine::parse)
                        .toList());
    }

    /**
     * Writes the change as {@link PatchFile} has it.
     *
     * @return how many bytes were written
     */
    long writeTo(OutputStream out) throws IOException {
        byte[] header = bytes(PatchFile.header(kind(), term(), Term.Literal.of(name())));
        out.write(header);
        return header.length + write(PatchFile.DELETE, removed, out) + write(PatchFile.ADD, added, out);
    }

    private static long write(String mark, ByteArrayOutputStream lines, OutputStream out) throws IOException {
        byte[] bytes = lines.toByteArray();
        byte[] begin = bytes(mark);
        long written = bytes.length;
        for (int start = 0, at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                out.write(begin);
                out.write(bytes, start, at + 1 - start);
                written += begin.length;
                start = at + 1;
            }
        }
        return written;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
