package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.findings.Severity;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The datasets of a release with their figures, described in one language. */
record Overview(List<DatasetLine> datasets) {
    Overview {
        datasets = List.copyOf(datasets);
    }

    /**
     * One dataset and its figures.
     *
     * @param modified the day on which it became what it is, in words
     * @param stars five signs, or {@code ""} where nobody counted them
     */
    record DatasetLine(
            String slug,
            String title,
            String description,
            String producer,
            String theme,
            String license,
            String modified,
            String stars,
            int starCount,
            long rows,
            long entities,
            long triples,
            long links,
            long findings) {
        /** {@return the beginning of the description, up to where it goes into detail: its first sentence, without what follows a colon} */
        public String gist() {
            String sentence = firstSentence(description);
            String gist = sentence.split("\\s*(?: :|:) ", 2)[0];
            return gist.endsWith(".") ? gist : gist + ".";
        }
    }

    /** {@return a text up to the end of its first sentence} */
    static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** A number with the key of its name, {@code figure.<key>} in the messages. */
    record Figure(String key, long number) {}

    /** {@return the overview of a release; graphs that are no datasets are left out} */
    static Overview of(Served served, Locale locale) {
        return new Overview(served.site().datasets().stream()
                .flatMap(dataset -> served.release().graph(dataset.slug()).stream())
                .map(graph -> line(graph, served, locale))
                .toList());
    }

    /** {@return the same in the order of some graphs} */
    Overview inOrderOf(List<PublishedGraph> graphs) {
        List<String> slugs = graphs.stream().map(PublishedGraph::slug).toList();
        return new Overview(datasets.stream()
                .sorted(Comparator.comparingInt(dataset -> slugs.indexOf(dataset.slug())))
                .toList());
    }

    static DatasetLine line(PublishedGraph graph, Served served, Locale locale) {
        InMemoryGraph catalog = served.catalog();
        Optional<Audit> audit = Optional.ofNullable(served.audits().get(graph.slug()));
        return new DatasetLine(
                graph.slug(),
                text(catalog, graph.iri(), "title", locale).orElse(graph.slug()),
                text(catalog, graph.iri(), "description", locale).orElse(""),
                names(served, graph, DCT + "creator", locale),
                names(served, graph, DCAT + "theme", locale),
                names(served, graph, DCT + "license", locale),
                Written.day(
                        LocalDate.ofInstant(served.release().manifest().modified(graph.slug()), ZoneOffset.UTC),
                        locale),
                audit.map(found -> Audit.drawn(found.total())).orElse(""),
                audit.map(Audit::total).orElse(0),
                graph.rows(),
                graph.entities(),
                graph.triples(),
                graph.links(),
                findings(graph));
    }

    private static String names(Served served, PublishedGraph graph, String property, Locale locale) {
        InMemoryGraph catalog = served.catalog();
        return catalog.objects(new Term.Iri(graph.iri()), property).stream()
                .map(named -> {
                    Labels names = Lexicon.namesIn(catalog, named);
                    return names.isEmpty() ? served.lexicon().name(named.text(), locale) : names.in(locale);
                })
                .collect(Collectors.joining(", "));
    }

    static Optional<String> text(InMemoryGraph catalog, String iri, String property, Locale locale) {
        Labels labels = Labels.of(catalog.objects(new Term.Iri(iri), Vocabulary.DCT + property));
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels.in(locale));
    }

    static List<Figure> figures(DatasetLine line) {
        return List.of(
                new Figure("rows", line.rows()),
                new Figure("links", line.links()),
                new Figure("findings", line.findings()));
    }

    private static long findings(PublishedGraph graph) {
        return List.of(Severity.values()).stream()
                .mapToLong(severity -> graph.findings().getOrDefault(severity, 0L))
                .sum();
    }
}
