package fr.pleiade.publication;

import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a mapping tells of the things that links may lead to: the first of its things that are called after one column. */
final class KeyedThings {
    /** What people call a thing is no code, whatever column it comes from. */
    private static final Set<String> LABELS = Set.of(Vocabulary.RDFS + "label", Vocabulary.SKOS + "prefLabel");

    private KeyedThings() {}

    /** {@return the class of those things, and the property that holds the column; nothing of either where a mapping has no such thing} */
    static Keyed of(Plan plan) {
        for (TriplesMap map : plan.triplesMaps()) {
            List<String> columns = columns(map.subject());
            Optional<String> key = columns.size() == 1 ? key(map, columns) : Optional.empty();
            List<String> classes = classes(map);
            if (key.isPresent() && !classes.isEmpty()) {
                return new Keyed(classes.subList(0, 1), key.get());
            }
        }
        return new Keyed(List.of(), "");
    }

    private static List<String> columns(TermMap map) {
        return map.expression().references().stream()
                .map(Reference::column)
                .distinct()
                .toList();
    }

    private static Optional<String> key(TriplesMap map, List<String> columns) {
        return map.pairs().stream()
                .filter(pair -> pair.objects().stream()
                        .anyMatch(object -> columns(object).equals(columns)
                                && object.annotation().kind() != TermMap.Annotation.Kind.LANGUAGE))
                .flatMap(KeyedThings::predicates)
                .filter(predicate -> !LABELS.contains(predicate))
                .findFirst();
    }

    private static List<String> classes(TriplesMap map) {
        return map.pairs().stream()
                .filter(pair -> predicates(pair).anyMatch(Vocabulary.TYPE.value()::equals))
                .flatMap(pair -> pair.objects().stream())
                .flatMap(KeyedThings::constant)
                .toList();
    }

    private static Stream<String> predicates(PredicateObjectMap pair) {
        return pair.predicates().stream().flatMap(KeyedThings::constant);
    }

    private static Stream<String> constant(TermMap map) {
        return map.expression() instanceof Constant constant && constant.term() instanceof Term.Iri iri
                ? Stream.of(iri.value())
                : Stream.empty();
    }
}
