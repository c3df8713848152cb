package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The series that datasets say they are of, such as the vintages of one survey, and the versions that they say they are.
 *
 * <p>The publisher writes {@code dcat:inSeries <series/enrolments>} in the description of each vintage, and describes the series in
 * {@code catalog.ttl}: title and description. What follows is added: that it is a series, its identifier, whom to ask where it does not say so
 * itself, and the order of its datasets, where their periods, or else their dates of publication, tell it.
 *
 * <pre>{@code
 * <series/enrolments> a dcat:DatasetSeries ; dct:identifier "series/enrolments" ;
 *     dcat:first <dataset/enrolments-2023> ; dcat:last <dataset/enrolments-2024> .
 * <dataset/enrolments-2024> dcat:prev <dataset/enrolments-2023> . }</pre>
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#dataset-series">DCAT 3, sections 6.7 and 11</a>
 */
public final class SeriesGraph {
    private static final List<String> OF_THE_FIRST_MEMBER =
            List.of(DCT + "publisher", DCAT + "contactPoint", DCT + "license");

    private final Site site;
    private final InMemoryGraph graph;

    public SeriesGraph(Site site, InMemoryGraph graph) {
        this.site = site;
        this.graph = graph;
    }

    /** Adds what follows from what the publisher says. */
    public void say() {
        SortedMap<String, List<Dataset>> series = new TreeMap<>();
        for (Dataset dataset : site.datasets()) {
            dataset.description().objects(dataset.iri(), DCAT + "inSeries").stream()
                    .filter(Term.Iri.class::isInstance)
                    .forEach(one -> series.computeIfAbsent(one.text(), iri -> new ArrayList<>())
                            .add(dataset));
            sayVersions(dataset);
        }
        series.forEach(this::say);
    }

    private void say(String iri, List<Dataset> members) {
        Description series = Description.of(graph, iri).a(DCAT + "DatasetSeries");
        if (!isSaid(series.subject(), DCT + "identifier")) {
            series.text(
                    DCT + "identifier",
                    iri.startsWith(site.base()) ? iri.substring(site.base().length()) : iri);
        }
        for (String property : OF_THE_FIRST_MEMBER) {
            if (!isSaid(series.subject(), property)) {
                Dataset first = members.get(0);
                first.description().objects(first.iri(), property).stream()
                        .filter(Term.Iri.class::isInstance)
                        .forEach(value -> series.say(property, value));
            }
        }
        sayOrder(series, members);
    }

    private boolean isSaid(Term subject, String property) {
        return site.catalog().description().object(subject, property).isPresent()
                || site.datasets().stream()
                        .anyMatch(dataset ->
                                dataset.description().object(subject, property).isPresent());
    }

    /** Says which dataset comes first, which last and which before which, unless the publisher does or two have the same date. */
    private void sayOrder(Description series, List<Dataset> members) {
        List<Dataset> ordered =
                members.stream().sorted(Comparator.comparing(SeriesGraph::date)).toList();
        long dates = members.stream()
                .map(SeriesGraph::date)
                .filter(date -> !date.isEmpty())
                .distinct()
                .count();
        boolean isOrderedByHand = isSaid(series.subject(), DCAT + "first")
                || members.stream().anyMatch(member -> isSaid(member.iri(), DCAT + "prev"));
        if (isOrderedByHand || dates < members.size()) {
            return;
        }
        series.say(DCAT + "first", ordered.get(0).iri())
                .say(DCAT + "last", ordered.get(ordered.size() - 1).iri());
        for (int i = 1; i < ordered.size(); i++) {
            graph.add(new Quad(
                    ordered.get(i).iri(),
                    new Term.Iri(DCAT + "prev"),
                    ordered.get(i - 1).iri()));
        }
    }

    /** {@return the beginning of its period, or else when it was published; {@code ""} if neither is said} */
    private static String date(Dataset dataset) {
        InMemoryGraph said = dataset.description();
        return said.objects(dataset.iri(), DCT + "temporal").stream()
                .filter(period -> !(period instanceof Term.Literal))
                .flatMap(period -> said.objects(period, DCAT + "startDate").stream())
                .map(Term::text)
                .sorted()
                .findFirst()
                .or(() -> said.object(dataset.iri(), DCT + "issued").map(Term::text))
                .orElse("");
    }

    /** A version names what it is a version of, and DCAT-AP wants that to name its versions too. */
    private void sayVersions(Dataset dataset) {
        for (Term whole : dataset.description().objects(dataset.iri(), DCAT + "isVersionOf")) {
            if (whole instanceof Term.Iri) {
                graph.add(new Quad(whole, new Term.Iri(DCAT + "hasVersion"), dataset.iri()));
            }
        }
    }
}
