package fr.pleiade.web.catalog;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.ProfileList;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
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
    private final ProfileList profileList;
    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<Lexicon> lexicons;
    private final PerRelease<JsonLdContext> contexts;
    private final Examples examples;

    CatalogController(
            CurrentRelease current,
            Editions editions,
            Site site,
            Pages pages,
            ProfileList profileList,
            PerRelease<InMemoryGraph> catalogs,
            PerRelease<Lexicon> lexicons,
            PerRelease<JsonLdContext> contexts,
            Examples examples) {
        this.current = current;
        this.editions = editions;
        this.site = site;
        this.pages = pages;
        this.profileList = profileList;
        this.catalogs = catalogs;
        this.lexicons = lexicons;
        this.contexts = contexts;
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
        if (exchange.asksForProfiles()) {
            profileList.send(exchange, edition, PATH, CatalogProfiles.OF_CATALOG);
            return;
        }
        Profile profile = exchange.profile(CatalogProfiles.OF_CATALOG);
        Variant form = Forms.of(exchange, path, CatalogProfiles.OF_CATALOG, profile, edition.address(PATH));
        if (form.isHtml()) {
            sendPage(exchange, edition);
        } else {
            sendGraph(exchange, edition, form, profile);
        }
    }

    private void sendGraph(Exchange exchange, Edition edition, Variant form, Profile profile) throws IOException {
        Release release = edition.release();
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(edition.address(PATH) + "." + form.suffix())
                .linked(links(edition))
                .in(profile, CatalogProfiles.OF_CATALOG, edition.address(PATH))
                .cached(edition.caching());
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                CatalogProfiles.in(profile, catalogs.of(release), exchange.base())
                        .triples()
                        .forEach(writer);
            }
        });
    }

    private static List<String> links(Edition edition) {
        List<String> links = new ArrayList<>(Pages.Alternate.links(Variant.RDF_AND_HTML, edition.address(PATH)));
        links.addAll(edition.links(PATH));
        return links;
    }

    private void sendPage(Exchange exchange, Edition edition) throws IOException {
        Release release = edition.release();
        Entity entity = pages.entity(exchange, release)
                .at(edition.address(PATH) + ".html")
                .linked(links(edition));
        Locale locale = entity.language().orElseThrow().locale();
        InMemoryGraph catalog = catalogs.of(release);
        Map<String, Object> values = new HashMap<>(pages.versions(edition, PATH));
        values.put("summary", site.catalog().summary().in(locale));
        values.put("datasets", Overview.of(release, catalog, site, locale).datasets());
        values.put("downloads", Forms.downloads(edition, "all", Variant.RDF));
        values.put(
                "facts",
                new Facts(catalog, lexicons.of(release), exchange.base(), locale)
                        .about(site.catalog().iri()));
        values.put("alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/" + edition.prefix() + PATH));
        pages.send(exchange, entity, "catalog", values);
    }
}
