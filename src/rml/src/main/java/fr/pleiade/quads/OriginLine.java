package fr.pleiade.quads;

import java.nio.charset.StandardCharsets;

/**
 * Where one triple comes from, as a line that a {@link LineSorter} brings together with the others of the same triple: a hash of the
 * triple, the line of its source, and the number of the rule that made it.
 *
 * <p>Shape: {@value #LENGTH} characters without a line end, of six bits each from {@code 0} to {@code o}, the most significant first:
 * eleven of the hash, six of the source's line, four of the rule. So the order by bytes is that by hash, by line and by rule.
 */
public final class OriginLine {
    public static final int LENGTH = 21;

    private static final int HASH_END = 11;
    private static final int LINE_END = 17;
    private static final int BITS = 6;
    private static final int MASK = (1 << BITS) - 1;

    private OriginLine() {}

    /** {@return what stands for a triple that is written {@code subject predicate object} in canonical N-Triples, between two places} */
    public static long hash(byte[] triple, int start, int end) {
        return Hash64.ofWords(triple, start, end);
    }

    /** {@return the same, of a text} */
    public static long hash(String triple) {
        byte[] bytes = triple.getBytes(StandardCharsets.UTF_8);
        return hash(bytes, 0, bytes.length);
    }

    /** Writes the hash of a line that begins at a place. */
    public static void write(long hash, byte[] target, int at) {
        write(hash, target, at, at + HASH_END);
    }

    /** Writes what follows the hash on a line that begins at a place: the source's line and the rule. */
    public static void write(long line, int rule, byte[] target, int at) {
        write(line, target, at + HASH_END, at + LINE_END);
        write(rule, target, at + LINE_END, at + LENGTH);
    }

    public static long hashOf(byte[] written, int at) {
        return read(written, at, at + HASH_END);
    }

    public static long lineOf(byte[] written, int at) {
        return read(written, at + HASH_END, at + LINE_END);
    }

    public static int ruleOf(byte[] written, int at) {
        return (int) read(written, at + LINE_END, at + LENGTH);
    }

    private static void write(long value, byte[] target, int start, int end) {
        long rest = value;
        for (int i = end - 1; i >= start; i--) {
            target[i] = (byte) ('0' + (rest & MASK));
            rest >>>= BITS;
        }
    }

    private static long read(byte[] written, int start, int end) {
        long value = 0;
        for (int i = start; i < end; i++) {
            value = value << BITS | written[i] - '0';
        }
        return value;
    }
}
