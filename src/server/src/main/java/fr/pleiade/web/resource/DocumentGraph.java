package fr.pleiade.web.resource;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FOAF;
import static fr.pleiade.rdf.Vocabulary.PROV;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Found;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.served.Lexicon;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of the document about a thing; the same in every syntax.
 *
 * <p>Shape: what the release says of the thing and of its {@code #} parts, the names of what they point to, and the document itself:
 *
 * <pre>{@code
 * <doc/town/35238> a foaf:Document ; foaf:primaryTopic <id/town/35238> ;
 *     dct:license <…> ; void:inDataset <dataset/towns> ; dct:hasFormat <doc/town/35238.ttl> , … ;
 *     dct:hasVersion <release/0123456789ab/doc/town/35238> .
 * }</pre>
 */
final class DocumentGraph {
    private final Edition edition;
    private final Release release;
    private final Lexicon lexicon;

    DocumentGraph(Edition edition, Lexicon lexicon) {
        this.edition = edition;
        this.release = edition.release();
        this.lexicon = lexicon;
    }

    /**
     * {@return the graph of the document about the thing}
     *
     * @param found what the release says of the thing
     * @param license the licence under which it may be used, if one is declared
     */
    InMemoryGraph about(ThingAddress address, Found found, Optional<Term> license) {
        Term.Iri thing = new Term.Iri(address.thing(release.base()));
        InMemoryGraph graph = new InMemoryGraph();
        InMemoryGraph description = found.graph();
        describeDocument(address, found.graphs(), license, graph);
        description.about(thing).forEach(graph::add);
        graph.addAll(description);
        nameTargets(description, graph);
        return graph;
    }

    /** {@return what the thing is and what it is called, and no more: for a client that shows many things by name} */
    InMemoryGraph names(ThingAddress address, Found found) {
        Term.Iri thing = new Term.Iri(address.thing(release.base()));
        InMemoryGraph graph = new InMemoryGraph();
        found.graph().about(thing).stream()
                .filter(triple -> triple.predicate().equals(TYPE)
                        || Lexicon.NAMING.contains(triple.predicate().value()))
                .forEach(graph::add);
        new Description(graph, thing).link(FOAF + "isPrimaryTopicOf", edition.address(address.document()));
        return graph;
    }

    /** Says what the release calls what the thing points to, in the release's own words: a document says nothing that the graphs do not. */
    private void nameTargets(InMemoryGraph description, InMemoryGraph graph) {
        Set<Term.Iri> targets = new LinkedHashSet<>();
        for (Quad triple : description.triples()) {
            if (triple.object() instanceof Term.Iri iri
                    && !triple.predicate().equals(TYPE)
                    && description.about(iri).isEmpty()) {
                targets.add(iri);
            }
        }
        for (Term.Iri target : targets) {
            String naming = lexicon.naming(target.value());
            if (!naming.isEmpty()) {
                Description named = new Description(graph, target);
                lexicon.names(target.value()).literals().forEach(name -> named.say(naming, name));
            }
        }
    }

    private void describeDocument(
            ThingAddress address, List<PublishedGraph> datasets, Optional<Term> license, InMemoryGraph graph) {
        Description document = Description.of(graph, edition.address(address.document()));
        document.a(FOAF + "Document").link(FOAF + "primaryTopic", address.thing(release.base()));
        license.ifPresent(l -> document.say(DCT + "license", l));
        for (PublishedGraph dataset : datasets) {
            document.link(VOID + "inDataset", dataset.iri()).link(PROV + "wasDerivedFrom", dataset.iri());
        }
        document.typed(DCT + "modified", release.created().toString(), "dateTime");
        if (edition.isPinned()) {
            document.link(DCT + "isVersionOf", edition.latestAddress(address.document()));
        } else {
            document.link(DCT + "hasVersion", edition.pinnedAddress(address.document()));
        }
        for (Variant form : Variant.RDF_AND_HTML) {
            document.link(DCT + "hasFormat", document.subject().text() + "." + form.suffix());
        }
    }
}
