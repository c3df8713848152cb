package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            assertThat(page.body())
                    .contains("plus publié", "Was here (" + BASE + "id/thing/gone)", "La dernière version");
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
