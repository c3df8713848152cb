package fr.pleiade.quality.shapes;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * Cuts sorted lines into batches in which each thing stands together with its parts.
 *
 * <p>The parts of a thing, {@code <…/x#…>}, come before it, {@code <…/x>}, and between them only things whose address is longer than its own
 * ({@code <…/x1>}): so what waits for its thing is always a chain of addresses of which each begins the next.
 */
final class WholeThings {
    private final int batch;
    private final Consumer<byte[]> batches;
    private final ByteArrayOutputStream whole = new ByteArrayOutputStream();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private String current = "";
    private int lines;

    /** Parts that wait for their thing. */
    private static final class Waiting {
        private final String thing;
        private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
        private int lines;

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

    /** Adds the next line; it has no line end. */
    void add(String subject, byte[] bytes, int from, int to) {
        if (!subject.equals(current)) {
            begin(subject);
        }
        int hash = subject.indexOf('#');
        if (hash < 0) {
            write(whole, bytes, from, to);
            lines++;
        } else {
            Waiting parts = waiting.getLast();
            write(parts.parts, bytes, from, to);
            parts.lines++;
        }
    }

    private void begin(String subject) {
        current = subject;
        int hash = subject.indexOf('#');
        String thing = hash < 0 ? subject : subject.substring(0, hash);
        while (!waiting.isEmpty() && !thing.startsWith(waiting.getLast().thing)) {
            release();
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

    private void release() {
        Waiting parts = waiting.removeLast();
        whole.writeBytes(parts.parts.toByteArray());
        lines += parts.lines;
    }

    private static void write(ByteArrayOutputStream out, byte[] bytes, int from, int to) {
        out.write(bytes, from, to - from);
        out.write('\n');
    }

    private void cut() {
        batches.accept(whole.toByteArray());
        whole.reset();
        lines = 0;
    }

    /** Hands over the last batch. */
    void finish() {
        while (!waiting.isEmpty()) {
            release();
        }
        if (lines > 0) {
            cut();
        }
    }
}
