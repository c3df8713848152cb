package fr.pleiade.web.discovery;

import fr.pleiade.release.Release;
import fr.pleiade.web.CurrentRelease;
import fr.pleiade.web.http.Entity;
import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Language;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.Pages;
import fr.pleiade.web.served.ServedReleases;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code /api}: {@code /openapi.json} as a page, each address with an example that can be followed. */
@Controller
class ApiPageController {
    private static final String TURTLE = "text/turtle";

    /** What people call the media types that no form of a document of ours is. */
    private static final Map<String, String> OTHERS = Map.ofEntries(
            Map.entry("text/plain", "text"),
            Map.entry("application/atom+xml", "Atom"),
            Map.entry("application/xml", "XML"),
            Map.entry("application/x-bibtex", "BibTeX"),
            Map.entry("application/x-research-info-systems", "RIS"),
            Map.entry("application/vnd.citationstyles.csl+json", "CSL-JSON"),
            Map.entry("image/png", "PNG"),
            Map.entry("image/svg+xml", "SVG"));

    private static final Map<String, String> FORMS = Stream.concat(
                    Stream.of(Variant.HTML, Variant.CSV, Variant.JSON, Variant.GEO_JSON), Variant.RDF.stream())
            .collect(Collectors.toMap(Variant::mediaType, Variant::label));

    private final CurrentRelease current;
    private final Pages pages;
    private final ServedReleases served;
    private final JsonMapper json = JsonMapper.builder().build();

    ApiPageController(CurrentRelease current, Pages pages, ServedReleases served) {
        this.served = served;
        this.current = current;
        this.pages = pages;
    }

    /**
     * A line of the page.
     *
     * @param address the address, with its variables
     * @param example an address that answers
     * @param summary what it gives, in the page's language
     * @param forms what it can be had in, each by its name; the syntaxes of RDF are one
     */
    record Line(String address, String example, String summary, List<String> forms) {
        Line {
            forms = List.copyOf(forms);
        }
    }

    @GetMapping("/api")
    void page(Exchange exchange) throws IOException {
        Release release = current.now();
        Entity entity = pages.entity(exchange, release);
        Language language = entity.language().orElse(Language.OF_READERS);
        Map<String, String> examples = new RealExamples(served.of(release)).forOpenApi();
        JsonNode paths = json.readTree(OpenApi.of(release, examples)).get("paths");
        List<Line> lines = new ArrayList<>();
        paths.propertyStream()
                .forEach(path -> lines.add(line(path.getKey(), path.getValue().get("get"), language)));
        pages.send(exchange, entity, "api", Map.of("paths", lines));
    }

    private static Line line(String address, JsonNode get, Language language) {
        String example = address;
        String query = "";
        for (JsonNode parameter : get.path("parameters")) {
            String name = parameter.get("name").asString();
            if (parameter.get("in").asString().equals("path")) {
                example = example.replace(
                        "{" + name + "}", parameter.get("example").asString());
            } else if (parameter.has("example")) {
                query = "?" + name + "="
                        + URLEncoder.encode(parameter.get("example").asString(), StandardCharsets.UTF_8)
                                .replace("+", "%20");
            }
        }
        return new Line(
                address,
                example + query,
                get.get(language == Language.FR ? "x-summary-fr" : "summary").asString(),
                forms(List.copyOf(get.at("/responses/200/content").propertyNames())));
    }

    /** {@return the names of media types; those of RDF together have one} */
    private static List<String> forms(List<String> mediaTypes) {
        List<String> rdf = mediaTypes.contains(TURTLE)
                ? Variant.RDF_DOCUMENT.stream().map(Variant::mediaType).toList()
                : List.of();
        return mediaTypes.stream()
                .map(type -> rdf.contains(type) ? "RDF" : FORMS.getOrDefault(type, OTHERS.getOrDefault(type, type)))
                .distinct()
                .toList();
    }
}
