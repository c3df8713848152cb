package fr.pleiade.cli;

import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.release.PublishedGraph;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prints what a publication did, as a table for people.
 *
 * <pre>{@code
 * dataset                     rows     triples       links    errors  warnings
 * towns                     37 544     430 211      35 112         0         3
 * }</pre>
 */
final class ReportPrinter {
    private static final String ROW = "%-26s %10s %11s %11s %9s %9s%n";

    private final PrintWriter out;

    ReportPrinter(PrintWriter out) {
        this.out = out;
    }

    void print(PublishReport report) {
        out.println();
        out.println(
                switch (report.outcome()) {
                    case UNCHANGED ->
                        "Nothing has changed since release " + report.release() + ", which stays current.";
                    case REHEARSED -> "This would be release " + report.release() + "; nothing was published.";
                    case REFUSED -> "Refused; nothing was published, and what was current stays current.";
                    case PUBLISHED -> "Published release " + report.release() + " in " + took(report) + ".";
                });
        report.unfetched().forEach(finding -> out.println(finding.describe()));
        out.println();
        out.printf(ROW, "dataset", "rows", "triples", "links", "errors", "warnings");
        report.graphs().forEach(this::printGraph);
        out.printf(
                ROW,
                "total",
                grouped(report.graphs().stream().mapToLong(PublishedGraph::rows).sum()),
                grouped(report.triples()),
                grouped(report.graphs().stream()
                        .mapToLong(PublishedGraph::links)
                        .sum()),
                grouped(report.findings(Severity.ERROR)),
                grouped(report.findings(Severity.WARNING)));
        out.println();
        report.links().forEach(this::printLinks);
        printStated(report);
        out.flush();
    }

    private void printGraph(PublishedGraph graph) {
        out.printf(
                ROW,
                graph.slug(),
                grouped(graph.rows()),
                grouped(graph.triples()),
                grouped(graph.links()),
                grouped(graph.findings(Severity.ERROR)),
                grouped(graph.findings(Severity.WARNING)));
    }

    /** Rules with one label lead to one kind of thing from several classes of subjects; people read them as one. */
    private void printLinks(String slug, List<LinkReport> rules) {
        Map<String, long[]> byLabel = new LinkedHashMap<>();
        for (LinkReport rule : rules) {
            long[] figures = byLabel.computeIfAbsent(rule.label().en(), label -> new long[5]);
            figures[0] += rule.links();
            figures[1] += rule.keys();
            figures[2] += rule.linked();
            figures[3] += rule.keyed();
            figures[4] += rule.candidates();
        }
        byLabel.forEach((label, figures) -> out.printf(
                "links  %s → %s: %s of %s keys, %s of %s things that have one, of %s%n",
                slug,
                label,
                grouped(figures[0]),
                grouped(figures[1]),
                grouped(figures[2]),
                grouped(figures[3]),
                grouped(figures[4])));
    }

    /** By term and not by graph: a term is one rule of the site. */
    private void printStated(PublishReport report) {
        SortedMap<String, Long> byTerm = new TreeMap<>();
        report.stated().values().forEach(graph -> graph.forEach((term, count) -> byTerm.merge(term, count, Long::sum)));
        byTerm.forEach((term, count) -> out.printf("follows  <%s>: %s%n", term, grouped(count)));
    }

    private static String took(PublishReport report) {
        Duration all = report.durations().values().stream().reduce(Duration.ZERO, Duration::plus);
        return String.format(Locale.ROOT, "%.1f s", all.toMillis() / 1000.0);
    }

    /** {@return the number with a no-break space between thousands: the same in every locale} */
    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00a0');
    }
}
