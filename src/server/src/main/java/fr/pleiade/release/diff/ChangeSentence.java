package fr.pleiade.release.diff;

import static fr.pleiade.rdf.Vocabulary.POSITION;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says in French or English what became of one thing. Properties and things are called by their labels where a release has them.
 *
 * <p>A {@code #} fragment that came or went as a whole is not told triple by triple, but by its notation, if nothing else says that; of
 * a place that is given in several ways, its geometry is told. What several properties say alike, a new name for one, is told once.
 */
public final class ChangeSentence {
    private static final Text CREATED = new Text("%s: created", "%s : création");
    private static final Text REMOVED = new Text("%s: removed", "%s : suppression");
    private static final Text CHANGED = new Text("%s: %s", "%s : %s");
    private static final Text AND = new Text("; ", " ; ");
    private static final Text RENAMED = new Text("renamed from \"%s\" to \"%s\"", "nouveau nom, « %s » devient « %s »");
    private static final Text CLOSED = new Text("closed (%s)", "fermeture (%s)");
    private static final Text MOVED = new Text("moved: %s", "déplacement, %s");
    private static final Text GAINED_IDENTIFIER = new Text("gained the identifier %s", "gagne l'identifiant %s");
    private static final Text LOST_IDENTIFIER = new Text("lost the identifier %s", "perd l'identifiant %s");
    private static final Text REPLACED = new Text("%s was %s, is %s", "%s : %s devient %s");
    private static final Text GAINED = new Text("%s is now %s", "%s : désormais %s");
    private static final Text LOST = new Text("%s was %s, is not given any more", "%s : %s disparaît");
    private static final Text DETAILS = new Text("details changed", "détails modifiés");

    private static final String NOTATION = Vocabulary.SKOS + "notation";
    private static final String GEOMETRY = Vocabulary.GEO + "asWKT";
    private static final Set<String> NAMES = Set.of(
            Vocabulary.SKOS + "prefLabel",
            Vocabulary.RDFS + "label",
            Vocabulary.SCHEMA + "name",
            Vocabulary.FOAF + "name");
    private static final Set<String> IDENTIFIERS = Set.of(
            Vocabulary.OWL + "sameAs", NOTATION, Vocabulary.SCHEMA + "identifier", Vocabulary.DCT + "identifier");
    private static final Set<String> ENDS =
            Set.of(Vocabulary.SCHEMA + "dissolutionDate", "https://schema.org/dissolutionDate");
    private static final List<String> PLACES =
            List.of(Vocabulary.LOCN, GEOMETRY, POSITION, Vocabulary.SCHEMA + "address");

    private final Diff diff;
    private final Locale locale;

    public ChangeSentence(Diff diff, Locale locale) {
        this.diff = diff;
        this.locale = locale;
    }

    /** {@return one sentence about one thing} */
    public String of(EntityChange change) {
        String name = change.name().isEmpty() ? "<" + change.entity() + ">" : change.name();
        return switch (change.kind()) {
            case ADDED -> say(CREATED, name);
            case REMOVED -> say(REMOVED, name);
            case CHANGED -> say(CHANGED, name, String.join(AND.in(locale), new LinkedHashSet<>(clauses(change))));
        };
    }

    private static final class Values {
        private final List<Term> removed = new ArrayList<>();
        private final List<Term> added = new ArrayList<>();
    }

    private List<String> clauses(EntityChange change) {
        Set<Term> wholes = new HashSet<>(); // fragments that came or went as wholes
        Stream.concat(change.removed().stream(), change.added().stream())
                .filter(quad -> quad.predicate().value().equals(Vocabulary.RDF + "type"))
                .filter(quad -> quad.subject().text().startsWith(change.entity() + "#"))
                .forEach(quad -> wholes.add(quad.subject()));
        Map<String, Values> byProperty = new LinkedHashMap<>();
        told(change.removed(), wholes)
                .forEach(quad -> values(byProperty, quad).removed.add(quad.object()));
        told(change.added(), wholes)
                .forEach(quad -> values(byProperty, quad).added.add(quad.object()));
        if (byProperty.keySet().stream().anyMatch(key -> key.startsWith(GEOMETRY))) {
            byProperty.keySet().removeIf(key -> key.startsWith(POSITION));
        }
        List<String> clauses = new ArrayList<>();
        byProperty.forEach((key, values) -> say(key.substring(0, key.indexOf(' ')), values, clauses));
        addNotations(change.added(), wholes, GAINED_IDENTIFIER, clauses);
        addNotations(change.removed(), wholes, LOST_IDENTIFIER, clauses);
        return clauses.isEmpty() ? List.of(DETAILS.in(locale)) : clauses;
    }

    private static List<Quad> told(List<Quad> quads, Set<Term> wholes) {
        return quads.stream()
                .filter(quad -> !wholes.contains(quad.subject()) && !wholes.contains(quad.object()))
                .toList();
    }

    private static Values values(Map<String, Values> byProperty, Quad quad) {
        String language = quad.object() instanceof Term.Literal literal ? literal.language() : "";
        String key = quad.predicate().value() + " " + quad.subject().text() + " " + language;
        return byProperty.computeIfAbsent(key, k -> new Values());
    }

    private void addNotations(List<Quad> quads, Set<Term> wholes, Text clause, List<String> clauses) {
        for (Quad quad : quads) {
            String notation = quad.object().text();
            if (wholes.contains(quad.subject())
                    && quad.predicate().value().equals(NOTATION)
                    && clauses.stream().noneMatch(said -> said.contains(notation))) {
                clauses.add(say(clause, notation));
            }
        }
    }

    private void say(String predicate, Values values, List<String> clauses) {
        String before = names(values.removed, predicate);
        String after = names(values.added, predicate);
        if (NAMES.contains(predicate) && !before.isEmpty() && !after.isEmpty()) {
            clauses.add(say(RENAMED, before, after));
        } else if (ENDS.contains(predicate) && !after.isEmpty()) {
            clauses.add(say(CLOSED, after));
        } else if (IDENTIFIERS.contains(predicate)) {
            values.added.forEach(term -> clauses.add(say(GAINED_IDENTIFIER, term.text())));
            values.removed.forEach(term -> clauses.add(say(LOST_IDENTIFIER, term.text())));
        } else if (PLACES.stream().anyMatch(predicate::startsWith)) {
            clauses.add(say(MOVED, change(property(predicate), before, after)));
        } else {
            clauses.add(change(property(predicate), before, after));
        }
    }

    private String change(String property, String before, String after) {
        if (before.isEmpty()) {
            return say(GAINED, property, after);
        }
        return after.isEmpty() ? say(LOST, property, before) : say(REPLACED, property, before, after);
    }

    private String property(String iri) {
        return label(new Term.Iri(iri)).orElseGet(() -> localName(iri));
    }

    private String names(List<Term> terms, String predicate) {
        return String.join(
                ", ", terms.stream().map(term -> name(term, predicate)).toList());
    }

    /** {@return a thing's label, its own site's or a class's name, a foreign thing's address, or what a literal says} */
    private String name(Term term, String predicate) {
        if (!(term instanceof Term.Iri iri)) {
            return term.text();
        }
        boolean isFamiliar = predicate.equals(Vocabulary.RDF + "type")
                || iri.value().startsWith(diff.after().base());
        return label(iri).orElseGet(() -> isFamiliar ? localName(iri.value()) : iri.value());
    }

    private static String localName(String iri) {
        String name = iri.substring(1 + Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')));
        return name.isEmpty() ? iri : name;
    }

    private Optional<String> label(Term.Iri iri) {
        return label(diff.after(), iri).or(() -> label(diff.before(), iri));
    }

    private Optional<String> label(Release release, Term.Iri iri) {
        List<Term> labels = release.describe(iri.value()).about(iri).stream()
                .filter(triple -> NAMES.contains(triple.predicate().value()))
                .map(Quad::object)
                .toList();
        return labels.stream()
                .filter(label -> label instanceof Term.Literal literal
                        && literal.language().equals(locale.getLanguage()))
                .findFirst()
                .or(() -> labels.stream().findFirst())
                .map(Term::text);
    }

    private String say(Text text, Object... values) {
        return text.in(locale).formatted(values);
    }
}
