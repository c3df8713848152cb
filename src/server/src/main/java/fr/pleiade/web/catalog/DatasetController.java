package fr.pleiade.web.catalog;

import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.table.TableSchema;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.history.DatasetVersions;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Linkset;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.EmbeddedJson;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.page.Written;
import fr.pleiade.web.served.Lexicon;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.ServedReleases;
import fr.pleiade.web.shape.PageShape;
import fr.pleiade.web.shape.PageShapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
    private static final Variant IN_JSON =
            new Variant(Linkset.JSON, "json", "Linkset, JSON", Set.of("application/json"));
    private static final Variant IN_TEXT = new Variant(Linkset.TEXT, "txt", "Linkset", Set.of("text/plain"));
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CurrentRelease current;
    private final Editions editions;
    private final Documents documents;
    private final Examples examples;
    private final ServedReleases served;
    private final StarTrend trend;
    private final PageShapes shapes;
    private final DatasetVersions versions;
    private final PerRelease<Map<String, Optional<TablePreview>>> previews =
            new PerRelease<>(release -> new ConcurrentHashMap<>());

    DatasetController(
            CurrentRelease current,
            Editions editions,
            Documents documents,
            Examples examples,
            ServedReleases served,
            StarTrend trend,
            PageShapes shapes,
            DatasetVersions versions) {
        this.versions = versions;
        this.trend = trend;
        this.shapes = shapes;
        this.served = served;
        this.current = current;
        this.editions = editions;
        this.documents = documents;
        this.examples = examples;
    }

    @GetMapping({
        "/dataset/{slug:[^.]+}",
        "/dataset/{slug:[^.]+}.{suffix}",
        "/release/{id}/dataset/{slug:[^.]+}",
        "/release/{id}/dataset/{slug:[^.]+}.{suffix}"
    })
    void dataset(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> send(exchange, edition, path));
    }

    private void send(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        PublishedGraph graph = graph(exchange, release, path.getOrDefault("slug", ""));
        Document document = Document.of(edition, "dataset/" + graph.slug())
                .in(CatalogProfiles.OF_DATASET)
                .linked(form -> signposts(release, graph)
                        .fields(form.isHtml() ? graph.iri() : graph.iri() + "." + form.suffix()))
                .graph((profile, triples) -> CatalogProfiles.in(profile, description(release, graph), exchange.base())
                        .triples()
                        .forEach(triples))
                .page("dataset", locale -> page(exchange, edition, graph, locale));
        documents.answer(exchange, document, path);
    }

    private static PublishedGraph graph(Exchange exchange, Release release, String slug) {
        return release.graph(slug)
                .filter(g -> g.iri().startsWith(exchange.base() + "dataset/"))
                .orElseThrow(() -> Refusal.notFound(exchange.address()));
    }

    private Linkset signposts(Release release, PublishedGraph graph) {
        return Signposts.of(graph.iri(), graph.slug(), served.of(release).catalog(), release.base());
    }

    @GetMapping("/linkset/dataset/{slug}")
    void linkset(Exchange exchange, @PathVariable("slug") String slug) throws IOException {
        Release release = current.release().orElseThrow(() -> Refusal.notFound(exchange.address()));
        Linkset links = signposts(release, graph(exchange, release, slug));
        Document document = Document.at(exchange, release, "linkset")
                .also(IN_JSON, out -> JSON.writeValue(out, links.members()))
                .also(IN_TEXT, out -> out.write(links.toText().getBytes(StandardCharsets.UTF_8)));
        documents.answer(exchange, document);
    }

    private InMemoryGraph description(Release release, PublishedGraph graph) {
        return Neighbourhood.in(served.of(release).catalog(), new Term.Iri(graph.iri()));
    }

    private Map<String, Object> page(Exchange exchange, Edition edition, PublishedGraph graph, Locale locale)
            throws IOException {
        Release release = edition.release();
        InMemoryGraph catalog = served.of(release).catalog();
        Lexicon lexicon = served.of(release).lexicon();
        Overview.DatasetLine line = Overview.line(graph, served.of(release), locale);
        Map<String, Object> values = new HashMap<>();
        values.put("dataset", line);
        values.put("description", line.description());
        values.put("figures", Overview.figures(line));
        values.put("facts", new Facts(catalog, lexicon, exchange.base(), locale).about(new Term.Iri(graph.iri())));
        values.put("findings", FindingList.of(release.findingPages(graph.slug()), lexicon, exchange, locale));
        trend.of(release, graph.slug(), locale).ifPresent(stars -> values.put("stars", stars));
        values.put("versions", edition.isPinned() ? List.of() : versions.of(release, graph.slug(), locale));
        values.put(
                "changed",
                edition.isPinned()
                        ? List.of()
                        : versions.changed(release, graph.slug()).stream().toList());
        values.put("place", "/" + edition.prefix() + "dataset/" + graph.slug());
        List<Variant> forms = Signposts.forms(new Term.Iri(graph.iri()), catalog);
        values.put(
                "downloads",
                Download.of(
                        edition,
                        graph.slug(),
                        forms.stream().filter(Variant::isRdf).toList()));
        values.put("tables", tables(edition, graph, forms, locale));
        values.put("examples", edition.isPinned() ? List.of() : examples(release, graph, lexicon, locale));
        Optional<TablePreview> preview =
                previews.of(release).computeIfAbsent(graph.slug(), slug -> TablePreview.of(release, slug));
        values.put("preview", preview.map(List::of).orElse(List.of()));
        values.put(
                "columns",
                preview.map(table -> table.columns(lexicon, exchange.base(), locale))
                        .orElse(List.of()));
        values.put("lists", edition.isPinned() ? List.of() : lists(release, graph, locale));
        values.put("signposts", signposts(release, graph).from(graph.iri()));
        List<TableSchema.Column> columns =
                release.tableSchema(graph.slug()).map(TableSchema::columns).orElse(List.of());
        Map<String, Object> described =
                new SchemaOrg(catalog, exchange.base(), locale).dataset(line, graph.iri(), columns);
        values.put("embedded", EmbeddedJson.of(out -> JSON.writeValue(out, described)));
        return values;
    }

    private static List<Download> tables(Edition edition, PublishedGraph graph, List<Variant> forms, Locale locale)
            throws IOException {
        Optional<Path> table = edition.release().tableFile(graph.slug());
        String size = table.isEmpty() ? "" : Written.bytes(Files.size(table.get()), locale);
        return Download.of(
                        edition,
                        graph.slug(),
                        forms.stream().filter(form -> !form.isRdf()).toList())
                .stream()
                .map(download -> download.of(size))
                .toList();
    }

    /** A list of the things of a type. */
    record Listed(String type, String name) {}

    /** {@return the types of the dataset's examples, each of which has a list, called as the shape of its class says} */
    private List<Listed> lists(Release release, PublishedGraph graph, Locale locale) {
        String start = release.base() + "id/";
        SortedMap<String, PageShape> byClass = shapes.of(release);
        SortedMap<String, Listed> lists = new TreeMap<>();
        for (String iri : examples.of(release, graph)) {
            if (iri.startsWith(start)) {
                String type = iri.substring(start.length()).split("/")[0];
                lists.computeIfAbsent(
                        type,
                        key -> new Listed(
                                key,
                                PageShape.of(release.describe(iri).objects(new Term.Iri(iri), TYPE.value()), byClass)
                                        .map(shape -> shape.name().in(locale))
                                        .filter(name -> !name.isEmpty())
                                        .orElse(key)));
            }
        }
        return List.copyOf(lists.values());
    }

    private List<Shown> examples(Release release, PublishedGraph graph, Lexicon lexicon, Locale locale) {
        return examples.of(release, graph).stream()
                .map(iri -> Shown.iri(iri, lexicon, release.base(), locale))
                .toList();
    }
}
