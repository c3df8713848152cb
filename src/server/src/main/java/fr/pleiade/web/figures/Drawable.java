package fr.pleiade.web.figures;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds a part of a slice that can be drawn. A dimension is held at what stands for all its values, where there is that, else at the value
 * that most observations have; time is left free, and where there is none the last dimension with several values.
 */
final class Drawable {
    /** As many bars as tell something. */
    private static final int MOST_BARS = 60;

    private final Slice slice;

    Drawable(Slice slice) {
        this.slice = slice;
    }

    Slice find() {
        Slice found = slice;
        Optional<Dimension> next = toHold(found);
        while (next.isPresent()) {
            found = found.with(next.get(), best(found, next.get()));
            next = toHold(found);
        }
        return found;
    }

    private static Optional<Dimension> toHold(Slice slice) {
        List<int[]> counts = slice.cube().table().counts(slice.selection());
        List<Dimension> varying = slice.cube().dimensions().stream()
                .filter(dimension -> codes(slice, counts, dimension).size() > 1)
                .toList();
        List<Dimension> categories =
                new ArrayList<>(varying.stream().filter(d -> !d.isTime()).toList());
        boolean hasTime = categories.size() < varying.size();
        boolean isAlone = categories.size() == 1
                && !hasTime
                && codes(slice, counts, categories.get(0)).size() <= MOST_BARS;
        return isAlone ? Optional.empty() : categories.stream().findFirst();
    }

    private static List<Integer> codes(Slice slice, List<int[]> counts, Dimension dimension) {
        BitSet held = slice.selection().codes().get(dimension.place());
        return IntStream.range(0, dimension.size())
                .filter(code -> counts.get(dimension.place())[code] > 0 && (held == null || held.get(code)))
                .boxed()
                .toList();
    }

    private static int best(Slice slice, Dimension dimension) {
        List<int[]> counts = slice.cube().table().counts(slice.selection());
        return codes(slice, counts, dimension).stream()
                .max(Comparator.comparing(dimension::isTotal)
                        .thenComparing(code -> counts.get(dimension.place())[code])
                        .thenComparing(Comparator.<Integer>reverseOrder()))
                .orElseThrow();
    }
}
