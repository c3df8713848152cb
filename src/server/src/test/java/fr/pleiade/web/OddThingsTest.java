package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Things with keys, labels and links that would break a careless server; and things that went away. */
class OddThingsTest {
    private static final List<String> KEYS = List.of(
            "plain",
            "é à",
            "a+b",
            "a;b:c",
            "a%20b",
            "100%",
            "a/b",
            "日本",
            "x.ttl",
            "v1.2",
            "q?x#y",
            "quote\"'<>",
            "~-._!*()");

    @TempDir
    static Path folder;

    private static PleiadeServer server;

    @BeforeAll
    static void publishTwice() {
        SmallSite site = new SmallSite(folder);
        site.publish("gone;Was here;https://there.example/", "stays;Stays;");
        StringBuilder rows = new StringBuilder("stays;<script>alert(1)</script>;javascript:alert(1)\n");
        rows.append("moved;Moved;data:text/html,x\n");
        KEYS.forEach(key -> rows.append('"')
                .append(key.replace("\"", "\"\""))
                .append("\";\"named ")
                .append(key.replace("\"", "\"\""))
                .append("\";https://there.example/\n"));
        site.publish(rows.toString().strip().split("\n"));
        server = site.serve();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void u7_everyKeyComesBack() {
        for (String key : KEYS) {
            String name = fr.pleiade.web.http.RequestPath.toUri("thing/" + fr.pleiade.web.http.RequestPath.encode(key));
            HttpResponse<String> thing = get("id/" + name);
            assertThat(thing.statusCode()).as(key).isEqualTo(303);
            assertThat(thing.headers().firstValue("Location")).contains(BASE + "doc/" + name);
            for (String suffix : List.of("", ".nt", ".html", ".jsonld")) {
                assertThat(get("doc/" + name + suffix).statusCode())
                        .as(key + suffix)
                        .isEqualTo(200);
            }
            assertThat(get("doc/" + name + ".html").body()).contains(BASE + "id/" + "thing/");
        }
    }

    /** Each row is published and can be asked for, or is told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u00a0b",
                "\u00a0",
                " ",
                "  ",
                " a",
                "a ",
                "a b",
                ".",
                "..",
                "...",
                ".a",
                "a.",
                "a/../b",
                "./a",
                "a/.",
                "a//b",
                "/a",
                "a/",
                "a\\b",
                "\\",
                "a\tb",
                "a\u0001b",
                "a\u007fb",
                "a\u0085b",
                "a\u200bb",
                "a\u00adb",
                "a\ufeffb",
                "a\u2028b",
                "a\u3000b",
                "a\ufffdb",
                "a\uffffb",
                "a\ue000b",
                "%",
                "%2F",
                "%00",
                "%zz",
                "e\u0301",
                "\u00e9",
                "\ud83d\ude00",
                "\u05d0\u05d1",
                "a,b",
                "a&b=c",
                "a|b",
                "a^b",
                "{a}",
                "[a]",
                "a`b",
                "<a>",
                "index.html",
                "a.ttl",
                "a.nt.nt",
                ".ttl",
                "con",
                "null",
                "0",
                "-",
                "~",
                "*",
                "a#b",
                "?"
            })
    void u7_whatIsPublishedCanBeAskedForAndTheRestIsTold(String key, @TempDir Path apart) throws IOException {
        askedForOrTold(key, apart);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 400",
        "a, 500",
        "a, 900",
        "a, 1000",
        "a, 4000",
        "é, 100",
        "é, 150",
        "é, 200",
        "日, 100",
        "日, 200",
        "%, 200",
        "%, 500",
        "a%20b/, 60"
    })
    void u7_longKeysLikewise(String part, int times, @TempDir Path apart) throws IOException {
        askedForOrTold(part.repeat(times), apart);
    }

    private static void askedForOrTold(String key, Path apart) throws IOException {
        SmallSite site = new SmallSite(apart);
        site.publish("other;Other;", "\"" + key.replace("\"", "\"\"") + "\";Named;");
        Release release = Releases.in(apart.resolve("state")).current().orElseThrow();
        List<String> things = Files.readAllLines(release.graphFile("things")).stream()
                .filter(line -> line.contains("\"Named\""))
                .map(line -> line.substring(line.indexOf("id/") + 3, line.indexOf('>')))
                .toList();
        List<String> told = release.findingPages("things").page(1).stream()
                .map(Finding::rule)
                .filter(rule -> rule.endsWith("-key") || rule.equals("invalid-iri"))
                .toList();
        assertThat(things.size() + told.size())
                .as("published %s, told %s", things, told)
                .isEqualTo(1);
        if (!things.isEmpty()) {
            String path = fr.pleiade.web.http.RequestPath.toUri(things.get(0));
            try (PleiadeServer apartServer = site.serve()) {
                HttpResponse<String> id = SmallSite.get(apartServer, "id/" + path);
                assertThat(id.statusCode()).as(path).isEqualTo(303);
                assertThat(id.headers().firstValue("Location")).contains(BASE + "doc/" + path);
                assertThat(SmallSite.get(apartServer, "doc/" + path).body()).contains("Named");
                assertThat(SmallSite.get(apartServer, "doc/" + path + ".nt").body())
                        .contains("Named");
            }
        }
    }

    @Test
    void aKeyThatEndsLikeASuffixIsStillAKey() {
        assertThat(get("doc/thing/x.ttl", "Accept", "text/html").body()).contains("named x.ttl");
        assertThat(get("doc/thing/x.ttl.nt").body()).contains("named x.ttl");
        assertThat(get("doc/thing/v1.2").statusCode()).isEqualTo(200);
    }

    @Test
    void u5_aWithdrawnThingLeavesATombstone() {
        for (String path : List.of("id/thing/gone", "doc/thing/gone", "doc/thing/gone.ttl")) {
            HttpResponse<String> turtle = get(path);
            assertThat(turtle.statusCode()).as(path).isEqualTo(410);
            assertThat(turtle.headers().firstValue("Content-Type")).contains("text/turtle;charset=utf-8");
            assertThat(turtle.body()).contains("Was here", "invalidatedAtTime");
            HttpResponse<String> page = get(path, "Accept", "text/html", "Accept-Language", "fr");
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body()).contains("plus publié");
            String tag = turtle.headers().firstValue("ETag").orElseThrow();
            for (String condition : List.of(tag, "*")) { // RFC 9110, 13.2.1: asked of no other answer than 200
                assertThat(get(path, "If-None-Match", condition).statusCode()).isEqualTo(410);
            }
        }
        assertThat(get("id/thing/never").statusCode()).isEqualTo(404);
        assertThat(get("doc/thing/stays.nt").statusCode()).isEqualTo(200);
    }

    @Test
    void x2_aGraphWithoutThingsHasNoSitemap() {
        assertThat(get("sitemap.xml").body())
                .contains("<loc>" + BASE + "sitemap/things-1.xml</loc>")
                .doesNotContain("sitemap/catalog-1.xml", "sitemap/vocab-1.xml", "sitemap/things-2.xml");
        assertThat(get("sitemap/things-1.xml").body()).contains("<loc>" + BASE + "doc/thing/stays</loc>");
        for (String none : List.of("catalog-1", "vocab-1", "things-2")) {
            assertThat(get("sitemap/" + none + ".xml").statusCode()).as(none).isEqualTo(404);
        }
    }

    @Test
    void whatIsSaidIsEscapedAndScriptsAreNeverLinks() {
        String page = get("doc/thing/stays.html").body();
        assertThat(page).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
        assertThat(page).doesNotContain("href=\"javascript:");
        assertThat(get("doc/thing/moved.html").body()).doesNotContain("href=\"data:");
        assertThat(JsonMapper.shared()
                        .readTree(get("doc/thing/stays.jsonld").body())
                        .toString())
                .contains("<script>");
        assertThat(page).contains("<title>&lt;script&gt;");
        assertThat(get("").body()).doesNotContain("<script>alert");
    }

    private static HttpResponse<String> get(String path, String... headers) {
        return SmallSite.get(server, path, headers);
    }
}
