package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings of one kind: of one rule, in one dataset and one column.
 *
 * @param dataset the dataset's slug
 * @param rule the rule's id
 * @param severity how bad they are
 * @param column the column that they are in; {@code ""} where they are in none
 * @param count how many there are
 * @param examples the first of them, of different values
 */
public record FindingGroup(
        String dataset, String rule, Severity severity, String column, long count, List<Example> examples) {
    /** How many examples are kept. */
    public static final int EXAMPLES = 3;

    /** Beyond so many values, examples are the first of the values that are known. */
    private static final int VALUES = 1000;

    private static final Comparator<Finding> BY_PLACE = Comparator.<Finding>comparingLong(f -> line(f.place()))
            .thenComparing(f -> f.place().describe())
            .thenComparing(f -> f.problem().en());

    public FindingGroup {
        examples = List.copyOf(examples);
    }

    /**
     * A finding that stands for those of its value.
     *
     * @param finding the first of them
     * @param count how many there are
     */
    public record Example(Finding finding, long count) {}

    /** {@return how much the rule's findings cost those who use the data; the higher, the more} */
    public int cost() {
        return Rule.named(rule).map(Rule::cost).orElse(Rule.USUAL_COST);
    }

    private static long line(Place place) {
        if (place instanceof Place.InCell cell) {
            return cell.line();
        }
        return place instanceof Place.InLine line ? line.line() : 0;
    }

    /** A group that is being counted. */
    static final class Counting {
        private final Map<String, Example> byValue = new HashMap<>();
        private long count;

        void add(Finding finding) {
            count++;
            String value = finding.place() instanceof Place.InCell cell
                    ? cell.value()
                    : finding.place().describe();
            if (byValue.size() < VALUES || byValue.containsKey(value)) {
                byValue.merge(value, new Example(finding, 1), Counting::together);
            }
        }

        private static Example together(Example one, Example other) {
            Finding first = BY_PLACE.compare(one.finding(), other.finding()) <= 0 ? one.finding() : other.finding();
            return new Example(first, one.count() + other.count());
        }

        FindingGroup group(String dataset, String column) {
            List<Example> examples = byValue.values().stream()
                    .sorted(Comparator.comparing(Example::finding, BY_PLACE))
                    .limit(EXAMPLES)
                    .toList();
            Finding first = examples.get(0).finding();
            return new FindingGroup(dataset, first.rule(), first.severity(), column, count, examples);
        }
    }
}
