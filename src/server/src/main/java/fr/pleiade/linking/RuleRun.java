package fr.pleiade.linking;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One rule at work on one dataset: looks the keys up, and counts. */
final class RuleRun {
    private static final Text CORRECT_KEY = new Text(
            "correct the key in the source, or add a target that knows it",
            "corrigez la clé dans la source, ou ajoutez une cible qui la connaît");

    private final LinkRule rule;
    private final ReferenceKeys keys;
    private final Map<String, Long> linksByTarget = new LinkedHashMap<>();
    private long candidates;
    private long linked;
    private long links;
    private long unknown;

    RuleRun(LinkRule rule, ReferenceKeys keys) {
        this.rule = rule;
        this.keys = keys;
    }

    LinkRule rule() {
        return rule;
    }

    void apply(Subject subject, Consumer<Quad> quads, Consumer<Finding> findings) {
        if (!subject.isA(rule.subjectClass())) {
            return;
        }
        candidates++;
        List<String> values = subject.values(rule.key());
        if (values.isEmpty() && rule.required()) {
            findings.accept(noKey(subject));
        }
        long before = links;
        values.forEach(key -> link(subject, key, quads, findings));
        if (links > before) {
            linked++;
        } else if (!values.isEmpty()) {
            unknown++;
        }
    }

    private void link(Subject subject, String key, Consumer<Quad> quads, Consumer<Finding> findings) {
        Map<String, LinkTarget> things = keys.things(rule.targets(), key);
        if (things.size() == 1) {
            Map.Entry<String, LinkTarget> thing = things.entrySet().iterator().next();
            links++;
            linksByTarget.merge(thing.getValue().name(), 1L, Long::sum);
            quads.accept(new Quad(subject.term(), new Term.Iri(rule.predicate()), new Term.Iri(thing.getKey())));
        } else if (things.size() > 1) {
            findings.accept(ambiguous(subject, key, things.keySet()));
        } else if (rule.required()) {
            findings.accept(missing(subject, key));
        }
    }

    /** Ends the run: sums up in one finding what an optional rule did not link. */
    LinkReport finish(Consumer<Finding> findings) {
        Map<String, Long> byTarget = new LinkedHashMap<>();
        rule.targets().forEach(t -> byTarget.merge(t.name(), linksByTarget.getOrDefault(t.name(), 0L), Math::max));
        LinkReport report =
                new LinkReport(rule.iri(), rule.label(), rule.predicate(), candidates, linked, links, byTarget);
        if (!rule.required() && unknown > 0) {
            findings.accept(summary());
        }
        return report;
    }

    private Finding missing(Subject subject, String key) {
        return new Finding(
                "link-missing",
                Severity.WARNING,
                place(subject),
                new Text(
                        "no %s has the key '%s'".formatted(rule.label().en(), key),
                        "aucun objet « %s » n'a la clé « %s »"
                                .formatted(rule.label().fr(), key)),
                CORRECT_KEY);
    }

    private Finding noKey(Subject subject) {
        return new Finding(
                "link-no-key",
                Severity.WARNING,
                place(subject),
                new Text(
                        "it has no <%s>, so that its %s is not known"
                                .formatted(rule.key(), rule.label().en()),
                        "sans <%s>, le lien « %s » ne peut être établi"
                                .formatted(rule.key(), rule.label().fr())),
                new Text("fill the key in, in the source", "renseignez la clé dans la source"));
    }

    private Finding ambiguous(Subject subject, String key, Set<String> things) {
        String list = String.join(", ", things);
        return new Finding(
                "link-ambiguous",
                Severity.WARNING,
                place(subject),
                new Text(
                        "%d things (%s) have the key '%s'; none was linked"
                                        .formatted(things.size(), rule.label().en(), key)
                                + ": " + list,
                        "%d objets (%s) ont la clé « %s » ; aucun lien n'a été fait"
                                        .formatted(things.size(), rule.label().fr(), key)
                                + " : " + list),
                new Text(
                        "narrow the target by link:class, or mend the reference data",
                        "restreignez la cible par link:class, ou corrigez les données de référence"));
    }

    private Finding summary() {
        return new Finding(
                "link-missing",
                Severity.INFO,
                new Place.OfThing(rule.iri(), rule.label().en()),
                new Text(
                        "the keys of %d of %d things lead to no %s"
                                .formatted(unknown, candidates, rule.label().en()),
                        "les clés de %d objets sur %d ne mènent à rien (%s)"
                                .formatted(unknown, candidates, rule.label().fr())),
                new Text(
                        "nothing, if the target is known to be incomplete",
                        "rien, si la cible est notoirement incomplète"));
    }

    private static Place place(Subject subject) {
        return new Place.OfThing(subject.term().text(), subject.name());
    }
}
