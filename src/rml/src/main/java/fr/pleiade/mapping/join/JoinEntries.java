package fr.pleiade.mapping.join;

import fr.pleiade.mapping.bytes.ByteStrings;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Keys with a subject each, in memory, in the order in which they came. */
final class JoinEntries {
    private static final int END = -1;

    private final Bytes bytes = new Bytes();
    /** For each entry: where its key begins, where its subject begins, where it ends (the next one's key). */
    private int[] bounds = new int[2049];

    private int size;
    private final ByteStrings keys = new ByteStrings();
    private int[] firsts = {};
    private int[] nexts = {};

    void add(Terms keyTerms, int key, Terms subjects, int subject) {
        if (2 * size + 2 >= bounds.length) {
            bounds = Arrays.copyOf(bounds, bounds.length * 2);
        }
        keyTerms.copy(key, bytes);
        bounds[2 * size + 1] = bytes.length();
        subjects.copy(subject, bytes);
        bounds[2 * size + 2] = bytes.length();
        size++;
    }

    /** {@return the memory that the entries take} */
    int bytes() {
        return bytes.length() + 8 * size;
    }

    /** Prepares the entries to be found by their keys. */
    void index() {
        firsts = new int[size];
        nexts = new int[size];
        int[] lasts = new int[size];
        for (int i = 0; i < size; i++) {
            int from = bounds[2 * i];
            int to = bounds[2 * i + 1];
            long hash = ByteStrings.hash(bytes.array(), from, to);
            int found = keys.find(bytes.array(), from, to, hash);
            int number = found >= 0 ? found : keys.add(bytes.array(), from, to, hash);
            if (found >= 0) {
                nexts[lasts[number]] = i;
            } else {
                firsts[number] = i;
            }
            lasts[number] = i;
            nexts[i] = END;
        }
    }

    /** Appends the subjects of a key. */
    void write(byte[] key, int from, int to, Terms out) {
        int number = keys.find(key, from, to, ByteStrings.hash(key, from, to));
        if (number < 0) {
            return;
        }
        for (int i = firsts[number]; i != END; i = nexts[i]) {
            out.bytes().put(bytes.array(), bounds[2 * i + 1], bounds[2 * i + 2]);
            out.end();
        }
    }

    /** Writes the entries, sorted by key, equal ones in their order. */
    void writeSorted(DataOutputStream out) throws IOException {
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(this::compare)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int i : order) {
            SortedEntries.write(
                    out,
                    Arrays.copyOfRange(bytes.array(), bounds[2 * i], bounds[2 * i + 1]),
                    Arrays.copyOfRange(bytes.array(), bounds[2 * i + 1], bounds[2 * i + 2]));
        }
    }

    private int compare(int left, int right) {
        return Arrays.compareUnsigned(
                bytes.array(),
                bounds[2 * left],
                bounds[2 * left + 1],
                bytes.array(),
                bounds[2 * right],
                bounds[2 * right + 1]);
    }
}
