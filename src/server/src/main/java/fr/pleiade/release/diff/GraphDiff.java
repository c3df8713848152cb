package fr.pleiade.release.diff;

import fr.pleiade.quads.LineReader;
import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Compares two files of one graph, thing by thing, in one pass over both.
 *
 * <p>A thing below {@code <base>id/} has its {@code #} fragments with it. In the sorted file these come before it, and things whose
 * IRI begins with its own may stand between; so a thing is held open until a line comes that does not begin with its IRI.
 *
 * <p>Time: linear. Memory: the changed triples of the things that are open, as many as one IRI has prefixes that are IRIs of things.
 */
final class GraphDiff {
    private static final byte[] LABEL = bytes("<" + Vocabulary.RDFS + "label>");
    private static final byte[] PREF_LABEL = bytes("<http://www.w3.org/2004/02/skos/core#prefLabel>");

    private final byte[] things;
    private final Consumer<EntityChange> changes;
    private final Deque<OpenThing> open = new ArrayDeque<>();

    private GraphDiff(String base, Consumer<EntityChange> changes) {
        this.things = bytes("<" + base + "id/");
        this.changes = changes;
    }

    /**
     * Gives each thing that differs, in an order that depends on the two files alone.
     *
     * @param before the graph as it was; empty if it was not there
     * @param after the graph as it is; empty if it is not there
     */
    static void compare(InputStream before, InputStream after, String base, Consumer<EntityChange> changes)
            throws IOException {
        new GraphDiff(base, changes).run(new LineReader(before), new LineReader(after));
    }

    private void run(LineReader old, LineReader young) throws IOException {
        boolean hasOld = old.next();
        boolean hasYoung = young.next();
        while (hasOld || hasYoung) {
            int order = !hasOld ? 1 : !hasYoung ? -1 : old.compareTo(young);
            LineReader line = order <= 0 ? old : young;
            thing(line).see(line, order);
            hasOld = order <= 0 ? old.next() : hasOld;
            hasYoung = order >= 0 ? young.next() : hasYoung;
        }
        while (!open.isEmpty()) {
            open.pop().close(changes);
        }
    }

    private OpenThing thing(LineReader line) {
        while (!open.isEmpty() && !open.peek().isPrefixOf(line)) {
            open.pop().close(changes);
        }
        int end = subjectEnd(line);
        OpenThing top = open.peek();
        if (top == null || top.length() != end - line.start()) {
            top = new OpenThing(Arrays.copyOfRange(line.buffer(), line.start(), end));
            open.push(top);
        }
        return top;
    }

    /** {@return where the thing's IRI ends in the line, before its {@code #} or its closing bracket} */
    private int subjectEnd(LineReader line) {
        byte[] bytes = line.buffer();
        boolean thing = startsWith(line, line.start(), things);
        int at = line.start();
        while (bytes[at] != ' ' && bytes[at] != '>' && !(thing && bytes[at] == '#')) {
            at++;
        }
        return at;
    }

    private static boolean startsWith(LineReader line, int from, byte[] prefix) {
        return from + prefix.length <= line.end()
                && Arrays.equals(line.buffer(), from, from + prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A thing some lines of which were seen, and more may come. */
    private static final class OpenThing {
        private final byte[] subject; // "<http://…" without what ends it
        private final List<Quad> removed = new ArrayList<>();
        private final List<Quad> added = new ArrayList<>();
        private boolean before;
        private boolean after;
        private String name = "";

        OpenThing(byte[] subject) {
            this.subject = subject;
        }

        int length() {
            return subject.length;
        }

        boolean isPrefixOf(LineReader line) {
            return startsWith(line, line.start(), subject);
        }

        /** @param order below 0: the line is in the old file only; 0: in both; above 0: in the new one only */
        void see(LineReader line, int order) {
            before |= order <= 0;
            after |= order >= 0;
            if (order != 0) {
                Quad quad = NQuads.parse(text(line));
                (order < 0 ? removed : added).add(quad);
            }
            if (isName(line) && (order >= 0 || name.isEmpty())) {
                name = NQuads.parse(text(line)).object().text();
            }
        }

        /** A label of the thing itself, not of a fragment. */
        private boolean isName(LineReader line) {
            int predicate = line.start() + subject.length + 2;
            return line.buffer()[line.start() + subject.length] == '>'
                    && (startsWith(line, predicate, LABEL) || startsWith(line, predicate, PREF_LABEL));
        }

        void close(Consumer<EntityChange> changes) {
            if (removed.isEmpty() && added.isEmpty()) {
                return;
            }
            EntityChange.Kind kind =
                    !before ? EntityChange.Kind.ADDED : after ? EntityChange.Kind.CHANGED : EntityChange.Kind.REMOVED;
            String iri = new String(subject, StandardCharsets.UTF_8);
            changes.accept(new EntityChange(kind, iri.startsWith("<") ? iri.substring(1) : iri, name, removed, added));
        }

        private static String text(LineReader line) {
            return new String(line.buffer(), line.start(), line.end() - line.start(), StandardCharsets.UTF_8);
        }
    }
}
