package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.ADMS;
import static fr.pleiade.rdf.Vocabulary.LINK;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.web.served.Served;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The things that bear a code of a scheme, found in the release's files: what has an {@code adms:identifier} with the code as its
 * notation, typed by the scheme or in it, what has it as the value of the property that the scheme names with {@code link:key}, and the scheme's own concept.
 *
 * <p>Looks at {@value #MOST} triples with the code in each graph at most.
 */
final class Bearers {
    private static final int MOST = 1_000;
    private static final int SHOWN = 100;
    private static final String NOTATION = SKOS + "notation";
    private static final Term CONCEPT = new Term.Iri(SKOS + "Concept");

    private final Release release;
    private final Inverse inverse;
    private final InMemoryGraph ontology;
    private final String scheme;

    /** @param scheme the last part of the scheme's IRI */
    Bearers(Served served, String scheme) {
        this.release = served.release();
        this.inverse = served.inverse();
        this.ontology = served.lexicon().ontology();
        this.scheme = "/" + scheme;
    }

    /** {@return the things, those with the shortest IRIs first, a hundred at most} */
    List<Term> of(String code) {
        Set<Term.Iri> keys = keys();
        return inverse.to(Term.Literal.of(code), MOST).stream()
                .flatMap(link -> Stream.concat(
                        link.property().value().equals(NOTATION) ? ofNotation(link, code) : Stream.of(),
                        keys.contains(link.property()) ? ofKey(link) : Stream.of()))
                .distinct()
                .sorted(Comparator.comparing((Term thing) -> thing.text().length())
                        .thenComparing(Term::text))
                .limit(SHOWN)
                .toList();
    }

    /** The subject is an identifier of something, or a concept. */
    private Stream<Term> ofNotation(Inverse.Link link, String code) {
        InMemoryGraph said = release.about(link.slug(), link.subject());
        boolean isTyped = said.objects(link.subject(), NOTATION).stream()
                .anyMatch(notation -> notation instanceof Term.Literal literal
                        && literal.lexical().equals(code)
                        && isIt(new Term.Iri(literal.datatype())));
        if (!isTyped && said.objects(link.subject(), SKOS + "inScheme").stream().noneMatch(this::isIt)) {
            return Stream.of();
        }
        Stream<Term> identified = inverse.subjects(link.slug(), link.subject(), ADMS + "identifier", MOST).stream();
        boolean isConcept = said.objects(link.subject(), TYPE.value()).contains(CONCEPT);
        return Stream.concat(identified, isConcept ? Stream.of(link.subject()) : Stream.of());
    }

    /** Of a class that the scheme names, where it names any. */
    private Stream<Term> ofKey(Inverse.Link link) {
        boolean isBearer = ontology.subjects(LINK + "key", link.property())
                .filter(this::isIt)
                .map(named -> ontology.objects(named, LINK + "class"))
                .anyMatch(classes -> classes.isEmpty() || isOneOf(link.subject(), classes));
        return isBearer ? Stream.of(link.subject()) : Stream.of();
    }

    private boolean isOneOf(Term thing, List<Term> classes) {
        return release.describe(thing.text()).objects(thing, TYPE.value()).stream()
                .anyMatch(classes::contains);
    }

    private Set<Term.Iri> keys() {
        return ontology.triples().stream()
                .filter(triple -> triple.predicate().value().equals(LINK + "key") && isIt(triple.subject()))
                .map(triple -> triple.object() instanceof Term.Iri key ? key : triple.predicate())
                .collect(Collectors.toSet());
    }

    private boolean isIt(Term named) {
        return named.text().endsWith(scheme);
    }
}
