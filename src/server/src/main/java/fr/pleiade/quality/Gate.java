package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What all findings go through: each gets the severity that the site's policy gives it, and is counted with those of its kind.
 *
 * <p>Memory: one {@link FindingGroup} for each rule, dataset and column. Not thread-safe.
 */
public final class Gate {
    private final Policy policy;
    private final Map<Kind, FindingGroup.Counting> groups = new HashMap<>();

    private record Kind(String dataset, String rule, Severity severity, String file, String column) {}

    public Gate(Policy policy) {
        this.policy = policy;
    }

    /**
     * Judges a finding.
     *
     * @param dataset the slug of the graph that it is about
     * @return the finding with the severity that it has here
     */
    public Finding judge(String dataset, Finding found) {
        Severity severity = policy.severity(dataset, found.rule()).orElse(found.severity());
        Finding judged = severity == found.severity()
                ? found
                : new Finding(found.rule(), severity, found.place(), found.problem(), found.remedy());
        groups.computeIfAbsent(kind(dataset, judged), kind -> new FindingGroup.Counting())
                .add(judged);
        return judged;
    }

    private static Kind kind(String dataset, Finding finding) {
        Place place = finding.place();
        String file = place instanceof Place.InCell cell
                ? cell.file()
                : place instanceof Place.InLine line
                        ? line.file()
                        : place instanceof Place.InFile whole ? whole.file() : "";
        String column = place instanceof Place.InCell cell ? cell.column() : "";
        return new Kind(dataset, finding.rule(), finding.severity(), file, column);
    }

    /** {@return what was found so far} */
    public Verdict verdict() {
        List<FindingGroup> found = groups.entrySet().stream()
                .map(group -> group.getValue()
                        .group(group.getKey().dataset(), group.getKey().column()))
                .toList();
        return new Verdict(found);
    }
}
