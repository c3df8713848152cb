package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.VOID;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.Store;
import fr.pleiade.web.PerRelease;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** A few things of each dataset, to begin with: those to which most others lead. Looked for once in a release. Thread-safe. */
@Component
final class Examples {
    private static final int PER_DATASET = 12;

    /** In a graph of more entities, things are not compared: a page must not wait that long. */
    private static final int MOST_COMPARED = 100_000;

    /** What the graph is about: of the kinds of things in it, the first part of their addresses below {@code id/}, the commonest. */
    private static final String COMMONEST = """
            SELECT ?kind (COUNT(DISTINCT ?thing) AS ?things) {
              GRAPH ?graph { ?thing a ?class }
              FILTER (STRSTARTS(STR(?thing), STR(?start)) && !CONTAINS(STR(?thing), "#"))
              BIND (IRI(CONCAT(STR(?start), STRBEFORE(STRAFTER(STR(?thing), STR(?start)), "/"), "/")) AS ?kind)
            }
            GROUP BY ?kind ORDER BY DESC(?things) ?kind LIMIT 1
            """;

    private static final String MOST_LINKED = """
            SELECT ?thing (COUNT(DISTINCT ?other) AS ?links) {
              GRAPH ?graph { ?thing a ?class }
              FILTER (STRSTARTS(STR(?thing), STR(?kind)) && !CONTAINS(STR(?thing), "#"))
              OPTIONAL {
                ?other ?property ?thing
                FILTER (STRSTARTS(STR(?other), STR(?start)) && !STRSTARTS(STR(?other), CONCAT(STR(?thing), "#")))
              }
            }
            GROUP BY ?thing ORDER BY DESC(?links) ?thing LIMIT %d
            """.formatted(PER_DATASET);

    private static final String ANY = """
            SELECT DISTINCT ?thing {
              GRAPH ?graph { ?thing a ?class }
              FILTER (STRSTARTS(STR(?thing), STR(?start)) && !CONTAINS(STR(?thing), "#"))
            } LIMIT %d
            """.formatted(PER_DATASET);

    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<ConcurrentHashMap<String, List<String>>> bySlug =
            new PerRelease<>(release -> new ConcurrentHashMap<>());

    Examples(PerRelease<InMemoryGraph> catalogs) {
        this.catalogs = catalogs;
    }

    /** {@return IRIs of things that the graph gives a class; the first time takes up to some seconds for a large one} */
    List<String> of(Store store, Release release, PublishedGraph graph) {
        return bySlug.of(release).computeIfAbsent(graph.slug(), slug -> find(store, graph, release));
    }

    private static List<String> find(Store store, PublishedGraph graph, Release release) {
        Map<String, Term> bindings = new HashMap<>();
        bindings.put("graph", new Term.Iri(graph.iri()));
        bindings.put("start", new Term.Iri(release.base() + "id/"));
        if (graph.entities() > MOST_COMPARED) {
            return values(store, ANY, bindings, "thing");
        }
        List<String> kind = values(store, COMMONEST, bindings, "kind");
        if (kind.isEmpty()) {
            return List.of();
        }
        bindings.put("kind", new Term.Iri(kind.get(0)));
        return values(store, MOST_LINKED, bindings, "thing");
    }

    private static List<String> values(Store store, String query, Map<String, Term> bindings, String variable) {
        return store.select(query, bindings).stream()
                .flatMap(row -> Optional.ofNullable(row.get(variable)).stream())
                .map(Term::text)
                .toList();
    }

    /** {@return the release's datasets; first the one that leads to most of the others, for it is what they are there for} */
    List<PublishedGraph> datasets(Release release) {
        String space = release.base() + "dataset/";
        return release.graphs().stream()
                .filter(graph -> graph.iri().startsWith(space))
                .sorted(Comparator.comparing((PublishedGraph graph) -> targets(release, graph))
                        .reversed()
                        .thenComparing(PublishedGraph::slug))
                .toList();
    }

    private long targets(Release release, PublishedGraph graph) {
        InMemoryGraph catalog = catalogs.of(release);
        return catalog.objects(new Term.Iri(graph.iri()), VOID + "subset").stream()
                .filter(linkset -> catalog.object(linkset, VOID + "triples")
                        .filter(triples -> !triples.text().equals("0"))
                        .isPresent())
                .flatMap(linkset -> catalog.objects(linkset, VOID + "objectsTarget").stream())
                .filter(target -> release.graphs().stream()
                        .anyMatch(other -> !other.equals(graph) && other.iri().equals(target.text())))
                .distinct()
                .count();
    }
}
