package fr.pleiade.web.catalog;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.history.LatestChanges;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.listing.PlacesOfRelease;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.sparql.Headlines;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /} is the home page; {@code /catalog} is the catalogue, negotiated or by suffix, whose graph comes in {@link CatalogPages};
 * {@code /release/{id}/catalog} is that of one release.
 */
@Controller
class CatalogController {
    private static final String PATH = "catalog";
    private static final String SECONDS_TO_WAIT = "3600";

    private final CurrentRelease current;
    private final Editions editions;
    private final Pages pages;
    private final Documents documents;
    private final Examples examples;
    private final ServedReleases served;
    private final PerRelease<Boolean> whole;
    private final PlacesOfRelease places;
    private final Headlines headlines;
    private final LatestChanges changes;

    CatalogController(
            CurrentRelease current,
            Editions editions,
            Pages pages,
            Documents documents,
            Examples examples,
            ServedReleases served,
            PlacesOfRelease places,
            Headlines headlines,
            LatestChanges changes) {
        this.headlines = headlines;
        this.changes = changes;
        this.served = served;
        this.places = places;
        this.whole = new PerRelease<>(release -> CatalogPages.isWhole(served.of(release)));
        this.current = current;
        this.editions = editions;
        this.pages = pages;
        this.documents = documents;
        this.examples = examples;
    }

    @GetMapping("/")
    void home(Exchange exchange) throws IOException {
        Release release = current.now();
        Language language = exchange.language();
        Locale locale = language.locale();
        Optional<List<Headlines.Headline>> figures = headlines.of(release, locale);
        Entity entity = figures.isPresent()
                ? pages.entity(exchange, release)
                : pages.entity(language, release.id() + ".early", release.created())
                        .cached(Entity.Caching.NONE);
        Overview overview = Overview.of(served.of(release), locale).inOrderOf(examples.datasets(release));
        List<Shown> shown = examples(release, locale);
        Map<String, Object> values = new HashMap<>();
        values.put(
                "summary",
                Overview.firstSentence(
                        served.of(release).site().catalog().summary().in(locale)));
        values.put("headlines", figures.orElse(List.of()));
        values.put("changes", changes.of(release, locale));
        values.put("datasets", overview.datasets());
        values.put("examples", shown);
        values.put("uses", Use.with(exchange.base(), shown, overview));
        somewhere(release)
                .ifPresent(type -> places.dots(served.of(release), type, locale).ifPresent(drawn -> {
                    values.put("drawn", drawn);
                    values.put("drawnList", "/list/" + RequestPath.toUri(type));
                }));
        pages.send(exchange, entity, "home", values);
    }

    /** {@return the type of the first example that is somewhere on a map, such as {@code school}, for {@code /list/school}} */
    private Optional<String> somewhere(Release release) {
        String things = release.base() + "id/";
        return examples.datasets(release).stream()
                .flatMap(graph -> examples.of(release, graph).stream())
                .filter(iri -> iri.startsWith(things) && iri.indexOf('/', things.length()) > 0)
                .filter(iri -> Located.in(release.describe(iri)).isPresent())
                .map(iri -> iri.substring(things.length(), iri.indexOf('/', things.length())))
                .findFirst();
    }

    private List<Shown> examples(Release release, Locale locale) {
        Lexicon lexicon = served.of(release).lexicon();
        return examples.datasets(release).stream()
                .flatMap(graph -> examples.of(release, graph).stream().limit(3))
                .map(iri -> Shown.iri(iri, lexicon, release.base(), locale))
                .toList();
    }

    /** A release is what its catalogue says. */
    @GetMapping("/release/{id}")
    void release(Exchange exchange, @PathVariable("id") String id) {
        exchange.redirect(303, editions.pinned(id).address("catalog"));
    }

    @GetMapping({"/catalog", "/catalog.{suffix}", "/release/{id}/catalog", "/release/{id}/catalog.{suffix}"})
    void catalog(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path));
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Served content = served.of(edition.release());
        if (!whole.of(edition.release())) {
            throw Refusal.of(503, "partial-catalogue").with("Retry-After", SECONDS_TO_WAIT);
        }
        CatalogPages pagesOfIt =
                new CatalogPages(content.catalog(), content.site().catalog().iri(), CatalogPages.PER_PAGE);
        int number = number(exchange, pagesOfIt.count());
        String address = edition.address(PATH) + (path.get("suffix") == null ? "" : "." + path.get("suffix"));
        Document document = document(edition, number)
                .in(CatalogProfiles.OF_CATALOG)
                .graph((profile, triples) -> CatalogProfiles.in(
                                profile, pagesOfIt.page(number, address), exchange.base())
                        .triples()
                        .forEach(triples))
                .page("catalog", locale -> page(exchange, edition, locale));
        documents.answer(exchange, document, path);
    }

    /** A page beyond the first is had at the one address that names it. */
    private static Document document(Edition edition, int number) {
        Document document = Document.of(edition, PATH);
        Document.State state = document.state();
        return number == 1
                ? document
                : document.having(Document.Addresses.ONE)
                        .being(new Document.State(
                                state.validator() + ".page" + number,
                                state.modified(),
                                state.caching(),
                                state.status()));
    }

    /** {@return the page that is asked for; an address beyond the last has never had anything} */
    private static int number(Exchange exchange, int last) {
        String number = exchange.parameter("page").orElse("1");
        if (!number.matches("[1-9][0-9]{0,5}") || Integer.parseInt(number) > last) {
            throw Refusal.notFound(exchange.address());
        }
        return Integer.parseInt(number);
    }

    private Map<String, Object> page(Exchange exchange, Edition edition, Locale locale) {
        Release release = edition.release();
        InMemoryGraph catalog = served.of(release).catalog();
        return Map.of(
                "summary", served.of(release).site().catalog().summary().in(locale),
                "datasets",
                        Overview.of(served.of(release), locale)
                                .inOrderOf(examples.datasets(release))
                                .datasets(),
                "prefix", edition.prefix(),
                "stars", StarTable.of(served.of(release), locale),
                "downloads", Download.of(edition, "all", Variant.RDF),
                "facts",
                        new Facts(catalog, served.of(release).lexicon(), exchange.base(), locale)
                                .about(served.of(release).site().catalog().iri()));
    }
}
