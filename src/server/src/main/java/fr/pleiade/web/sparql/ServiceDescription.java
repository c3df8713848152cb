package fr.pleiade.web.sparql;

import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.FORMATS;
import static fr.pleiade.rdf.Vocabulary.SERVICE;
import static fr.pleiade.rdf.Vocabulary.TYPE;
import static fr.pleiade.rdf.Vocabulary.VOID;
import static fr.pleiade.rdf.Vocabulary.XSD;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.sparql.function.Functions;
import java.util.List;

/**
 * What the endpoint can do and what it asks: languages, formats, the graphs of the release with their sizes, and its example queries.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-service-description/">SPARQL 1.1 Service Description</a>
 */
final class ServiceDescription {
    private static final List<String> WRITTEN = List.of(
            "SPARQL_Results_JSON",
            "SPARQL_Results_XML",
            "SPARQL_Results_CSV",
            "SPARQL_Results_TSV",
            "Turtle",
            "JSON-LD",
            "RDF_XML",
            "N-Triples",
            "TriG",
            "N-Quads");

    private final InMemoryGraph graph = new InMemoryGraph();
    private final Release release;
    private final Term.Iri endpoint;

    private ServiceDescription(Release release) {
        this.release = release;
        this.endpoint = new Term.Iri(release.base() + "sparql");
    }

    /**
     * @param catalog the release's catalogue, which has the examples too
     * @param isFederated whether a query may call any other service
     */
    static InMemoryGraph of(Release release, InMemoryGraph catalog, boolean isFederated) {
        ServiceDescription description = new ServiceDescription(release);
        description.describeService();
        if (isFederated) {
            description.link(description.part("service"), SERVICE + "feature", SERVICE + "BasicFederatedQuery");
        }
        description.describeDataset();
        description.copyExamples(catalog);
        return description.graph;
    }

    private void describeService() {
        Term.Iri service = part("service");
        link(service, TYPE.value(), SERVICE + "Service");
        link(service, SERVICE + "endpoint", endpoint.value());
        link(service, SERVICE + "supportedLanguage", SERVICE + "SPARQL11Query");
        link(service, SERVICE + "feature", SERVICE + "UnionDefaultGraph");
        WRITTEN.forEach(format -> link(service, SERVICE + "resultFormat", FORMATS + format));
        Functions.all().forEach(function -> describeFunction(service, function));
        link(service, SERVICE + "defaultDataset", part("dataset").value());
        link(service, SERVICE + "availableGraphs", part("dataset").value());
    }

    /** Those that SPARQL 1.1 has keywords for go without saying. */
    private void describeFunction(Term.Iri service, String function) {
        boolean isAggregate = Functions.isAggregate(function);
        link(service, SERVICE + (isAggregate ? "extensionAggregate" : "extensionFunction"), function);
        link(new Term.Iri(function), TYPE.value(), SERVICE + (isAggregate ? "Aggregate" : "Function"));
    }

    private void describeDataset() {
        Term.Iri dataset = part("dataset");
        Term.Iri union = part("default-graph");
        link(dataset, TYPE.value(), SERVICE + "Dataset");
        link(dataset, TYPE.value(), SERVICE + "GraphCollection");
        link(dataset, SERVICE + "defaultGraph", union.value());
        link(union, TYPE.value(), SERVICE + "Graph");
        count(
                union,
                release.graphs().stream().mapToLong(PublishedGraph::triples).sum());
        for (PublishedGraph published : release.graphs()) {
            Term.Iri named = part("graph-" + published.slug());
            link(dataset, SERVICE + "namedGraph", named.value());
            link(named, TYPE.value(), SERVICE + "NamedGraph");
            link(named, SERVICE + "name", published.iri());
            link(named, SERVICE + "graph", published.iri());
            link(new Term.Iri(published.iri()), TYPE.value(), SERVICE + "Graph");
            count(new Term.Iri(published.iri()), published.triples());
        }
        graph.add(new Quad(
                endpoint,
                new Term.Iri(DCT + "modified"),
                Term.Literal.typed(release.created().toString(), XSD + "dateTime")));
    }

    /** So that an example's address, a fragment of the endpoint's, leads to what it is. */
    private void copyExamples(InMemoryGraph catalog) {
        catalog.triples().stream()
                .filter(triple -> triple.subject().text().startsWith(endpoint.value() + "#"))
                .forEach(graph::add);
    }

    private Term.Iri part(String name) {
        return new Term.Iri(endpoint.value() + "#" + name);
    }

    private void link(Term.Iri subject, String property, String object) {
        graph.add(new Quad(subject, new Term.Iri(property), new Term.Iri(object)));
    }

    private void count(Term.Iri subject, long triples) {
        graph.add(new Quad(
                subject, new Term.Iri(VOID + "triples"), Term.Literal.typed(Long.toString(triples), XSD + "integer")));
    }
}
