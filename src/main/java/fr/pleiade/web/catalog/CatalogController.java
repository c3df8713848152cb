package fr.pleiade.web.catalog;

import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.InMemoryGraph;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** {@code /} is the home page; {@code /catalog} is the catalogue, negotiated or by suffix. */
@Controller
class CatalogController {
    private final CurrentRelease current;
    private final Site site;
    private final Pages pages;
    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<Lexicon> lexicons;
    private final Examples examples;

    CatalogController(
            CurrentRelease current,
            Site site,
            Pages pages,
            PerRelease<InMemoryGraph> catalogs,
            PerRelease<Lexicon> lexicons,
            Examples examples) {
        this.current = current;
        this.site = site;
        this.pages = pages;
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
                .flatMap(graph -> examples.of(view, graph).stream().limit(3))
                .map(iri -> Shown.iri(iri, lexicon, view.release().base(), locale))
                .toList();
    }

    @GetMapping({"/catalog", "/catalog.{suffix}"})
    void catalog(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        String address = exchange.base() + "catalog";
        Variant form = Forms.of(exchange, path, Variant.RDF_AND_HTML, address);
        try (CurrentRelease.View view = current.view()) {
            if (form.isHtml()) {
                sendPage(exchange, view.release(), address);
            } else {
                sendGraph(exchange, view.release(), form, address);
            }
        }
    }

    private void sendGraph(Exchange exchange, Release release, Variant form, String address) throws IOException {
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(address + "." + form.suffix())
                .linked(Pages.Alternate.links(Variant.RDF_AND_HTML, address));
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), site.prefixes())) {
                catalogs.of(release).triples().forEach(writer);
            }
        });
    }

    private void sendPage(Exchange exchange, Release release, String address) throws IOException {
        Entity entity = pages.entity(exchange, release)
                .at(address + ".html")
                .linked(Pages.Alternate.links(Variant.RDF_AND_HTML, address));
        Locale locale = entity.language().orElseThrow().locale();
        InMemoryGraph catalog = catalogs.of(release);
        Map<String, Object> values = new HashMap<>();
        values.put("summary", site.catalog().summary().in(locale));
        values.put("datasets", Overview.of(release, catalog, site, locale).datasets());
        values.put("downloads", Forms.downloads("all", Variant.RDF));
        values.put(
                "facts",
                new Facts(catalog, lexicons.of(release), exchange.base(), locale)
                        .about(site.catalog().iri()));
        values.put("canonical", address);
        values.put("alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/catalog"));
        pages.send(exchange, entity, "catalog", values);
    }
}
