package fr.pleiade.web.served;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Calls observations by what they measure: {@code headcount, Springfield, F, 2021}, for nobody knows them by their keys. */
final class ObservationNames {
    private static final Term OBSERVATION = new Term.Iri(QB + "Observation");
    private static final Term MEASURE = new Term.Iri(QB + "MeasureProperty");
    private static final Term DIMENSION = new Term.Iri(QB + "DimensionProperty");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH);

    private final InMemoryGraph ontology;
    private final Function<String, Labels> names;

    /** @param names what a thing or term is called, if it is called */
    ObservationNames(InMemoryGraph ontology, Function<String, Labels> names) {
        this.ontology = ontology;
        this.names = names;
    }

    /** {@return a name in each language; none of what is no observation, or of a cube whose components are not declared} */
    Labels of(InMemoryGraph said, Term thing) {
        if (!said.objects(thing, TYPE.value()).contains(OBSERVATION)) {
            return Labels.of(List.of());
        }
        List<Labels> measures = new ArrayList<>();
        List<Labels> things = new ArrayList<>();
        List<Labels> words = new ArrayList<>();
        for (Quad triple : said.about(thing)) {
            List<Term> kinds = ontology.objects(triple.predicate(), TYPE.value());
            if (kinds.contains(MEASURE)) {
                measures.add(named(triple.predicate()));
            } else if (kinds.contains(DIMENSION)) {
                (triple.object() instanceof Term.Iri ? things : words).add(named(triple.object()));
            }
        }
        List<Labels> parts = new ArrayList<>(measures);
        parts.addAll(things);
        parts.addAll(words);
        return measures.isEmpty() && things.isEmpty()
                ? Labels.of(List.of())
                : Labels.of(LANGUAGES.stream()
                        .<Term>map(language -> Term.Literal.inLanguage(in(language, parts), language.getLanguage()))
                        .toList());
    }

    private static String in(Locale language, List<Labels> parts) {
        return String.join(", ", parts.stream().map(part -> part.in(language)).toList());
    }

    private Labels named(Term term) {
        if (term instanceof Term.Literal literal) {
            return Labels.of(List.of(literal));
        }
        Labels labels = names.apply(term.text());
        return labels.isEmpty() ? Labels.of(List.of(Term.Literal.of(Lexicon.lastPart(term.text())))) : labels;
    }
}
