package fr.pleiade.cli;

import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
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

    private final Locale language;

    ReportPrinter(PrintWriter out, Locale language) {
        this.out = out;
        this.language = language;
    }

    void print(PublishReport report) {
        out.println();
        out.println(
                switch (report.outcome()) {
                    case UNCHANGED ->
                        said(
                                "Nothing has changed since release %s, which stays current.",
                                "Rien n'a changé depuis la version %s, qui reste la version courante.",
                                report.release());
                    case REHEARSED ->
                        said(
                                "This would be release %s; nothing was published.",
                                "Ce serait la version %s ; rien n'a été publié.", report.release());
                    case REFUSED ->
                        said(
                                "Refused; nothing was published, and what was current stays current.",
                                "Refusé ; rien n'a été publié, et ce qui était courant le reste.");
                    case PUBLISHED ->
                        said(
                                "Published release %s in %s.",
                                "Version %s publiée en %s.", report.release(), took(report));
                });
        report.unfetched().forEach(finding -> out.println(finding.describe()));
        out.println();
        out.printf(
                ROW,
                said("dataset", "jeu de données"),
                said("rows", "lignes"),
                "triples",
                said("links", "liens"),
                said("errors", "erreurs"),
                said("warnings", "alertes"));
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
            long[] figures = byLabel.computeIfAbsent(rule.label().in(language), label -> new long[5]);
            figures[0] += rule.links();
            figures[1] += rule.keys();
            figures[2] += rule.linked();
            figures[3] += rule.keyed();
            figures[4] += rule.candidates();
        }
        byLabel.forEach((label, figures) -> out.println(said(
                "links  %s → %s: %s of %s keys, %s of %s things that have one, of %s",
                "liens  %s → %s : %s clés sur %s, %s choses sur %s qui en ont une, parmi %s",
                slug,
                label,
                grouped(figures[0]),
                grouped(figures[1]),
                grouped(figures[2]),
                grouped(figures[3]),
                grouped(figures[4]))));
    }

    private String said(String en, String fr, Object... values) {
        return new Text(en, fr).with(values).in(language);
    }

    /** By term and not by graph: a term is one rule of the site. */
    private void printStated(PublishReport report) {
        SortedMap<String, Long> byTerm = new TreeMap<>();
        report.stated().values().forEach(graph -> graph.forEach((term, count) -> byTerm.merge(term, count, Long::sum)));
        byTerm.forEach(
                (term, count) -> out.println(said("follows  <%s>: %s", "s'ensuit  <%s> : %s", term, grouped(count))));
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
