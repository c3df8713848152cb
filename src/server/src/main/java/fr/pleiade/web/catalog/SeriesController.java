package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.DCAT;
import static fr.pleiade.rdf.Vocabulary.DCT;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /series/{slug}}: a series that datasets say they are of, and its datasets in their order, as a page or as DCAT; below
 * {@code /release/{id}} that of one release.
 */
@Controller
class SeriesController {
    private static final Term.Iri SERIES = new Term.Iri(DCAT + "DatasetSeries");

    private final Editions editions;
    private final Documents documents;
    private final ServedReleases served;

    SeriesController(Editions editions, Documents documents, ServedReleases served) {
        this.editions = editions;
        this.documents = documents;
        this.served = served;
    }

    /** A dataset of a series on its page. */
    record Member(String name, String href, String version) {}

    @GetMapping({
        "/series/{slug:[^.]+}",
        "/series/{slug:[^.]+}.{suffix}",
        "/release/{id}/series/{slug:[^.]+}",
        "/release/{id}/series/{slug:[^.]+}.{suffix}"
    })
    void series(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path));
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Served content = served.of(edition.release());
        InMemoryGraph catalog = content.catalog();
        String place = "series/" + path.getOrDefault("slug", "");
        Term.Iri series = new Term.Iri(edition.latestAddress(place));
        if (!catalog.contains(new Quad(series, TYPE, SERIES))) {
            throw Refusal.notFound(exchange.address());
        }
        Document document = Document.of(edition, place)
                .in(CatalogProfiles.OF_DATASET)
                .graph((profile, triples) -> CatalogProfiles.in(profile, description(catalog, series), exchange.base())
                        .triples()
                        .forEach(triples))
                .page("series", locale -> page(content, series, edition, exchange.base(), locale));
        documents.answer(exchange, document, path);
    }

    /** {@return what is said of a series, and of its datasets what they are called and that they are of it} */
    private static InMemoryGraph description(InMemoryGraph catalog, Term.Iri series) {
        InMemoryGraph graph = Neighbourhood.in(catalog, series);
        Set<String> told = Set.of(TYPE.value(), DCT + "title", DCAT + "inSeries", DCAT + "prev", DCAT + "version");
        for (Term member : ordered(catalog, series)) {
            catalog.about(member).stream()
                    .filter(triple -> told.contains(triple.predicate().value()))
                    .forEach(graph::add);
        }
        return graph;
    }

    private static Map<String, Object> page(
            Served content, Term.Iri series, Edition edition, String base, Locale locale) {
        InMemoryGraph catalog = content.catalog();
        List<Member> members = ordered(catalog, series).stream()
                .map(member -> new Member(
                        Labels.of(catalog.objects(member, DCT + "title")).in(locale),
                        "/" + edition.prefix() + member.text().substring(base.length()),
                        catalog.object(member, DCAT + "version").map(Term::text).orElse("")))
                .toList();
        return Map.of(
                "name", Overview.text(catalog, series.value(), "title", locale).orElse(series.value()),
                "description",
                        Overview.text(catalog, series.value(), "description", locale)
                                .orElse(""),
                "members", members,
                "facts", new Facts(catalog, content.lexicon(), base, locale).about(series));
    }

    /** {@return the datasets of a series of which the release has a graph: the last first where they follow one another, else by address} */
    private static List<Term> ordered(InMemoryGraph catalog, Term series) {
        List<Term> members = new ArrayList<>(catalog.subjects(DCAT + "inSeries", series)
                .filter(member -> !catalog.objects(member, DCT + "title").isEmpty())
                .distinct()
                .sorted((one, other) -> one.text().compareTo(other.text()))
                .toList());
        List<Term> ordered = new ArrayList<>();
        Optional<Term> next = catalog.object(series, DCAT + "last");
        while (next.isPresent() && members.remove(next.get())) {
            ordered.add(next.get());
            next = catalog.object(next.get(), DCAT + "prev");
        }
        ordered.addAll(members);
        return ordered;
    }
}
