package fr.pleiade.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which partition of the shuffle a line belongs to: those of the run's own output by ranges of bytes, so that they are sorted one behind
 * the other; then one for each target; then those in which lines are joined; then one for what is told of the parts.
 *
 * @param bounds what separates the ranges, in order: a line that is equal to one is behind it
 * @param targets how many targets the mapping has
 * @param joined how many partitions joins are made in
 */
record Layout(List<byte[]> bounds, int targets, int joined) implements Serializable {
    private static final long serialVersionUID = 1L;

    Layout {
        bounds = List.copyOf(bounds);
    }

    /**
     * {@return a layout of at most so many ranges that are about as large as one another}
     *
     * @param sample some of the lines
     */
    static Layout of(List<byte[]> sample, int ranges, int targets, int joined) {
        List<byte[]> sorted = new ArrayList<>(sample);
        sorted.sort(Arrays::compareUnsigned);
        List<byte[]> bounds = new ArrayList<>();
        for (int range = 1; range < ranges && !sorted.isEmpty(); range++) {
            byte[] bound = sorted.get((int) ((long) sorted.size() * range / ranges));
            if (bounds.isEmpty() || Arrays.compareUnsigned(bounds.get(bounds.size() - 1), bound) < 0) {
                bounds.add(bound);
            }
        }
        return new Layout(bounds, targets, joined);
    }

    /** {@return how many ranges the run's own output has} */
    int ranges() {
        return bounds.size() + 1;
    }

    /** {@return how many partitions lines are written from} */
    int written() {
        return ranges() + targets;
    }

    /** {@return the partition of a target, counted from 1 as outputs are} */
    int ofTarget(int output) {
        return bounds.size() + output;
    }

    /** {@return the partition of a key} */
    int ofKey(long hash) {
        return written() + (int) Long.remainderUnsigned(hash, joined);
    }

    /** {@return the partition of what is told of the parts} */
    int ofReports() {
        return written() + joined;
    }

    /** {@return how many partitions there are} */
    int all() {
        return ofReports() + 1;
    }
}
