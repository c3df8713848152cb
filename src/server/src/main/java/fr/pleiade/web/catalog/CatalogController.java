package fr.pleiade.web.catalog;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /} is the home page; {@code /catalog} is the catalogue, negotiated or by suffix; {@code /release/{id}/catalog} is that of one
 * release.
 */
@Controller
class CatalogController {
    private static final String PATH = "catalog";

    private final CurrentRelease current;
    private final Editions editions;
    private final Site site;
    private final Pages pages;
    private final Documents documents;
    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<Lexicon> lexicons;
    private final Examples examples;

    CatalogController(
            CurrentRelease current,
            Editions editions,
            Site site,
            Pages pages,
            Documents documents,
            PerRelease<InMemoryGraph> catalogs,
            PerRelease<Lexicon> lexicons,
            Examples examples) {
        this.current = current;
        this.editions = editions;
        this.site = site;
        this.pages = pages;
        this.documents = documents;
        this.catalogs = catalogs;
        this.lexicons = lexicons;
        this.examples = examples;
    }

    @GetMapping("/")
    void home(Exchange exchange) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            Release release = view.release();
            Entity entity = pages.entity(exchange, release);
            Locale locale = entity.language().orElseThrow().locale();
            Overview overview = Overview.of(release, catalogs.of(release), site, locale);
            List<Shown> shown = examples(view, locale);
            pages.send(
                    exchange,
                    entity,
                    "home",
                    Map.of(
                            "summary", site.catalog().summary().in(locale),
                            "figures", overview.figures(),
                            "datasets", overview.datasets(),
                            "examples", shown,
                            "uses", Use.with(exchange.base(), shown, overview)));
        }
    }

    private List<Shown> examples(CurrentRelease.View view, Locale locale) {
        Lexicon lexicon = lexicons.of(view.release());
        return examples.datasets(view.release()).stream()
                .flatMap(graph -> examples.of(view.store(), view.release(), graph).stream()
                        .limit(3))
                .map(iri -> Shown.iri(iri, lexicon, view.release().base(), locale))
                .toList();
    }

    @GetMapping({"/catalog", "/catalog.{suffix}"})
    void catalog(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            send(exchange, Edition.latest(view.release()), path);
        }
    }

    @GetMapping({"/release/{id}/catalog", "/release/{id}/catalog.{suffix}"})
    void pinned(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        send(exchange, editions.pinned(path.getOrDefault("id", "")), path);
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        Document document = Document.of(edition, PATH)
                .in(CatalogProfiles.OF_CATALOG)
                .graph((profile, triples) -> CatalogProfiles.in(profile, catalogs.of(release), exchange.base())
                        .triples()
                        .forEach(triples))
                .page("catalog", locale -> page(exchange, edition, locale));
        documents.answer(exchange, document, path);
    }

    private Map<String, Object> page(Exchange exchange, Edition edition, Locale locale) {
        Release release = edition.release();
        InMemoryGraph catalog = catalogs.of(release);
        return Map.of(
                "summary", site.catalog().summary().in(locale),
                "datasets", Overview.of(release, catalog, site, locale).datasets(),
                "downloads", Download.of(edition, "all", Variant.RDF),
                "facts",
                        new Facts(catalog, lexicons.of(release), exchange.base(), locale)
                                .about(site.catalog().iri()));
    }
}
