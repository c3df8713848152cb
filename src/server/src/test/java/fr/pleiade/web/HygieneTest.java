package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises h1 to h10: HTTP hygiene. */
class HygieneTest {
    private static final String DOCUMENT = "doc/etablissement/0Mvk5";
    private static final List<String> EVERYWHERE = List.of(
            "",
            "catalog",
            "catalog.ttl",
            "dataset/regions",
            DOCUMENT,
            DOCUMENT + ".html",
            DOCUMENT + ".jsonld",
            "id/etablissement/0Mvk5",
            "vocab",
            "vocab/pleiade.ttl",
            "dump/regions.ttl",
            "dump/regions.nq.gz",
            "sparql",
            "sparql?query=ASK%7B%7D",
            "data?default",
            "robots.txt",
            "sitemap.xml",
            "health",
            "resolve/uai/0753480A");

    @Test
    void h1_headIsGetWithoutTheBody() {
        for (String path : EVERYWHERE) {
            HttpResponse<String> get = sample().get(path);
            HttpResponse<String> head = sample().send("HEAD", path, BodyPublishers.noBody());
            assertThat(head.statusCode()).as(path).isEqualTo(get.statusCode());
            assertThat(head.body()).as(path).isEmpty();
            for (String header :
                    List.of("Content-Type", "ETag", "Last-Modified", "Vary", "Cache-Control", "Location", "Link")) {
                assertThat(head.headers().allValues(header))
                        .as(path + " " + header)
                        .isEqualTo(get.headers().allValues(header));
            }
        }
    }

