package fr.pleiade.web.discovery;

import static fr.pleiade.rdf.Vocabulary.ADMS;
import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.OWL;
import static fr.pleiade.rdf.Vocabulary.SKOS;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.cube.table.CubeTable;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.served.Served;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Addresses of a release that exist, one of each kind, to show and to try. */
public final class RealExamples {
    private final Served served;
    private final Release release;
    private final InMemoryGraph ontology;

    public RealExamples(Served served) {
        this.served = served;
        this.release = served.release();
        this.ontology = served.lexicon().ontology();
    }

    /** {@return the datasets, those with identified things first} */
    Stream<PublishedGraph> datasets() {
        return release.graphs().stream().filter(graph -> graph.iri().startsWith(release.base() + "dataset/"));
    }

    /** {@return a thing of the graph, one with an identifier if there is any} */
    Optional<String> thing(PublishedGraph graph) {
        return served.examples().typical(graph.slug());
    }

    /** {@return what to put into the places of {@code openapi.json}} */
    public Map<String, String> forOpenApi() {
        Map<String, String> examples = new TreeMap<>();
        examples.put("release", release.id());
        examples.put("series", series());
        examples.put("cube", cubes().stream().findFirst().orElse("headcounts"));
        ontology.subjects(TYPE.value(), new Term.Iri(OWL + "Ontology"))
                .map(Term::text)
                .filter(vocabulary -> vocabulary.startsWith(release.base() + "vocab/"))
                .findFirst()
                .ifPresent(o -> {
                    examples.put("vocabulary", o.substring((release.base() + "vocab/").length()));
                    ontology.triples().stream()
                            .map(triple -> triple.subject().text())
                            .filter(term -> term.startsWith(o + "#"))
                            .findFirst()
                            .ifPresent(term -> examples.put("term", term.substring(o.length() + 1)));
                });
        Optional<PublishedGraph> chosen = datasets()
                .filter(graph -> thing(graph).filter(this::isIdentified).isPresent())
                .findFirst()
                .or(() -> datasets().findFirst());
        chosen.ifPresent(graph -> {
            examples.put("slug", graph.slug());
            examples.put("graph", graph.iri());
            thing(graph).ifPresent(thing -> {
                List<String> parts = List.of(
                        thing.substring((release.base() + "id/").length()).split("/", 2));
                examples.put("type", parts.get(0));
                release.describe(thing).objects(new Term.Iri(thing), TYPE.value()).stream()
                        .map(type -> served.lexicon().shorten(type.text()))
                        .filter(type -> !type.contains("/"))
                        .sorted()
                        .findFirst()
                        .ifPresent(type -> examples.put("class", type));
                examples.put("key", parts.get(1));
                examples.putAll(OpenApi.identifierIn(release.describe(thing)));
            });
        });
        return examples;
    }

    /** {@return what addresses call the cubes of the release} */
    List<String> cubes() {
        try {
            return CubeTable.words(release.cubes());
        } catch (IOException e) {
            throw new UncheckedIOException(release.cubes() + ": " + e.getMessage(), e);
        }
    }

    /** {@return the last part of the address of a series; of a site that has none, what one could be called} */
    private String series() {
        String place = release.base() + "series/";
        return served.catalog()
                .subjects(TYPE.value(), new Term.Iri(DCAT + "DatasetSeries"))
                .map(Term::text)
                .filter(iri -> iri.startsWith(place))
                .map(iri -> iri.substring(place.length()))
                .findFirst()
                .orElse("vintages");
    }

    private boolean isIdentified(String thing) {
        InMemoryGraph description = release.describe(thing);
        return description.objects(new Term.Iri(thing), ADMS + "identifier").stream()
                .anyMatch(identifier ->
                        description.object(identifier, SKOS + "notation").isPresent());
    }
}
