package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is left of a thing that an earlier release had and the current one has not: its name, its dates, when it went, and what took its
 * place.
 *
 * @param thing the thing
 * @param lastSeen the latest release that had it
 * @param successors what says of itself that it replaces the thing, or was said to
 */
record Tombstone(Term.Iri thing, Release lastSeen, List<Term> successors) {
    private static final int MOST_SUCCESSORS = 10;
    private static final Set<String> DATES = Set.of(XSD + "date", XSD + "dateTime", XSD + "gYear", XSD + "gYearMonth");

    Tombstone {
        successors = List.copyOf(successors);
    }

    /**
     * {@return the tombstone of a thing}
     *
     * @param lastSeen the latest release that had it
     */
    static Tombstone of(String iri, Release lastSeen, Served present) {
        Term.Iri thing = new Term.Iri(iri);
        List<Term> replacing = present.inverse().page(thing, DCT + "replaces", 1).stream()
                .limit(MOST_SUCCESSORS)
                .<Term>map(Term.Iri::new)
                .toList();
        List<Term> announced = lastSeen.describe(iri).objects(thing, DCT + "isReplacedBy");
        return new Tombstone(thing, lastSeen, replacing.isEmpty() ? announced : replacing);
    }

    /** {@return the name that it had, in the reader's language if it had one; its IRI if it had none} */
    String name(Locale locale) {
        Labels names = Lexicon.namesIn(lastSeen.describe(thing.value()), thing);
        return names.isEmpty() ? thing.value() : names.in(locale);
    }

    /** {@return what was said of it by a date: when it began, ended, was changed} */
    List<Quad> dates() {
        return lastSeen.describe(thing.value()).about(thing).stream()
                .filter(triple -> triple.object() instanceof Term.Literal literal && DATES.contains(literal.datatype()))
                .toList();
    }

    /** {@return the address of the document about the thing in the last release that had it, if that can be served} */
    Optional<String> whereItWas() {
        String path = "doc/" + thing.value().substring((lastSeen.base() + "id/").length());
        return Optional.of(lastSeen)
                .filter(Release::isServable)
                .map(release -> Edition.pinned(release).address(path));
    }

    /** {@return the tombstone as a graph, in which the thing went when the given release came} */
    InMemoryGraph graph(Release since) {
        Description gone = new Description(new InMemoryGraph(), thing);
        Lexicon.namesIn(lastSeen.describe(thing.value()), thing)
                .literals()
                .forEach(name -> gone.say(RDFS + "label", name));
        dates().forEach(date -> gone.say(date.predicate().value(), date.object()));
        gone.typed(PROV + "invalidatedAtTime", since.created().toString(), "dateTime");
        whereItWas().ifPresent(document -> gone.link(FOAF + "isPrimaryTopicOf", document));
        successors.forEach(successor -> gone.say(DCT + "isReplacedBy", successor));
        return gone.graph();
    }
}
