package fr.pleiade.web.figures;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.ORG;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a release says of the values of dimensions that matters for adding up: what they are parts of, what took them over. Thread-safe. */
final class Relations {
    private final Release release;
    private final Map<String, Relation> known = new ConcurrentHashMap<>();

    Relations(Release release) {
        this.release = release;
    }

    /**
     * What is said of one thing.
     *
     * @param broader the concepts that count it too
     * @param successor what it became a part of, if that is one thing
     */
    private record Relation(List<String> broader, Optional<String> successor) {}

    /** {@return the concepts that count a concept too} */
    List<String> broader(String iri) {
        return of(iri).broader();
    }

    /** {@return the thing of today that a thing became or became a part of; itself if nothing took it over, or if several did} */
    String today(String iri) {
        Set<String> passed = new HashSet<>();
        String thing = iri;
        while (passed.add(thing)) {
            Optional<String> next = of(thing).successor();
            if (next.isEmpty()) {
                return thing;
            }
            thing = next.get();
        }
        return iri; // a circle leads nowhere
    }

    private Relation of(String iri) {
        Relation relation = known.get(iri);
        if (relation == null) {
            relation = read(iri);
            known.put(iri, relation);
        }
        return relation;
    }

    private Relation read(String iri) {
        InMemoryGraph said = release.describe(iri);
        Term thing = new Term.Iri(iri);
        Set<String> successors = new HashSet<>();
        iris(said.objects(thing, DCT + "isReplacedBy")).forEach(successors::add);
        for (String event : iris(said.objects(thing, ORG + "changedBy"))) {
            InMemoryGraph told = release.describe(event);
            boolean ended = told.objects(new Term.Iri(event), ORG + "originalOrganization")
                    .contains(thing);
            if (ended) {
                successors.addAll(iris(told.objects(new Term.Iri(event), ORG + "resultingOrganization")));
            }
        }
        successors.remove(iri);
        Optional<String> one = successors.size() == 1 ? successors.stream().findFirst() : Optional.empty();
        return new Relation(iris(said.objects(thing, SKOS + "broader")), one);
    }

    private static List<String> iris(List<Term> terms) {
        List<String> iris = new ArrayList<>();
        terms.stream().filter(Term.Iri.class::isInstance).map(Term::text).forEach(iris::add);
        return iris;
    }
}
