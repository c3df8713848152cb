package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an earlier release said, at the addresses that stay with it: also when its index is gone. */
class PinnedTest {
    private static final String FOR_GOOD = "public, max-age=31536000, immutable";

    @TempDir
    static Path folder;

    private static PleiadeServer server;
    private static String earlier;
    private static String latest;

    @BeforeAll
    static void publishTwiceAndPrune() {
        SmallSite site = new SmallSite(folder);
        site.publish("stays;Old name;https://there.example/", "gone;Gone;");
        site.publish("stays;New name;https://there.example/", "came;Came;");
        Releases releases = Releases.in(folder.resolve("state"));
        releases.prune(1);
        latest = releases.current().orElseThrow().id();
        earlier = releases.all().stream()
                .map(Release::id)
                .filter(id -> !id.equals(latest))
                .findFirst()
                .orElseThrow();
        assertThat(releases.withId(earlier).orElseThrow().isWhole()).isFalse();
        server = site.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void h5_aPinnedDocumentIsKeptForGoodInEveryForm() {
        for (String id : List.of(earlier, latest)) {
            String document = "release/" + id + "/doc/thing/stays";
            for (Syntax syntax : Syntax.values()) {
                HttpResponse<String> response = get(document + "." + syntax.suffix());
                assertThat(response.statusCode()).as(syntax.suffix()).isEqualTo(200);
                assertThat(cacheControl(response)).isEqualTo(FOR_GOOD);
            }
            HttpResponse<String> negotiated = get(document, "Accept", "application/ld+json");
            assertThat(cacheControl(negotiated)).isEqualTo(FOR_GOOD);
            assertThat(negotiated.headers().firstValue("Content-Location")).contains(BASE + document + ".jsonld");
        }
        assertThat(cacheControl(get("doc/thing/stays.ttl"))).startsWith("public, max-age=60");
    }

    @Test
    void h5_aPinnedDocumentSaysWhatItsReleaseSaid() {
        assertThat(get("release/" + earlier + "/doc/thing/stays.nt").body())
                .contains("\"Old name\"")
                .doesNotContain("New name");
        assertThat(get("release/" + latest + "/doc/thing/stays.nt").body()).contains("\"New name\"");
        assertThat(get("release/" + earlier + "/doc/thing/gone.nt").statusCode())
                .isEqualTo(200);
        assertThat(get("doc/thing/gone.nt").statusCode()).isEqualTo(410);
    }

    @Test
    void h5_everySyntaxOfAPinnedDocumentHasTheSameGraph() {
        InMemoryGraph turtle = graph("release/" + earlier + "/doc/thing/stays", Syntax.TURTLE);
        Term.Iri document = new Term.Iri(BASE + "release/" + earlier + "/doc/thing/stays");
        assertThat(turtle.objects(document, Vocabulary.DCT + "isVersionOf"))
                .containsExactly(new Term.Iri(BASE + "doc/thing/stays"));
        assertThat(turtle.objects(document, Vocabulary.FOAF + "primaryTopic"))
                .containsExactly(new Term.Iri(BASE + "id/thing/stays"));
        for (Syntax syntax : Syntax.values()) {
            assertThatGraph(graph("release/" + earlier + "/doc/thing/stays", syntax))
                    .isIsomorphicTo(turtle);
        }
    }

    @Test
    void h5_whatIsPinnedAndWhatIsLatestLeadToEachOther() {
        for (String path : List.of("doc/thing/stays", "dataset/things", "catalog", "dump/things.nt")) {
            String pinned = "release/" + latest + "/" + path;
            assertThat(links(get(path)))
                    .contains("<" + BASE + pinned + ">; rel=\"http://purl.org/dc/terms/hasVersion\"")
                    .noneMatch(link -> link.contains("latest-version")); // or who follows it would go in a circle
            assertThat(links(get(pinned)))
                    .contains("<" + BASE + path + ">; rel=\"latest-version\"")
                    .noneMatch(link -> link.contains("hasVersion"));
        }
        InMemoryGraph graph = graph("doc/thing/stays", Syntax.TURTLE);
        assertThat(graph.objects(new Term.Iri(BASE + "doc/thing/stays"), Vocabulary.DCT + "hasVersion"))
                .containsExactly(new Term.Iri(BASE + "release/" + latest + "/doc/thing/stays"));
    }

    @Test
    void h5_theCatalogueAndItsDatasetsArePinnedToo() {
        for (String path : List.of("catalog", "dataset/things")) {
            for (String id : List.of(earlier, latest)) {
                HttpResponse<String> pinned = get("release/" + id + "/" + path + ".nt");
                assertThat(pinned.statusCode()).isEqualTo(200);
                assertThat(cacheControl(pinned)).isEqualTo(FOR_GOOD);
            }
            assertThatGraph(graph("release/" + latest + "/" + path, Syntax.N_TRIPLES))
                    .isIsomorphicTo(graph(path, Syntax.N_TRIPLES));
        }
    }

    @Test
    void h5_aPageOfAnEarlierReleaseSaysSoAndLeadsToTheLatest() {
        for (String path : List.of("doc/thing/stays", "dataset/things", "catalog")) {
            HttpResponse<String> page = get("release/" + earlier + "/" + path, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body())
                    .contains("class=\"notice\"", earlier, "href=\"/" + path + "\"")
                    .contains("<link rel=\"canonical\" href=\"" + BASE + path + "\">");
            assertThat(get(path, "Accept", "text/html").body())
                    .doesNotContain("class=\"notice\"")
                    .contains("href=\"/release/" + latest + "/" + path + "\"");
        }
    }

    @Test
    void h5_anUnknownReleaseOrThingIsAProblem() {
        for (String path : List.of(
                "release/000000000000/doc/thing/stays",
                "release/000000000000/catalog",
                "release/x/dataset/things",
                "release/" + earlier.substring(0, 6) + "/doc/thing/stays",
                "release/" + earlier + "/doc/thing/came",
                "release/" + earlier + "/dataset/none")) {
            HttpResponse<String> response = get(path);
            assertThat(response.statusCode()).as(path).isEqualTo(404);
            JsonNode problem = JsonMapper.shared().readTree(response.body());
            assertThat(problem.get("status").asInt()).isEqualTo(404);
            assertThat(cacheControl(response)).isEqualTo("no-store");
        }
    }

    @Test
    void u8_anotherSpellingLeadsToThePinnedOne() {
        HttpResponse<String> response = get("release/" + earlier + "/doc/Thing/stays");
        assertThat(response.statusCode()).isEqualTo(308);
        assertThat(response.headers().firstValue("Location"))
                .contains(BASE + "release/" + earlier + "/doc/thing/stays");
    }

    private static String cacheControl(HttpResponse<String> response) {
        return response.headers().firstValue("Cache-Control").orElse("");
    }

    private static List<String> links(HttpResponse<String> response) {
        return response.headers().allValues("Link");
    }

    private static InMemoryGraph graph(String path, Syntax syntax) {
        HttpResponse<String> response = get(path + "." + syntax.suffix());
        assertThat(response.statusCode()).isEqualTo(200);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), path, syntax, BASE);
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return SmallSite.get(server, path, headers);
    }
}
