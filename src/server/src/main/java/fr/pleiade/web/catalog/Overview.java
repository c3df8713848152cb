package fr.pleiade.web.catalog;

import fr.pleiade.findings.Severity;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.web.served.Served;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The datasets of a release with their figures, described in one language. */
record Overview(List<DatasetLine> datasets) {
    Overview {
        datasets = List.copyOf(datasets);
    }

    /** One dataset and its figures. */
    record DatasetLine(
            String slug,
            String title,
            String description,
            long rows,
            long entities,
            long triples,
            long links,
            long findings) {}

    /** A number with the key of its name, {@code figure.<key>} in the messages. */
    record Figure(String key, long number) {}

    /** {@return the overview of a release; graphs that are no datasets are left out} */
    static Overview of(Served served, Locale locale) {
        return new Overview(served.site().datasets().stream()
                .flatMap(dataset -> served.release().graph(dataset.slug()).stream())
                .map(graph -> line(graph, served.catalog(), locale))
                .toList());
    }

    static DatasetLine line(PublishedGraph graph, InMemoryGraph catalog, Locale locale) {
        return new DatasetLine(
                graph.slug(),
                text(catalog, graph.iri(), "title", locale).orElse(graph.slug()),
                text(catalog, graph.iri(), "description", locale).orElse(""),
                graph.rows(),
                graph.entities(),
                graph.triples(),
                graph.links(),
                findings(graph));
    }

    /** {@return the title of a dataset; if it has none, its slug} */
    static String title(Served served, String slug, Locale locale) {
        return text(served.catalog(), served.release().base() + "dataset/" + slug, "title", locale)
                .orElse(slug);
    }

    static Optional<String> text(InMemoryGraph catalog, String iri, String property, Locale locale) {
        Labels labels = Labels.of(catalog.objects(new Term.Iri(iri), Vocabulary.DCT + property));
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels.in(locale));
    }

    static List<Figure> figures(DatasetLine line) {
        return List.of(
                new Figure("rows", line.rows()),
                new Figure("entities", line.entities()),
                new Figure("triples", line.triples()),
                new Figure("links", line.links()),
                new Figure("findings", line.findings()));
    }

    /** {@return the sums over all datasets} */
    List<Figure> figures() {
        return List.of(
                new Figure("datasets", datasets.size()),
                new Figure(
                        "entities",
                        datasets.stream().mapToLong(DatasetLine::entities).sum()),
                new Figure(
                        "triples",
                        datasets.stream().mapToLong(DatasetLine::triples).sum()),
                new Figure(
                        "links", datasets.stream().mapToLong(DatasetLine::links).sum()));
    }

    private static long findings(PublishedGraph graph) {
        return List.of(Severity.values()).stream()
                .mapToLong(severity -> graph.findings().getOrDefault(severity, 0L))
                .sum();
    }
}
