package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the gate says of what would be published.
 *
 * @param groups all findings, kind by kind: what refuses first, then what costs those who use the data most
 */
public record Verdict(List<FindingGroup> groups) {
    private static final Comparator<FindingGroup> ORDER = Comparator.comparing(
                    FindingGroup::severity, Comparator.reverseOrder())
            .thenComparing(FindingGroup::cost, Comparator.reverseOrder())
            .thenComparing(FindingGroup::rule)
            .thenComparing(FindingGroup::dataset)
            .thenComparing(group -> group.examples().get(0).finding().place().describe());

    public Verdict {
        groups = groups.stream().sorted(ORDER).toList();
    }

    /** {@return the verdict on something of which no more can be said than this} */
    public static Verdict of(String dataset, List<Finding> findings) {
        Gate gate = new Gate(Policy.DEFAULTS);
        findings.forEach(finding -> gate.judge(dataset, finding));
        return gate.verdict();
    }

    /** {@return whether nothing may be published} */
    public boolean refuses() {
        return count(Severity.ERROR) > 0;
    }

    /** {@return how many findings of the severity there are} */
    public long count(Severity severity) {
        return groups.stream()
                .filter(group -> group.severity() == severity)
                .mapToLong(FindingGroup::count)
                .sum();
    }

    /** {@return the part of it that is about some graphs} */
    public Verdict only(Set<String> datasets) {
        return new Verdict(groups.stream()
                .filter(group -> datasets.contains(group.dataset()))
                .toList());
    }
}
