package fr.pleiade.quality.vocabulary;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.PredicateObjectMap;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the properties and classes that no vocabulary has: misspelt ones, and the site's own ones that nothing defines, whose addresses
 * would answer 404. Thread-safe.
 */
public final class TermCheck {
    private final Vocabularies vocabularies;
    private final String base;

    /**
     * @param vocabularies the terms that there are, the site's own included
     * @param base the IRI that the site's addresses begin with
     */
    public TermCheck(Vocabularies vocabularies, String base) {
        this.vocabularies = vocabularies;
        this.base = base;
    }

    /**
     * {@return what is wrong with the terms that a mapping uses, each once, at the first line that uses it}
     *
     * @param document the mapping's name, as findings cite it
     */
    public List<Finding> of(Plan plan, String document) {
        Map<String, Long> lines = new LinkedHashMap<>();
        for (TriplesMap map : plan.triplesMaps()) {
            for (PredicateObjectMap pair : map.pairs()) {
                pair.predicates().forEach(predicate -> use(predicate, lines));
                boolean isType = pair.predicates().stream()
                        .anyMatch(predicate -> predicate.expression().equals(new Constant(Vocabulary.TYPE)));
                if (isType) {
                    pair.objects().forEach(type -> use(type, lines));
                }
            }
        }
        Map<String, Place> places = new LinkedHashMap<>();
        lines.forEach((term, line) -> places.put(term, new Place.InLine(document, line)));
        return of(places);
    }

    private static void use(TermMap map, Map<String, Long> lines) {
        if (map.expression() instanceof Constant constant && constant.term() instanceof Term.Iri iri) {
            lines.putIfAbsent(iri.value(), map.line());
        }
    }

    /** {@return what is wrong with terms that are used somewhere; of a namespace that nobody knows, one finding} */
    public List<Finding> of(Map<String, Place> used) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Place> unknown = new LinkedHashMap<>();
        used.forEach((term, place) -> {
            if (vocabularies.has(term)) {
                return;
            }
            if (term.startsWith(base)) {
                findings.add(own(term, place));
            } else if (vocabularies.knowsNamespaceOf(term)) {
                findings.add(misspelt(term, place));
            } else {
                unknown.putIfAbsent(Vocabularies.namespace(term), place);
            }
        });
        unknown.forEach((namespace, place) -> findings.add(unknown(namespace, place)));
        return findings;
    }

    private Finding own(String term, Place place) {
        Meant meant = Meant.of(vocabularies.likeTerm(term));
        return Rule.UNDEFINED_TERM.at(
                place,
                "nothing in ontology/ defines <%1$s>, so that its address would answer 404%2$s",
                "rien dans ontology/ ne définit <%1$s> : son adresse répondrait 404%3$s",
                term,
                meant.en(),
                meant.fr());
    }

    private Finding misspelt(String term, Place place) {
        Meant meant = Meant.of(vocabularies.likeTerm(term));
        return Rule.UNDEFINED_TERM.at(
                place,
                "the vocabulary %1$s has no '%2$s'%3$s",
                "le vocabulaire %1$s n'a pas de « %2$s »%4$s",
                Vocabularies.namespace(term),
                term.substring(Vocabularies.namespace(term).length()),
                meant.en(),
                meant.fr());
    }

    private Finding unknown(String namespace, Place place) {
        Optional<String> like = vocabularies.likeNamespace(namespace);
        if (like.isPresent()) {
            Meant meant = Meant.of(like);
            return Rule.UNDEFINED_TERM.at(
                    place,
                    "no vocabulary is known at <%1$s>%2$s",
                    "on ne connaît aucun vocabulaire à <%1$s>%3$s",
                    namespace,
                    meant.en(),
                    meant.fr());
        }
        return Rule.UNKNOWN_VOCABULARY.at(
                place,
                "the vocabulary <%s> is not known here, so that the spelling of its terms was not checked",
                "le vocabulaire <%s> n'est pas connu ici : l'orthographe de ses termes n'a pas été vérifiée",
                namespace);
    }

    /** What may have been meant, as the end of a sentence. */
    private record Meant(String en, String fr) {
        static Meant of(Optional<String> iri) {
            return iri.map(i -> new Meant("; did you mean <" + i + ">?", " ; vouliez-vous <" + i + "> ?"))
                    .orElse(new Meant("", ""));
        }
    }
}
