package fr.pleiade.cube;

import fr.pleiade.findings.Text;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The years that a dimension has: years themselves, days, and intervals by their first day. One that stands far from all others was
 * probably meant otherwise, as 2202 for 2022, and a sum by years would lack it where it belongs.
 */
final class Years {
    /** How far from the next one a year stands alone: further than any census from the one before. */
    private static final int FAR = 60;

    private static final int DIGITS = 4;

    private final String property;
    private final Map<Integer, Year> years = new TreeMap<>();
    private long all;

    /** A year, the first observation that has it, and how many have it. */
    private static final class Year {
        final String observation;
        long times;

        Year(String observation) {
            this.observation = observation;
        }
    }

    /** @param property the dimension's IRI */
    Years(String property) {
        this.property = property;
    }

    /** Notes a value, if it is a year or begins with one: {@code "2022"^^…}, {@code "2022-09-01/2023-08-31"^^…}. */
    void look(ByteBuffer value, Supplier<String> observation) {
        byte[] bytes = value.array();
        int at = value.arrayOffset() + value.position();
        if (value.remaining() < DIGITS + 2 || bytes[at] != '"') {
            return;
        }
        int year = 0;
        for (int i = 1; i <= DIGITS; i++) {
            int digit = bytes[at + i] - '0';
            if (digit < 0 || digit > 9) {
                return;
            }
            year = 10 * year + digit;
        }
        byte behind = bytes[at + DIGITS + 1];
        if (behind == '-' || isTyped(bytes, at + DIGITS + 1, at + value.remaining())) {
            @Nullable Year known = years.get(year);
            if (known == null) {
                known = new Year(observation.get());
                years.put(year, known);
            }
            known.times++;
            all++;
        }
    }

    /** {@return whether a literal ends here that is a year: one without a datatype is a code} */
    private static boolean isTyped(byte[] bytes, int at, int end) {
        return bytes[at] == '"' && end - at > "Year>".length() && bytes[end - 2] == 'r' && bytes[end - 5] == 'Y';
    }

    /** Tells the years that stand alone. */
    void judge(Consumer<Violation> violations) {
        TreeMap<Integer, Year> sorted = new TreeMap<>(years);
        sorted.forEach((year, of) -> {
            @Nullable Integer before = sorted.lowerKey(year);
            @Nullable Integer after = sorted.higherKey(year);
            boolean isAlone = (before == null || year - before > FAR) && (after == null || after - year > FAR);
            if (isAlone && sorted.size() > 1 && 2 * of.times < all) {
                violations.accept(new Violation(
                        Constraint.FAR_YEAR,
                        of.observation,
                        new Text(
                                        "its <%s> is of %s, and the next ones are of %s",
                                        "son <%s> est de %s, et les plus proches sont de %s")
                                .with(property, year, nearest(before, after)),
                        List.of(Integrity.isObservation(of.observation))));
            }
        });
    }

    private static String nearest(@Nullable Integer before, @Nullable Integer after) {
        return Stream.of(Optional.ofNullable(before), Optional.ofNullable(after))
                .flatMap(Optional::stream)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
