package fr.pleiade.web.discovery;

import static fr.pleiade.web.Vocabulary.DCT;
import static fr.pleiade.web.Vocabulary.FOAF;
import static fr.pleiade.web.Vocabulary.TYPE;
import static fr.pleiade.web.Vocabulary.VOID;
import static fr.pleiade.web.Vocabulary.XSD;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.Store;
import fr.pleiade.syntax.InMemoryGraph;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.Term;
import fr.pleiade.web.http.Digests;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The VoID description of a release: what its catalogue says of datasets, their linksets and dumps, and what the store counts of classes
 * and properties.
 *
 * <p>Counting takes some seconds per million triples: keep what it gives.
 *
 * @see <a href="https://www.w3.org/TR/void/#class-property-partitions">VoID, section 4.5</a>
 */
final class DatasetStatistics {
    private static final String CLASSES =
            "SELECT ?term (COUNT(DISTINCT ?s) AS ?count) { GRAPH ?graph { ?s a ?term } } GROUP BY ?term";
    private static final String PROPERTIES =
            "SELECT ?term (COUNT(*) AS ?count) { GRAPH ?graph { ?s ?term ?o } } GROUP BY ?term";
    private static final String EXAMPLE =
            "SELECT ?thing { GRAPH ?graph { ?thing a ?class } FILTER (STRSTARTS(STR(?thing), STR(?start))) } LIMIT 1";

    private final Release release;
    private final Store store;
    private final InMemoryGraph catalog;
    private final InMemoryGraph graph = new InMemoryGraph();

    DatasetStatistics(Release release, Store store, InMemoryGraph catalog) {
        this.release = release;
        this.store = store;
        this.catalog = catalog;
    }

    InMemoryGraph graph() {
        Term.Iri document = new Term.Iri(release.base() + "void");
        say(document, TYPE.value(), new Term.Iri(VOID + "DatasetDescription"));
        say(document, FOAF + "primaryTopic", new Term.Iri(release.base() + "catalog"));
        copyFromCatalog();
        for (PublishedGraph dataset : release.graphs()) {
            if (dataset.iri().startsWith(release.base() + "dataset/")) {
                describe(dataset);
            }
        }
        return graph;
    }

    /** Titles, licences and everything that the catalogue says in VoID's own words. */
    private void copyFromCatalog() {
        for (Quad triple : catalog.triples()) {
            String property = triple.predicate().value();
            boolean isVoid = property.startsWith(VOID)
                    || triple.object().text().startsWith(VOID)
                    || List.of(DCT + "title", DCT + "description", DCT + "license", DCT + "publisher", DCT + "modified")
                            .contains(property);
            if (isVoid) {
                graph.add(triple);
            }
        }
    }

    private void describe(PublishedGraph published) {
        Term.Iri dataset = new Term.Iri(published.iri());
        say(dataset, TYPE.value(), new Term.Iri(VOID + "Dataset"));
        say(dataset, VOID + "sparqlEndpoint", new Term.Iri(release.base() + "sparql"));
        say(dataset, VOID + "uriSpace", Term.Literal.of(release.base() + "id/"));
        Map<String, Term> bindings = Map.of("graph", dataset, "start", new Term.Iri(release.base() + "id/"));
        store.select(EXAMPLE, bindings).stream()
                .flatMap(row -> row.values().stream())
                .forEach(thing -> say(dataset, VOID + "exampleResource", thing));
        TreeSet<String> vocabularies = new TreeSet<>();
        partition(dataset, CLASSES, "class", "classPartition", "entities", vocabularies);
        partition(dataset, PROPERTIES, "property", "propertyPartition", "triples", vocabularies);
        vocabularies.forEach(namespace -> say(dataset, VOID + "vocabulary", new Term.Iri(namespace)));
    }

    private void partition(
            Term.Iri dataset, String query, String of, String relation, String counted, TreeSet<String> vocabularies) {
        for (Map<String, Term> row : store.select(query, Map.of("graph", dataset))) {
            Term term = row.get("term");
            Term count = row.get("count");
            if (term == null || count == null) {
                continue;
            }
            Term.Iri partition = new Term.Iri(
                    "%svoid#%s".formatted(release.base(), Digests.shortened(dataset.value() + " " + term.text())));
            say(dataset, VOID + relation, partition);
            say(partition, VOID + of, term);
            say(partition, VOID + counted, Term.Literal.typed(count.text(), XSD + "integer"));
            vocabularies.add(term.text().replaceFirst("[^/#]*$", ""));
        }
    }

    private void say(Term.Iri subject, String property, Term value) {
        graph.add(new Quad(subject, new Term.Iri(property), value));
    }
}
