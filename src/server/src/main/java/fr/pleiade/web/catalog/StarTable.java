package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Star;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.Served;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The stars of all datasets of a release, and of each who produces some, in one language.
 *
 * @param datasets in the order of their slugs
 * @param producers in the order of their names: who created the datasets, or where nobody is named, who publishes them
 */
record StarTable(List<DatasetLine> datasets, List<ProducerLine> producers) {
    StarTable {
        datasets = List.copyOf(datasets);
        producers = List.copyOf(producers);
    }

    /** A dataset with its producers and what its next star needs. */
    record DatasetLine(
            String slug,
            String title,
            String producers,
            int total,
            String drawn,
            long minted,
            long targets,
            long verified,
            List<String> needs) {
        DatasetLine {
            needs = List.copyOf(needs);
        }
    }

    /**
     * Somebody who produces datasets.
     *
     * @param least the stars of the dataset that has fewest
     * @param withAll how many of the datasets have all
     */
    record ProducerLine(String name, int datasets, int least, String drawn, long withAll, long minted, long verified) {}

    static StarTable of(Served served, Locale locale) {
        List<DatasetLine> lines = new ArrayList<>();
        Map<String, List<Audit>> byProducer = new TreeMap<>();
        served.audits().forEach((slug, audit) -> {
            String iri = served.release().base() + "dataset/" + slug;
            List<String> producers = producers(served.catalog(), new Term.Iri(iri), locale);
            producers.forEach(name ->
                    byProducer.computeIfAbsent(name, n -> new ArrayList<>()).add(audit));
            String title = served.title(slug, locale);
            lines.add(line(audit, title, String.join(", ", producers), locale));
        });
        List<ProducerLine> all = new ArrayList<>();
        byProducer.forEach((name, audits) -> all.add(line(name, audits)));
        return new StarTable(lines, all);
    }

    private static List<String> producers(InMemoryGraph catalog, Term dataset, Locale locale) {
        List<Term> creators = catalog.objects(dataset, DCT + "creator");
        return (creators.isEmpty() ? catalog.objects(dataset, DCT + "publisher") : creators)
                .stream().map(agent -> name(catalog, agent, locale)).sorted().toList();
    }

    private static String name(InMemoryGraph catalog, Term agent, Locale locale) {
        Labels names = Lexicon.namesIn(catalog, agent);
        return names.isEmpty() ? agent.text() : names.in(locale);
    }

    private static DatasetLine line(Audit audit, String title, String producers, Locale locale) {
        return new DatasetLine(
                audit.slug(),
                title,
                producers,
                audit.total(),
                Audit.drawn(audit.total()),
                audit.figures().minted(),
                audit.figures().targets(),
                audit.figures().verified(),
                audit.next().map(Star::needs).orElse(List.of()).stream()
                        .map(need -> need.in(locale))
                        .toList());
    }

    private static ProducerLine line(String name, List<Audit> audits) {
        int least = audits.stream().mapToInt(Audit::total).min().orElse(0);
        return new ProducerLine(
                name,
                audits.size(),
                least,
                Audit.drawn(least),
                audits.stream().filter(audit -> audit.total() == Audit.MOST).count(),
                audits.stream().mapToLong(audit -> audit.figures().minted()).sum(),
                audits.stream().mapToLong(audit -> audit.figures().verified()).sum());
    }
}
