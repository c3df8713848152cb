package fr.pleiade.web.catalog;

import static fr.pleiade.web.Vocabulary.DCAT;
import static fr.pleiade.web.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.Store;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.PerRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Linkset;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.EmbeddedJson;
import fr.pleiade.web.page.Lexicon;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.page.ProfileList;
import fr.pleiade.web.page.Shown;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code /dataset/{slug}}: what a dataset is, what is wrong with its sources, and where to have it; a page or its DCAT.
 * {@code /release/{id}/dataset/{slug}} is that of one release.
 */
@Controller
class DatasetController {
    private static final Set<String> OF_THEIR_OWN = Set.of(DCAT + "Catalog", DCAT + "Dataset", DCAT + "DataService");

    private static final List<Variant> LINKSETS = List.of(
            new Variant(Linkset.JSON, "json", "Linkset, JSON", Set.of("application/json"), Set.of()),
            new Variant(Linkset.TEXT, "txt", "Linkset", Set.of(), Set.of("text/plain")));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentRelease current;
    private final Editions editions;
    private final Pages pages;
    private final ProfileList profileList;
    private final PerRelease<InMemoryGraph> catalogs;
    private final PerRelease<Lexicon> lexicons;
    private final PerRelease<JsonLdContext> contexts;
    private final Examples examples;

    DatasetController(
            CurrentRelease current,
            Editions editions,
            Pages pages,
            ProfileList profileList,
            PerRelease<InMemoryGraph> catalogs,
            PerRelease<Lexicon> lexicons,
            PerRelease<JsonLdContext> contexts,
            Examples examples) {
        this.current = current;
        this.editions = editions;
        this.pages = pages;
        this.profileList = profileList;
        this.catalogs = catalogs;
        this.lexicons = lexicons;
        this.contexts = contexts;
        this.examples = examples;
    }

    @GetMapping({"/dataset/{slug:[^.]+}", "/dataset/{slug:[^.]+}.{suffix}"})
    void dataset(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        try (CurrentRelease.View view = current.view()) {
            send(exchange, Edition.latest(view.release()), path, Optional.of(view.store()));
        }
    }

    @GetMapping({"/release/{id}/dataset/{slug:[^.]+}", "/release/{id}/dataset/{slug:[^.]+}.{suffix}"})
    void pinned(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        send(exchange, editions.pinned(path.getOrDefault("id", "")), path, Optional.empty());
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path, Optional<Store> store)
            throws IOException {
        PublishedGraph graph = graph(exchange, edition.release(), path.getOrDefault("slug", ""));
        String document = "dataset/" + graph.slug();
        if (exchange.asksForProfiles()) {
            profileList.send(exchange, edition, document, CatalogProfiles.OF_DATASET);
            return;
        }
        Profile profile = exchange.profile(CatalogProfiles.OF_DATASET);
        Variant form = Forms.of(exchange, path, CatalogProfiles.OF_DATASET, profile, edition.address(document));
        if (form.isHtml()) {
            sendPage(exchange, edition, graph, store);
        } else {
            sendGraph(exchange, edition, graph, form, profile);
        }
    }

    private static PublishedGraph graph(Exchange exchange, Release release, String slug) {
        return release.graph(slug)
                .filter(g -> g.iri().startsWith(exchange.base() + "dataset/"))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
    }

    private void sendGraph(Exchange exchange, Edition edition, PublishedGraph graph, Variant form, Profile profile)
            throws IOException {
        Release release = edition.release();
        Entity entity = Entity.data(form, release.id() + "." + form.suffix(), release.created())
                .at(edition.address("dataset/" + graph.slug()) + "." + form.suffix())
                .linked(links(edition, graph, graph.iri() + "." + form.suffix()))
                .in(profile, CatalogProfiles.OF_DATASET, edition.address("dataset/" + graph.slug()))
                .cached(edition.caching());
        exchange.send(entity, out -> {
            try (RdfWriter writer = RdfWriter.open(out, form.syntax(), contexts.of(release))) {
                CatalogProfiles.in(profile, description(release, graph), exchange.base())
                        .triples()
                        .forEach(writer);
            }
        });
    }

    private List<String> links(Edition edition, PublishedGraph graph, String anchor) {
        String path = "dataset/" + graph.slug();
        List<String> links = new ArrayList<>(Pages.Alternate.links(Variant.RDF_AND_HTML, edition.address(path)));
        links.addAll(edition.links(path));
        links.addAll(signposts(edition.release(), graph).fields(anchor));
        return links;
    }

    private Linkset signposts(Release release, PublishedGraph graph) {
        return Signposts.of(graph.iri(), graph.slug(), catalogs.of(release), release.base());
    }

    @GetMapping("/linkset/dataset/{slug}")
    void linkset(Exchange exchange, @PathVariable("slug") String slug) throws IOException {
        Release release = current.release().orElseThrow(() -> Refusal.notFound(exchange.address()));
        PublishedGraph graph = graph(exchange, release, slug);
        Variant form = exchange.negotiate(LINKSETS, suffix -> exchange.address());
        Linkset links = signposts(release, graph);
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

    private void sendPage(Exchange exchange, Edition edition, PublishedGraph graph, Optional<Store> store)
            throws IOException {
        Release release = edition.release();
        String path = "dataset/" + graph.slug();
        Entity entity = pages.entity(exchange, release)
                .at(edition.address(path) + ".html")
                .linked(links(edition, graph, graph.iri()));
        Locale locale = entity.language().orElseThrow().locale();
        InMemoryGraph catalog = catalogs.of(release);
        Lexicon lexicon = lexicons.of(release);
        Overview.DatasetLine line = Overview.line(graph, catalog, locale);
        Map<String, Object> values = new HashMap<>(pages.versions(edition, path));
        values.put("dataset", line);
        values.put("figures", Overview.figures(line));
        values.put("facts", new Facts(catalog, lexicon, exchange.base(), locale).about(new Term.Iri(graph.iri())));
        values.put("findings", FindingList.of(release.findingPages(graph.slug()), lexicon, exchange, locale));
        values.put(
                "downloads",
                Forms.downloads(edition, graph.slug(), Signposts.forms(new Term.Iri(graph.iri()), catalog)));
        values.put(
                "examples",
                store.map(s -> examples(s, release, graph, lexicon, locale)).orElse(List.of()));
        values.put("signposts", signposts(release, graph).from(graph.iri()));
        values.put("alternates", Pages.Alternate.of(Variant.RDF_AND_HTML, "/" + edition.prefix() + path));
        Map<String, Object> described = SchemaOrg.dataset(line, graph.iri(), catalog, exchange.base(), locale);
        values.put("embedded", EmbeddedJson.of(out -> JSON.writeValue(out, described)));
        pages.send(exchange, entity, "dataset", values);
    }

    private List<Shown> examples(Store store, Release release, PublishedGraph graph, Lexicon lexicon, Locale locale) {
        return examples.of(store, release, graph).stream()
                .map(iri -> Shown.iri(iri, lexicon, release.base(), locale))
                .toList();
    }
}
