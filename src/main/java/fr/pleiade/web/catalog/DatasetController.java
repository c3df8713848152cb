package fr.pleiade.web.catalog;

import static fr.pleiade.web.Vocabulary.DCAT;
import static fr.pleiade.web.Vocabulary.TYPE;

import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.InMemoryGraph;
import fr.pleiade.syntax.Quad;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Term;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Linkset;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.EmbeddedJson;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/** {@code /dataset/{slug}}: what a dataset is, what is wrong with its sources, and where to have it; a page or its DCAT. */
@Controller
class DatasetController {
    private static final Set<String> OF_THEIR_OWN = Set.of(DCAT + "Catalog", DCAT + "Dataset", DCAT + "DataService");

    private static final List<Variant> LINKSETS = List.of(
            new Variant(Linkset.JSON, "json", "Linkset, JSON", Set.of("application/json"), Set.of()),
            new Variant(Linkset.TEXT, "txt", "Linkset", Set.of(), Set.of("text/plain")));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentRelease current;
    private final Site site;
    private final Pages pages;
    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<Lexicon> lexicons;
    private final Examples examples;

    DatasetController(
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

    @GetMapping({"/dataset/{slug:[^.]+}", "/dataset/{slug:[^.]+}.{suffix}"})
    void dataset(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            PublishedGraph graph = view.release()
                    .graph(path.getOrDefault("slug", ""))
                    .filter(g -> g.iri().startsWith(exchange.base() + "dataset/"))
                    .orElseThrow(() -> Refusal.notFound(exchange.address()));
            Variant form = Forms.of(exchange, path, Variant.RDF_AND_HTML, graph.iri());
            if (form.isHtml()) {
                sendPage(exchange, view, graph);
            } else {
                sendGraph(exchange, view.release(), graph, form);
            }
        }
    }

    private void sendGraph(Exchange exchange, Release release, PublishedGraph graph, Variant form) throws IOException {
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(graph.iri() + "." + form.suffix())
                .linked(links(exchange, graph, graph.iri() + "." + form.suffix()));
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), site.prefixes())) {
                description(release, graph).triples().forEach(writer);
            }
        });
    }

    private List<String> links(Exchange exchange, PublishedGraph graph, String anchor) {
        List<String> links = new ArrayList<>(Pages.Alternate.links(Variant.RDF_AND_HTML, graph.iri()));
        current.release()
                .map(release -> Signposts.of(graph.iri(), graph.slug(), catalogs.of(release), exchange.base()))
                .ifPresent(signposts -> links.addAll(signposts.fields(anchor)));
        return links;
    }

    @GetMapping("/linkset/dataset/{slug}")
    void linkset(Exchange exchange, @PathVariable("slug") String slug) throws IOException {
        Release release = current.release().orElseThrow(() -> Refusal.notFound(exchange.address()));
        PublishedGraph graph = release.graph(slug)
                .filter(g -> g.iri().startsWith(exchange.base() + "dataset/"))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
        Variant form = exchange.negotiate(LINKSETS, suffix -> exchange.address());
        Linkset links = Signposts.of(graph.iri(), slug, catalogs.of(release), exchange.base());
        exchange.send(Entity.data(form, release.id() + "." + form.suffix(), release.created()), out -> {
            if (form.mediaType().equals(Linkset.JSON)) {
                JSON.writeValue(out, links.members());
            } else {
                out.write(links.toText().getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private InMemoryGraph description(Release release, PublishedGraph graph) {
        InMemoryGraph catalog = catalogs.of(release);
        return Neighbourhood.of(
                catalog,
                new Term.Iri(graph.iri()),
                node -> OF_THEIR_OWN.stream()
                        .anyMatch(type -> catalog.contains(new Quad(asSubject(node), TYPE, new Term.Iri(type)))));
    }

    private static Term asSubject(Term node) {
        return node instanceof Term.Literal ? TYPE : node;
    }

    private void sendPage(Exchange exchange, CurrentRelease.View view, PublishedGraph graph) throws IOException {
        Release release = view.release();
        Entity entity =
                pages.entity(exchange, release).at(graph.iri() + ".html").linked(links(exchange, graph, graph.iri()));
        Locale locale = entity.language().orElseThrow().locale();
        InMemoryGraph catalog = catalogs.of(release);
        Lexicon lexicon = lexicons.of(release);
        Overview.DatasetLine line = Overview.line(graph, catalog, locale);
        Map<String, Object> values = new HashMap<>();
        values.put("dataset", line);
        values.put("figures", Overview.figures(line));
        values.put("facts", new Facts(catalog, lexicon, exchange.base(), locale).about(new Term.Iri(graph.iri())));
        values.put("findings", FindingList.of(release.findings(graph.slug()), lexicon, exchange, locale));
        values.put("downloads", Forms.downloads(graph.slug(), Signposts.forms(new Term.Iri(graph.iri()), catalog)));
        values.put("examples", examples(view, graph, lexicon, locale));
        values.put("canonical", graph.iri());
        values.put("alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/dataset/" + graph.slug()));
        Map<String, Object> described = SchemaOrg.dataset(line, graph.iri(), catalog, exchange.base(), locale);
        values.put("embedded", EmbeddedJson.of(out -> JSON.writeValue(out, described)));
        pages.send(exchange, entity, "dataset", values);
    }

    private List<Shown> examples(CurrentRelease.View view, PublishedGraph graph, Lexicon lexicon, Locale locale) {
        return examples.of(view, graph).stream()
                .map(iri -> Shown.iri(iri, lexicon, view.release().base(), locale))
                .toList();
    }
}
