package fr.pleiade.quality.shapes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Cuts sorted lines into batches in which each thing stands together with its parts, those things left out that nobody wants.
 *
 * <p>The parts of a thing, {@code <…/x#…>}, come before it, {@code <…/x>}, and between them only things whose address is longer than its own
 * ({@code <…/x1>}): so what waits for its thing is always a chain of addresses of which each begins the next.
 */
final class WholeThings {
    private final int batch;
    private final Consumer<byte[]> batches;
    private final Lines whole = new Lines();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private String current = "";
    private int lines;
    /** Where the thing at hand begins in the batch, with its parts. */
    private int begun;

    private boolean isWanted;
    private Set<String> facts = Set.of();

    /** Bytes of which the last can be taken away. */
    private static final class Lines extends ByteArrayOutputStream {
        private int lines;

        void cut(int size) {
            count = size;
        }

        void addAll(Lines other) {
            write(other.buf, 0, other.count);
            lines += other.lines;
        }
    }

    /** Parts that wait for their thing. */
    private static final class Waiting {
        private final String thing;
        private final Lines parts = new Lines();
        private final Set<String> facts = new HashSet<>();
        private boolean isWanted;

        Waiting(String thing) {
            this.thing = thing;
        }
    }

    /**
     * @param batch how many lines a batch has at least, but for the last
     * @param batches takes each batch
     */
    WholeThings(int batch, Consumer<byte[]> batches) {
        this.batch = batch;
        this.batches = batches;
    }

    /** Begins with the next thing or part, of which a line is added next. */
    void begin(String subject) {
        current = subject;
        int hash = subject.indexOf('#');
        String thing = hash < 0 ? subject : subject.substring(0, hash);
        settle();
        while (!waiting.isEmpty() && !thing.startsWith(waiting.getLast().thing)) {
            release();
            settle();
        }
        if (lines >= batch) {
            cut();
        }
        boolean waits = !waiting.isEmpty() && waiting.getLast().thing.equals(thing);
        if (hash < 0 && waits) {
            release();
        } else if (hash >= 0 && !waits) {
            waiting.add(new Waiting(thing));
        }
    }

    /** Adds the next line of what was begun; it has no line end. */
    void add(byte[] bytes, int from, int to) {
        write(isPart() ? waiting.getLast().parts : whole, bytes, from, to);
    }

    private boolean isPart() {
        return current.indexOf('#') >= 0;
    }

    /** Says that the thing at hand, or that of the part at hand, is wanted: it is in a batch, with all its parts. */
    void want() {
        if (isPart()) {
            waiting.getLast().isWanted = true;
        } else {
            isWanted = true;
        }
    }

    /** Keeps something about the part at hand until its thing is over. */
    void note(String fact) {
        if (isPart()) {
            waiting.getLast().facts.add(fact);
        }
    }

    /** {@return whether this was noted about a part of the thing at hand} */
    boolean knows(String fact) {
        return facts.contains(fact);
    }

    /** Takes away the thing that was at hand, if it is not wanted. */
    private void settle() {
        if (isWanted) {
            lines += whole.lines;
        } else {
            whole.cut(begun);
        }
        begun = whole.size();
        whole.lines = 0;
        isWanted = false;
        facts = Set.of();
    }

    /** The parts that wait longest for their thing are now in the batch before it. */
    private void release() {
        Waiting parts = waiting.removeLast();
        whole.addAll(parts.parts);
        isWanted = parts.isWanted;
        facts = parts.facts;
    }

    private static void write(Lines out, byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        out.write('\n');
        out.lines++;
    }

    private void cut() {
        batches.accept(whole.toByteArray());
        whole.reset();
        begun = 0;
        lines = 0;
    }

    /** Hands over the last batch. */
    void finish() {
        settle();
        while (!waiting.isEmpty()) {
            release();
            settle();
        }
        if (lines > 0) {
            cut();
        }
    }
}
