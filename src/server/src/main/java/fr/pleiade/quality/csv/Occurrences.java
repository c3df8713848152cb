package fr.pleiade.quality.csv;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** The cells of a column in which one thing is wrong: how many there are, and the first line of each of some values. */
final class Occurrences {
    /** Of more values it is known only how many cells they are. */
    private static final int VALUES = 20;

    private final List<Known> known = new ArrayList<>();
    private int likeliest;
    private long count;

    /** Where a value is first, and in how many cells it is. */
    record Place(long line, long cells) {}

    /** A value of which the cells are counted. */
    private static final class Known {
        private final byte[] value;
        private final long line;
        private long cells = 1;

        Known(byte[] value, long line) {
            this.value = value;
            this.line = line;
        }

        boolean is(byte[] bytes, int start, int end) {
            return end - start == value.length
                    && bytes[start] == value[0]
                    && Arrays.equals(bytes, start, end, value, 0, value.length);
        }

        String text() {
            return new String(value, StandardCharsets.UTF_8);
        }
    }

    void add(long line, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        add(line, bytes, 0, bytes.length);
    }

    /** Adds a cell of UTF-8, which is not empty. */
    void add(long line, byte[] bytes, int start, int end) {
        count++;
        if (likeliest < known.size() && known.get(likeliest).is(bytes, start, end)) {
            known.get(likeliest).cells++;
            return;
        }
        for (int i = 0; i < known.size(); i++) {
            if (known.get(i).is(bytes, start, end)) {
                known.get(i).cells++;
                likeliest = i;
                return;
            }
        }
        if (known.size() < VALUES) {
            known.add(new Known(Arrays.copyOfRange(bytes, start, end), line));
        }
    }

    /** Adds a cell of UTF-8 where it does not matter how many have its value: of more values than are known it is only counted. */
    void addUncounted(long line, byte[] bytes, int start, int end) {
        if (known.size() < VALUES) {
            add(line, bytes, start, end);
        } else {
            count++;
        }
    }

    /** {@return how many cells there are} */
    long count() {
        return count;
    }

    /** {@return those of other values} */
    Occurrences without(Set<String> values) {
        Occurrences others = new Occurrences();
        for (Known each : known) {
            if (!values.contains(each.text())) {
                others.known.add(each);
                others.count += each.cells;
            }
        }
        return others;
    }

    /** Told of each value that is known, in the order of the file. */
    void forEach(BiConsumer<String, Place> told) {
        known.forEach(each -> told.accept(each.text(), new Place(each.line, each.cells)));
    }

    /** {@return the first value; there must be one} */
    String first() {
        return known.get(0).text();
    }

    /** {@return the line of the first value; there must be one} */
    long firstLine() {
        return known.get(0).line;
    }
}