    @Test
    void h2_everybodyMayReadFromAnywhere() {
        for (String path : EVERYWHERE) {
            HttpResponse<String> options = sample().send(
                            "OPTIONS",
                            path,
                            BodyPublishers.noBody(),
                            "Origin",
                            "https://elsewhere.example",
                            "Access-Control-Request-Method",
                            "GET");
            assertThat(options.statusCode()).as(path).isEqualTo(204);
            assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD", "OPTIONS");
            assertThat(options.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
            assertThat(options.headers()
                            .firstValue("Access-Control-Allow-Headers")
                            .orElse(""))
                    .contains("Accept", "Content-Type", "Accept-Profile");
            assertThat(options.headers().firstValue("Access-Control-Max-Age")).isPresent();
            assertThat(sample().get(path).headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
        for (String refused : List.of("nowhere", "id/%00/x", "sparql?query=ASK", "doc/x/y")) {
            HttpResponse<String> response = sample().get(refused);
            assertThat(response.headers().firstValue("Access-Control-Allow-Origin"))
                    .as(refused)
                    .contains("*");
            assertThat(response.headers()
                            .firstValue("Access-Control-Expose-Headers")
                            .orElse(""))
                    .contains("Link", "ETag");
            assertThat(response.headers().firstValue("Access-Control-Allow-Credentials"))
                    .isEmpty();
        }
    }

    @Test
    void h3_everyRepresentationHasItsOwnTag() {
        Set<String> tags = new HashSet<>();
        for (String suffix : List.of("ttl", "jsonld", "rdf", "nt", "trig", "nq", "html?lang=en", "html?lang=fr")) {
            tags.add(tag(sample().get(DOCUMENT + "." + suffix)));
        }
        tags.add(tag(sample().get(DOCUMENT + ".ttl", "Accept-Encoding", "gzip")));
        tags.add(tag(sample().get(DOCUMENT + ".ttl", "Accept-Encoding", "zstd")));
        assertThat(tags).hasSize(10).noneMatch(tag -> tag.startsWith("W/"));
        assertThat(tag(sample().get(DOCUMENT + ".ttl"))).isEqualTo(tag(sample().get(DOCUMENT + ".ttl")));
    }

    @Test
    void h3_whoHasTheBytesGets304WithItsValidators() {
        for (String path : List.of(DOCUMENT, "catalog", "", "dump/regions.nt", "vocab.ttl")) {
            HttpResponse<String> first = sample().get(path);
            HttpResponse<String> again = sample().get(path, "If-None-Match", "\"other\", W/" + tag(first));
            assertThat(again.statusCode()).as(path).isEqualTo(304);
            assertThat(tag(again)).isEqualTo(tag(first));
            assertThat(again.headers().allValues("Vary"))
                    .isEqualTo(first.headers().allValues("Vary"));
            assertThat(again.headers().firstValue("Cache-Control"))
                    .isEqualTo(first.headers().firstValue("Cache-Control"));
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void h4_modifiedIsWhenTheReleaseWasMade() {
        HttpResponse<String> first = sample().get(DOCUMENT);
        String modified = first.headers().firstValue("Last-Modified").orElseThrow();
        assertThat(sample().get(DOCUMENT, "If-Modified-Since", modified).statusCode())
                .isEqualTo(304);
        assertThat(sample().get(DOCUMENT, "If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sample().get(DOCUMENT, "If-Modified-Since", "nonsense").statusCode())
                .isEqualTo(200);
    }

    @Test
    void h5_whatIsPinnedIsKeptForGoodAndWhatIsCurrentForAMinute() {
        String pinned = "release/" + sample().release().id() + "/dump/regions.nt";
        assertThat(sample().get(pinned).headers().firstValue("Cache-Control"))
                .contains("public, max-age=31536000, immutable");
        assertThat(sample().get("dump/regions.nt")
                        .headers()
                        .firstValue("Cache-Control")
                        .orElse(""))
                .contains("max-age=60", "stale-while-revalidate");
        assertThat(sample().get(pinned).body())
                .isEqualTo(sample().get("dump/regions.nt").body());
        assertThat(sample().get("release/000000000000/dump/regions.nt").statusCode())
                .isEqualTo(404);
    }

    @Test
    void h6_errorsAreProblemsInTheReadersLanguageAndSayNothingOfOurInsides() {
        for (String path : List.of("nowhere", "doc/x/y", "id/%00/x", "sparql?query=nonsense", "data", "dump/x.nq")) {
            HttpResponse<String> english = sample().get(path);
            assertThat(english.headers().firstValue("Content-Type")).as(path).contains("application/problem+json");
            JsonNode problem = JsonMapper.shared().readTree(english.body());
            assertThat(problem.get("status").asInt()).isEqualTo(english.statusCode());
            HttpResponse<String> french = sample().get(path, "Accept-Language", "fr");
            assertThat(french.headers().firstValue("Content-Language")).contains("fr");
            assertThat(JsonMapper.shared().readTree(french.body()).get("title")).isNotEqualTo(problem.get("title"));
            assertThat(english.body() + english.headers().map())
                    .as(path)
                    .doesNotContain("Exception", "at fr.pleiade", "org.apache", "Tomcat", "Jena", "/tmp/", "127.0.0.1");
        }
        assertThat(sample().get("nowhere?lang=en", "Accept", "text/html").body())
                .contains("<h1>Nothing here</h1>");
    }

    @Test
    void h7_otherMethodsAreToldWhatIsAllowed() {
        for (String path : List.of("catalog", DOCUMENT, "dump/regions.nt", "robots.txt")) {
            for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
                HttpResponse<String> response = sample().send(method, path, BodyPublishers.ofString("x"));
                assertThat(response.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(response.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
            }
        }
    }

    @Test
    void h7_whatIsTooLongIsRefused() {
        assertThat(sample().get("id/x/" + "a".repeat(40_000)).statusCode()).isIn(400, 414, 431);
        assertThat(sample().send(
                                "POST",
                                "sparql",
                                BodyPublishers.ofString("query=" + "a".repeat(2_000_000)),
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .statusCode())
                .isIn(400, 413);
    }

    @Test
    void h8_downloadsHaveALengthADigestAndRanges() throws Exception {
        for (String path : List.of("dump/regions.nq", "dump/regions.ttl", "dump/all.nq")) {
            HttpResponse<String> whole = sample().get(path);
            byte[] bytes = whole.body().getBytes(StandardCharsets.UTF_8);
            assertThat(whole.headers().firstValue("Content-Length")).contains(Integer.toString(bytes.length));
            assertThat(whole.headers().firstValue("Accept-Ranges")).contains("bytes");
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(whole.headers().firstValue("Repr-Digest"))
                    .contains("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
            HttpResponse<String> part = sample().get(path, "Range", "bytes=10-19");
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + bytes.length);
            assertThat(part.body()).isEqualTo(new String(bytes, 10, 10, StandardCharsets.UTF_8));
            assertThat(sample().get(path, "Range", "bytes=-5").body())
                    .isEqualTo(new String(bytes, bytes.length - 5, 5, StandardCharsets.UTF_8));
        }
        assertThat(sample().get("dump/regions.nq", "Range", "bytes=999999999-").statusCode())
                .isEqualTo(416);
        assertThat(sample().get("dump/regions.nq", "Range", "bytes=0-9", "If-Range", "\"other\"")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sample().get("dump/regions.nq", "Range", "lines=0-9").statusCode())
                .isEqualTo(200);
    }

    @Test
    void h9_everyAnswerHasTheSecurityHeaders() {
        for (String path : List.of("", DOCUMENT, "sparql", "nowhere", "id/%00/x", "dump/regions.nt")) {
            HttpResponse<String> response = sample().get(path, "Accept", "text/html,*/*;q=0.1");
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'", "script-src 'self'")
                    .doesNotContain("script-src 'self' 'unsafe-inline'", "unsafe-eval");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).isPresent();
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isPresent();
        }
        HttpResponse<String> contact = sample().get(".well-known/security.txt");
        assertThat(contact.statusCode()).isEqualTo(200);
        assertThat(contact.body()).contains("Contact: ", "Expires: ");
    }

    @Test
    void h10_aNegotiatedAnswerSaysWhereItsFormAlwaysIs() {
        assertThat(sample().get(DOCUMENT, "Accept", "application/ld+json")
                        .headers()
                        .firstValue("Content-Location"))
                .contains(BASE + DOCUMENT + ".jsonld");
        assertThat(sample().get("catalog", "Accept", "text/html").headers().firstValue("Content-Location"))
                .contains(BASE + "catalog.html");
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}
