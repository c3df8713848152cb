package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages have the publisher's logo and colours, from their own site, as far as they are safe and legible. */
class LookServedTest {
    @Test
    void theLogoAndTheColoursAreOfTheSiteItself() {
        String page = sample().get("", "Accept", "text/html").body();
        HttpResponse<String> logo =
                sample().get(address(page, "<img src=\"/(logo.svg[?]v=\\w+)\" alt=\"\" width=\"32\""));
        assertThat(logo.statusCode()).isEqualTo(200);
        assertThat(header(logo, "Content-Type")).isEqualTo("image/svg+xml");
        assertThat(header(logo, "Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(header(logo, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(logo, "Cache-Control")).contains("immutable");
        HttpResponse<String> colours =
                sample().get(address(page, "<link rel=\"stylesheet\" href=\"/(look.css[?]v=[\\w-]+)\""));
        assertThat(header(colours, "Content-Type")).startsWith("text/css");
        assertThat(colours.body()).contains("--link: #0a5a6b", "--accent: #8f3d0c", "prefers-color-scheme: dark");
        assertThat(header(colours, "Cache-Control")).contains("immutable");
    }

    /** W3C Subresource Integrity: a browser leaves out a style or a script that is not what the page says of it. */
    @Test
    void pagesSayWhatIsInEachFileThatTheyLoad() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (String path : List.of(
                "",
                "sparql",
                "embed/card/etablissement/ti37C",
                "reconcile/preview?id=" + BASE + "id/etablissement/ti37C")) {
            String page = sample().get(path, "Accept", "text/html").body();
            for (String tag : Pattern.compile("<(link rel=\"stylesheet\"|script[^>]* src=)[^>]*>")
                    .matcher(page)
                    .results()
                    .map(MatchResult::group)
                    .toList()) {
                String file = address(tag, "(?:href|src)=\"(?:" + BASE + "|/)([^\"]+)\"");
                byte[] digest = MessageDigest.getInstance("SHA-256")
                        .digest(sample().get(file).body().getBytes(StandardCharsets.UTF_8));
                assertThat(tag)
                        .as(path)
                        .contains("integrity=\"sha256-" + Base64.getEncoder().encodeToString(digest) + "\"");
                seen.add(file.replaceAll("[?].*|.*/", ""));
            }
        }
        assertThat(seen).containsExactly("embed.css", "look.css", "pleiade.css", "sparql.js");
    }

    @Test
    void theAddressInTheDataIsKeptForAMinuteAlone() {
        assertThat(header(sample().get("logo.svg"), "Cache-Control")).contains("max-age=60");
        assertThat(header(sample().get("look.css?v=other"), "Cache-Control")).contains("max-age=60");
        assertThat(sample().get("logo.png").statusCode()).isEqualTo(404);
        assertThat(sample().get("doc/agent/pleiade.ttl").body()).contains("logo.svg>", "look:mainColour");
        assertThat(sample().get("doc/agent/pleiade.html?lang=fr").body()).contains("couleur principale");
    }

    @Test
    void whatIsDangerousOrFaintIsNotServedAndMarkupInLabelsIsText(@TempDir Path folder) {
        SmallSite site = new SmallSite(folder);
        site.write("mappings/catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix look: <https://w3id.org/pleiade/look#> .
                <catalog> a dcat:Catalog ; dct:title "Small"@en, "Petit"@fr ; dct:license <https://licence.example/> ;
                  dct:publisher <id/agent/a> .
                <id/agent/a> a foaf:Organization ; foaf:name "A"@en ; foaf:logo <logo.svg> ; look:mainColour "#ffcc00" .
                """);
        site.write("mappings/logo.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
        site.write(
                "ontology/empty.ttl",
                "<http://www.w3.org/2000/01/rdf-schema#Resource> <http://www.w3.org/2000/01/rdf-schema#label> \"<script>alert(1)</script>\"@en .");
        site.publish("a;<b>A</b>;http://example.org/");
        try (PleiadeServer server = site.serve()) {
            String page = SmallSite.get(server, "", "Accept", "text/html").body();
            assertThat(page).contains("/look.css?v=").doesNotContain("/logo.svg");
            assertThat(SmallSite.get(server, "logo.svg").statusCode()).isEqualTo(404);
            assertThat(SmallSite.get(server, "logo").statusCode()).isEqualTo(303);
            for (String path : List.of("sparql/build?lang=en", "sparql/build?lang=en&class=rdfs:Resource")) {
                assertThat(SmallSite.get(server, path, "Accept", "text/html").body())
                        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                        .doesNotContain("<script>");
            }
            assertThat(SmallSite.get(
                                    server,
                                    "sparql?query=SELECT%20%2A%20%7B%3Fs%20%3Fp%20%3Fo%7D",
                                    "Accept",
                                    "text/html")
                            .body())
                    .contains("&lt;b&gt;A&lt;/b&gt;")
                    .doesNotContain("<b>");
            assertThat(SmallSite.get(server, "look.css").body())
                    .contains("--link: #876b00")
                    .doesNotContain("#ffcc00; --info: #ffcc00; --brand: #ffcc00; --accent: #ffcc00; }\n@media");
        }
    }

    private static String address(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
