package fr.pleiade.release;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.RELEASE;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of a manifest that says what link rules did: a {@code void:Linkset} for each rule, in it one for each target; and what was
 * stated because it follows: a part for each property or class.
 */
final class ManifestLinks {
    private static final String STATED = RELEASE + "stated";

    private ManifestLinks() {}

    /** Says the reports of a graph's rules. */
    static void say(Description graph, List<LinkReport> reports) {
        for (int i = 0; i < reports.size(); i++) {
            LinkReport report = reports.get(i);
            Description linkset = graph.about(graph.subject().text() + "-links-" + (i + 1));
            graph.link(VOID + "subset", linkset.subject().text());
            linkset.a(VOID + "Linkset")
                    .link(RELEASE + "rule", report.rule())
                    .text(RDFS + "label", report.label())
                    .link(VOID + "linkPredicate", report.predicate())
                    .number(RELEASE + "candidates", report.candidates())
                    .number(RELEASE + "linked", report.linked())
                    .number(RELEASE + "keyed", report.keyed())
                    .number(RELEASE + "keys", report.keys())
                    .number(VOID + "triples", report.links());
            int number = 0;
            for (Map.Entry<String, Long> target : report.linksByTarget().entrySet()) {
                Description part = graph.about(linkset.subject().text() + "-" + ++number);
                linkset.link(VOID + "subset", part.subject().text());
                part.text(DCT + "title", target.getKey()).number(VOID + "triples", target.getValue());
            }
        }
    }

    /** Says of each property or class how many statements of it follow. */
    static void state(Description graph, SortedMap<String, Long> stated) {
        int number = 0;
        for (Map.Entry<String, Long> term : stated.entrySet()) {
            Description part = graph.about(graph.subject().text() + "-stated-" + ++number);
            graph.link(STATED, part.subject().text());
            part.link(RELEASE + "term", term.getKey()).number(VOID + "triples", term.getValue());
        }
    }

    /** {@return of each property or class how many statements of it follow} */
    static SortedMap<String, Long> stated(Description graph) {
        SortedMap<String, Long> stated = new TreeMap<>();
        for (Term part : graph.graph().objects(graph.subject(), STATED)) {
            Description term = graph.about(part.text());
            term.value(RELEASE + "term").ifPresent(iri -> stated.put(iri, term.count(VOID + "triples")));
        }
        return stated;
    }

    /** {@return the reports of a graph's rules, in their order} */
    static List<LinkReport> read(Description graph) {
        return subsets(graph).stream().map(ManifestLinks::report).toList();
    }

    private static LinkReport report(Description linkset) {
        Map<String, Long> byTarget = new LinkedHashMap<>();
        for (Description part : subsets(linkset)) {
            byTarget.put(part.value(DCT + "title").orElse(""), part.count(VOID + "triples"));
        }
        return new LinkReport(
                linkset.value(RELEASE + "rule").orElse(""),
                new Text(label(linkset, "en"), label(linkset, "fr")),
                linkset.value(VOID + "linkPredicate").orElse(""),
                linkset.count(RELEASE + "candidates"),
                linkset.count(RELEASE + "linked"),
                linkset.count(RELEASE + "keyed"),
                linkset.count(RELEASE + "keys"),
                linkset.count(VOID + "triples"),
                byTarget);
    }

    private static List<Description> subsets(Description whole) {
        return whole.graph().objects(whole.subject(), VOID + "subset").stream()
                .map(part -> whole.about(part.text()))
                .toList();
    }

    private static String label(Description linkset, String language) {
        return linkset.graph().objects(linkset.subject(), RDFS + "label").stream()
                .filter(label -> label instanceof Term.Literal literal
                        && literal.language().equals(language))
                .map(Term::text)
                .findFirst()
                .orElse("");
    }
}
