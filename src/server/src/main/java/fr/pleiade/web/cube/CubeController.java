package fr.pleiade.web.cube;

import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.web.Edition;
import fr.pleiade.web.Editions;
import fr.pleiade.web.document.Document;
import fr.pleiade.web.document.Documents;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.CubesOfRelease;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Profile;
import fr.pleiade.web.http.Profiles;
import fr.pleiade.web.http.Refusal;
import fr.pleiade.web.http.RequestPath;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.map.Atlases;
import fr.pleiade.web.page.Pages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * {@code /cube}: the cubes of statistics; {@code /cube/{word}?…}: a slice of one, as a page, CSV, JSON-stat and RDF, by suffix,
 * {@code format=} or negotiation; as RDF in the words of the Data Cube vocabulary, or by {@code _profile=cube-link} as visualize.admin.ch
 * opens it. {@code /release/{id}/cube/…} is that of one release.
 */
@Controller
class CubeController {
    private static final Profile DATA_CUBE = new Profile("qb", Vocabulary.QB);
    private static final Profile CUBE_LINK = new Profile("cube-link", Vocabulary.CUBE_LINK);
    private static final Profiles PROFILES = Profiles.of(DATA_CUBE, CUBE_LINK);
    private static final List<Variant> FORMS = Stream.of(
                    Stream.of(Variant.CSV, Variant.SPREADSHEET, JsonStat.FORM),
                    Variant.RDF.stream().limit(2))
            .flatMap(forms -> forms)
            .toList();

    private final Editions editions;
    private final Documents documents;
    private final CubesOfRelease cubes;
    private final Atlases atlases;

    CubeController(Editions editions, Documents documents, CubesOfRelease cubes, Atlases atlases) {
        this.atlases = atlases;
        this.editions = editions;
        this.documents = documents;
        this.cubes = cubes;
    }

    /** A cube in the list of them. */
    record Listed(String title, String href, int observations, String dimensions, String sources) {}

    @GetMapping({"/cube", "/release/{id}/cube"})
    void list(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(
                path,
                edition -> documents.answer(
                        exchange,
                        Document.of(edition, "cube")
                                .having(Document.Addresses.ONE)
                                .page("cubes", locale -> Map.of("cubes", listed(edition, locale)))));
    }

    private List<Listed> listed(Edition edition, Locale locale) {
        return cubes.of(edition.release()).stream()
                .map(cube -> new Listed(
                        cube.title(locale),
                        "/" + edition.prefix() + cube.path().substring(1),
                        cube.table().size(),
                        cube.dimensions().stream()
                                .map(dimension -> dimension.label(locale))
                                .collect(Collectors.joining(", ")),
                        cube.table().graphs().stream()
                                .map(slug -> cube.served().title(slug, locale))
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    @GetMapping({
        "/cube/{word:[^.]+}",
        "/cube/{word:[^.]+}.{suffix}",
        "/release/{id}/cube/{word:[^.]+}",
        "/release/{id}/cube/{word:[^.]+}.{suffix}"
    })
    void cube(Exchange exchange, @PathVariable Map<String, String> path) throws IOException {
        editions.answer(path, edition -> answer(exchange, edition, path));
    }

    private void answer(Exchange exchange, Edition edition, Map<String, String> path) throws IOException {
        Release release = edition.release();
        String word = path.getOrDefault("word", "");
        Locale locale = exchange.language().locale();
        Cube cube = cubes.of(release, word).orElseThrow(() -> unknown(word, release));
        Slice slice = SliceAddress.read(cube, exchange.parameters(), locale);
        Document document = document(exchange, edition, slice);
        String format =
                exchange.parameter("format").filter(name -> !name.isEmpty()).orElse("");
        if (format.isEmpty()) {
            documents.answer(exchange, document, path);
        } else {
            documents.answer(exchange, document, form(format));
        }
    }

    private Refusal unknown(String word, Release release) {
        return Refusal.of(
                404,
                "cube-unknown",
                word,
                cubes.of(release).stream().map(cube -> cube.table().word()).collect(Collectors.joining(" · ")));
    }

    private static Variant form(String name) {
        String asked = name.equalsIgnoreCase("json-stat") || name.equalsIgnoreCase("jsonstat") ? "json" : name;
        return Stream.concat(FORMS.stream(), Variant.RDF_AND_HTML.stream())
                .filter(form -> form.isCalled(asked))
                .findFirst()
                .orElseThrow(() -> Refusal.of(
                        400,
                        "unknown-format",
                        name,
                        FORMS.stream().map(Variant::suffix).collect(Collectors.joining(", "))));
    }

    private Document document(Exchange exchange, Edition edition, Slice slice) {
        String path = "cube/" + RequestPath.encode(slice.cube().table().word());
        String query = slice.query();
        String address = edition.address(path) + query;
        Locale locale = exchange.language().locale();
        String validator =
                edition.release().id() + ".cube." + locale.getLanguage() + "." + Sha256.shortened(exchange.search());
        Document whole = Document.of(edition, path);
        Document document = query.isEmpty() && exchange.search().isEmpty()
                ? whole
                : whole.having(Document.Addresses.ONE).linked(form -> links(edition, path, query));
        return document.being(new Document.State(
                        validator,
                        edition.release().created(),
                        document.state().caching(),
                        document.state().status()))
                .in(PROFILES)
                .graph((profile, triples) -> {
                    if (profile.equals(CUBE_LINK)) {
                        new CubeLink(slice, address, triples).write();
                    } else {
                        new SliceGraph(slice, address).write(triples);
                    }
                })
                .page("cube", language -> page(exchange, edition, slice, path, query, language))
                .also(Variant.CSV, out -> new SliceFile(slice, locale).writeCsv(out))
                .also(Variant.SPREADSHEET, out -> new SliceFile(slice, locale).writeSpreadsheet(out))
                .also(
                        JsonStat.FORM,
                        out -> new JsonStat(slice, locale)
                                .write(address, edition.release().created().toString(), out));
    }

    private static List<String> links(Edition edition, String path, String query) {
        List<String> links = new ArrayList<>();
        for (Variant form : FORMS) {
            String href = RequestPath.toUri(edition.address(path) + "." + form.suffix()) + query;
            links.add(new Pages.Alternate(form.mediaType(), form.label(), href).toLink());
        }
        return links;
    }

    private Map<String, Object> page(
            Exchange exchange, Edition edition, Slice slice, String path, String query, Locale locale)
            throws IOException {
        String place = "/" + edition.prefix() + path;
        CubePage page = new CubePage(
                slice,
                cubes.of(edition.release()),
                place,
                exchange.page("page"),
                atlases.of(edition.release()),
                locale);
        Map<String, Object> values = new HashMap<>(page.values());
        values.put(
                "takes",
                FORMS.stream()
                        .map(form -> new Pages.Alternate(
                                form.mediaType(), form.label(), place + "." + form.suffix() + query))
                        .toList());
        values.put(
                "cubeLink", place + ".ttl" + query + (query.isEmpty() ? "?" : "&") + "_profile=" + CUBE_LINK.token());
        values.put("slice", edition.address(path) + query);
        values.put("embedded", SliceSchema.embedded(slice, edition.address(path), query, FORMS, locale));
        return values;
    }
}
