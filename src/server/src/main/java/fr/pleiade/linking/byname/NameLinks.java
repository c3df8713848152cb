package fr.pleiade.linking.byname;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.rdf.Quad;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one rule did.
 *
 * @param rule the rule
 * @param subjects how many things are of its class and have a name
 * @param links the links, in the order of the linked things
 * @param doubts what a person must look at, likewise
 * @param missing what nothing is called like, likewise: those alone that were to be told, if the rule requires a link
 */
public record NameLinks(NameRule rule, long subjects, List<NameLink> links, List<Doubt> doubts, List<Doubt> missing) {
    public NameLinks {
        links = List.copyOf(links);
        doubts = List.copyOf(doubts);
        missing = List.copyOf(missing);
    }

    /**
     * {@return all triples of the links, with what they rest on}
     *
     * @param sources the IRI of each dataset or register
     */
    public Stream<Quad> triples(Function<String, String> sources) {
        return links.stream()
                .flatMap(link -> link.triples(rule, sources.apply(link.target().source())).stream());
    }

    /** {@return the statements whose rows are told by {@link #findings}} */
    public Stream<Quad> statements() {
        return Stream.concat(doubts.stream(), missing.stream()).map(Doubt::statement);
    }

    /** {@return what is wrong, at the rows of the things where they are known} */
    public List<Finding> findings(Map<Quad, Place> rows) {
        List<Finding> findings = new ArrayList<>();
        doubts.forEach(doubt -> findings.add(doubt.finding(rows)));
        if (rule.isRequired()) {
            missing.forEach(thing -> findings.add(missing(thing, rows)));
        } else if (!missing.isEmpty()) {
            findings.add(new Finding(
                    "link-missing",
                    Severity.INFO,
                    new Place.OfThing(rule.iri(), rule.label().en()),
                    new Text(
                            "of %d things, %d are called like no %s"
                                    .formatted(
                                            subjects,
                                            missing.size(),
                                            rule.label().en()),
                            "sur %d objets, %d n'ont le nom de rien (%s)"
                                    .formatted(
                                            subjects,
                                            missing.size(),
                                            rule.label().fr())),
                    new Text(
                            "nothing, if the target is known to be incomplete",
                            "rien, si la cible est notoirement incomplète")));
        }
        return findings;
    }

    private Finding missing(Doubt thing, Map<Quad, Place> rows) {
        Place row = rows.get(thing.statement());
        String named = thing.label() + " <" + thing.subject() + ">";
        return new Finding(
                "link-missing",
                Severity.WARNING,
                row == null ? new Place.OfThing(thing.subject(), thing.label()) : row,
                new Text(
                        "%s: no %s is called so there"
                                .formatted(named, rule.label().en()),
                        "%s : rien n'y porte ce nom (%s)"
                                .formatted(named, rule.label().fr())),
                new Text(
                        "decide it in decisions.csv of the dataset's folder, or correct the name",
                        "décider dans decisions.csv du dossier du jeu, ou corriger le nom"));
    }

    /**
     * {@return what the rule did, by the property that its links are written with}
     *
     * @param names what a dataset or register is called in reports: the slug, or the file that holds its records
     */
    public List<LinkReport> reports(Function<String, String> names) {
        SortedMap<String, List<NameLink>> byPredicate = new TreeMap<>();
        byPredicate.put(rule.isIdentity() ? NameRule.EXACT : rule.predicate(), new ArrayList<>());
        links.forEach(link -> byPredicate
                .computeIfAbsent(link.predicate(), predicate -> new ArrayList<>())
                .add(link));
        List<LinkReport> reports = new ArrayList<>();
        byPredicate.forEach((predicate, written) -> {
            Map<String, Long> found = written.stream()
                    .collect(Collectors.groupingBy(
                            link -> names.apply(link.target().source()), Collectors.counting()));
            Map<String, Long> byTarget = new LinkedHashMap<>();
            rule.targets()
                    .forEach(target -> byTarget.put(
                            names.apply(target.name()), found.getOrDefault(names.apply(target.name()), 0L)));
            reports.add(new LinkReport(
                    rule.iri(),
                    label(predicate),
                    predicate,
                    subjects,
                    written.size(),
                    subjects,
                    subjects,
                    written.size(),
                    byTarget));
        });
        return reports;
    }

    /** {@return what the rule links to, and how sure, where it grades} */
    private Text label(String predicate) {
        if (!rule.isIdentity()) {
            return rule.label();
        }
        String grade = predicate.substring(predicate.lastIndexOf('#') + 1);
        return new Text(rule.label().en() + " (" + grade + ")", rule.label().fr() + " (" + grade + ")");
    }
}
