package fr.pleiade.release.diff;

import fr.pleiade.quads.LineReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Compares two files of one graph, thing by thing, in one pass over both.
 *
 * <p>A thing below {@code <base>id/} has its {@code #} fragments with it. In the sorted file these come before it, and things whose
 * IRI begins with its own may stand between; so a thing is held open until a line comes behind which it cannot go on. Things are
 * therefore given in the order of their subjects as they are written, closing bracket included.
 *
 * <p>Time: linear. Memory: the changed triples of the things that are open, as many as one IRI has prefixes that are IRIs of things.
 */
final class GraphDiff {
    private final byte[] things;
    private final PropertyCounter properties;
    private final Changes changes;
    private final Deque<ChangedThing> open = new ArrayDeque<>();

    private GraphDiff(String base, PropertyCounter properties, Changes changes) {
        this.things = ("<" + base + "id/").getBytes(StandardCharsets.UTF_8);
        this.properties = properties;
        this.changes = changes;
    }

    /** What is told of each thing that differs. */
    @FunctionalInterface
    interface Changes {
        void changed(ChangedThing thing) throws IOException;
    }

    /**
     * Gives each thing that differs, in an order that depends on the two files alone.
     *
     * @param before the graph as it was; empty if it was not there
     * @param after the graph as it is; empty if it is not there
     * @param properties counts the values of each property, changed or not
     */
    static void compare(InputStream before, InputStream after, String base, PropertyCounter properties, Changes changes)
            throws IOException {
        new GraphDiff(base, properties, changes).run(new LineReader(before), new LineReader(after));
    }

    private void run(LineReader old, LineReader young) throws IOException {
        boolean hasOld = old.next();
        boolean hasYoung = young.next();
        while (hasOld || hasYoung) {
            int order = !hasOld ? 1 : !hasYoung ? -1 : old.compareTo(young);
            LineReader line = order <= 0 ? old : young;
            ChangedThing thing = thing(line);
            thing.see(line, order);
            properties.count(line.buffer(), line.start() + thing.length(), order);
            hasOld = order <= 0 ? old.next() : hasOld;
            hasYoung = order >= 0 ? young.next() : hasYoung;
        }
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private ChangedThing thing(LineReader line) throws IOException {
        while (!open.isEmpty() && open.peek().isOver(line)) {
            close(open.pop());
        }
        ChangedThing top = open.peek();
        if (top != null && top.owns(line)) {
            return top;
        }
        boolean isThing = line.begins(things);
        byte[] subject = Arrays.copyOfRange(line.buffer(), line.start(), subjectEnd(line, isThing));
        ChangedThing thing = new ChangedThing(subject, isThing);
        open.push(thing);
        return thing;
    }

    private void close(ChangedThing thing) throws IOException {
        if (thing.isChanged()) {
            changes.changed(thing);
        }
    }

    /** {@return where the thing's IRI ends in the line, before its {@code #} or its closing bracket} */
    private static int subjectEnd(LineReader line, boolean isThing) {
        byte[] bytes = line.buffer();
        int at = line.start();
        while (bytes[at] != ' ' && bytes[at] != '>' && !(isThing && bytes[at] == '#')) {
            at++;
        }
        return at;
    }
}
