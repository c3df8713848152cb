package fr.pleiade.release;

import fr.pleiade.findings.Text;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.Term;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A difference as sentences in French or English.
 *
 * <p>Shape: {@code Université de Rennes: renamed from "Rennes 1" to "Université de Rennes"; gained the identifier https://ror.org/…}.
 * Properties and things are called by their labels where a release has them.
 */
public final class DiffText {
    private static final Text CREATED = new Text("%s: created", "%s : création");
    private static final Text REMOVED = new Text("%s: removed", "%s : suppression");
    private static final Text CHANGED = new Text("%s: %s", "%s : %s");
    private static final Text RENAMED = new Text("renamed from \"%s\" to \"%s\"", "renommé : « %s » devient « %s »");
    private static final Text CLOSED = new Text("closed (%s)", "fermé (%s)");
    private static final Text MOVED = new Text("moved: %s", "déplacé : %s");
    private static final Text GAINED_IDENTIFIER = new Text("gained the identifier %s", "gagne l'identifiant %s");
    private static final Text LOST_IDENTIFIER = new Text("lost the identifier %s", "perd l'identifiant %s");
    private static final Text REPLACED = new Text("%s was %s, is %s", "%s : %s devient %s");
    private static final Text GAINED = new Text("%s is now %s", "%s est désormais %s");
    private static final Text LOST = new Text("%s was %s, is not given any more", "%s était %s, n'est plus donné");
    private static final Text SUMMARY =
            new Text("%s: %d created, %d removed, %d changed", "%s : %d créations, %d suppressions, %d modifications");
    private static final Text NOTHING = new Text("Nothing differs.", "Rien ne diffère.");

    private static final Set<String> NAMES = Set.of(
            "http://www.w3.org/2004/02/skos/core#prefLabel",
            Vocabulary.RDFS + "label",
            "http://schema.org/name",
            Vocabulary.FOAF + "name");
    private static final Set<String> IDENTIFIERS = Set.of(
            "http://www.w3.org/2002/07/owl#sameAs",
            "http://www.w3.org/2004/02/skos/core#notation",
            "http://schema.org/identifier",
            Vocabulary.DCT + "identifier");
    private static final Set<String> ENDS =
            Set.of("http://schema.org/dissolutionDate", "https://schema.org/dissolutionDate");
    private static final List<String> PLACES = List.of(
            "http://www.w3.org/ns/locn#", "http://www.opengis.net/ont/geosparql#asWKT", "http://schema.org/address");

    private final Diff diff;
    private final Locale locale;

    private DiffText(Diff diff, Locale locale) {
        this.diff = diff;
        this.locale = locale;
    }

    /** Writes a summary for each graph, then a line for each thing; flushes, and leaves the writer open. */
    public static void write(Diff diff, Locale locale, PrintWriter out) {
        DiffText text = new DiffText(diff, locale);
        Map<String, Map<EntityChange.Kind, Long>> counts = diff.counts();
        if (counts.isEmpty()) {
            out.println(NOTHING.in(locale));
        }
        counts.forEach((slug, numbers) -> {
            out.println(text.say(
                    SUMMARY,
                    slug,
                    numbers.getOrDefault(EntityChange.Kind.ADDED, 0L),
                    numbers.getOrDefault(EntityChange.Kind.REMOVED, 0L),
                    numbers.getOrDefault(EntityChange.Kind.CHANGED, 0L)));
            diff.forEach(slug, change -> out.println("  " + text.sentence(change)));
        });
        out.flush();
    }

    /** {@return one sentence about one thing} */
    String sentence(EntityChange change) {
        String name = change.name().isEmpty() ? "<" + change.entity() + ">" : change.name();
        return switch (change.kind()) {
            case ADDED -> say(CREATED, name);
            case REMOVED -> say(REMOVED, name);
            case CHANGED -> say(CHANGED, name, String.join("; ", clauses(change)));
        };
    }

    private List<String> clauses(EntityChange change) {
        Map<String, Values> byPredicate = new LinkedHashMap<>();
        change.removed()
                .forEach(quad -> byPredicate
                        .computeIfAbsent(key(quad), p -> new Values())
                        .removed
                        .add(quad.object()));
        change.added()
                .forEach(quad -> byPredicate
                        .computeIfAbsent(key(quad), p -> new Values())
                        .added
                        .add(quad.object()));
        List<String> clauses = new ArrayList<>();
        byPredicate.forEach((key, values) -> say(key, values, clauses));
        return clauses;
    }

    /** What is compared: the same property of the same fragment, in the same language. */
    private static String key(Quad quad) {
        String language = quad.object() instanceof Term.Literal literal ? literal.language() : "";
        return quad.predicate().value() + " " + quad.subject().text() + " " + language;
    }

    private static final class Values {
        private final List<Term> removed = new ArrayList<>();
        private final List<Term> added = new ArrayList<>();
    }

    private void say(String key, Values values, List<String> clauses) {
        String predicate = key.substring(0, key.indexOf(' '));
        String before = names(values.removed);
        String after = names(values.added);
        if (NAMES.contains(predicate) && !before.isEmpty() && !after.isEmpty()) {
            clauses.add(say(RENAMED, before, after));
        } else if (ENDS.contains(predicate) && !after.isEmpty()) {
            clauses.add(say(CLOSED, after));
        } else if (IDENTIFIERS.contains(predicate)) {
            values.added.forEach(term -> clauses.add(say(GAINED_IDENTIFIER, term.text())));
            values.removed.forEach(term -> clauses.add(say(LOST_IDENTIFIER, term.text())));
        } else if (PLACES.stream().anyMatch(predicate::startsWith)) {
            clauses.add(say(MOVED, change(name(new Term.Iri(predicate)), before, after)));
        } else {
            clauses.add(change(name(new Term.Iri(predicate)), before, after));
        }
    }

    private String change(String property, String before, String after) {
        if (before.isEmpty()) {
            return say(GAINED, property, after);
        }
        return after.isEmpty() ? say(LOST, property, before) : say(REPLACED, property, before, after);
    }

    private String names(List<Term> terms) {
        return String.join(", ", terms.stream().map(this::name).toList());
    }

    /** {@return a thing's label in the language, or what there is of its IRI or literal} */
    private String name(Term term) {
        if (!(term instanceof Term.Iri iri)) {
            return term.text();
        }
        return label(diff.after(), iri)
                .or(() -> label(diff.before(), iri))
                .orElseGet(() -> iri.value()
                        .substring(1
                                + Math.max(
                                        iri.value().lastIndexOf('#'),
                                        iri.value().lastIndexOf('/'))));
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
