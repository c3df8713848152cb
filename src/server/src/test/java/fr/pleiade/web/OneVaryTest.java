package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Promise c8: all answers of one address have one {@code Vary}, for a shared cache that keeps the last one it saw takes it for that of the
 * address, and would send a reader what another asked for, or ask us each time.
 */
class OneVaryTest {
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** What clients send: names and values in turn. */
    private static final List<String[]> CLIENTS = List.of(
            new String[] {"X-None", "x"},
            new String[] {"Accept", BROWSER, "Accept-Language", "fr"},
            new String[] {"Accept", BROWSER, "Accept-Language", "en", "Accept-Encoding", "gzip"},
            new String[] {"Accept", BROWSER, "Cookie", "lang=fr"},
            new String[] {"Accept", "text/turtle"},
            new String[] {"Accept", "application/json", "Accept-Encoding", "zstd"},
            new String[] {"Accept", "application/ld+json", "Accept-Profile", "<https://nobody.example/profile>"},
            new String[] {"Accept", "text/csv"},
            new String[] {"Accept", "image/png"},
            new String[] {"Accept", "image/png", "Accept-Language", "fr"},
            new String[] {"If-Match", "\"other\""},
            new String[] {"If-None-Match", "*"},
            new String[] {"Accept", BROWSER, "If-None-Match", "*"},
            new String[] {"Range", "bytes=999999999-"},
            new String[] {"Accept-Encoding", "identity;q=0"});

    static List<String> addresses() {
        String pinned = "release/" + sample().release().id() + "/";
        List<String> addresses = new ArrayList<>(List.of(
                "",
                "catalog",
                "catalog.ttl",
                "catalog.html",
                "catalog/",
                "dataset/regions",
                "dataset/none",
                "dataset/regions.png",
                "doc/region/53",
                "doc/region/53.html",
                "doc/region/53.geojson",
                "doc/region/none",
                "doc/region/none.ttl",
                "id/region/53",
                "id/region/none",
                "vocab",
                "vocab/pleiade",
                "vocab/none",
                "void",
                ".well-known/void",
                "resolve/insee/01015",
                "resolve/uai/0352440Y",
                "resolve/none/1",
                "resolve/uai",
                "sparql",
                "sparql?query=ASK%7B%7D",
                "sparql?query=CONSTRUCT%20WHERE%7B%3Fs%20%3Fp%20%3Fo%7D%20LIMIT%201",
                "sparql?query=ASK%7B",
                "sparql?query=ASK%7B%7D&format=zzz",
                "data?default",
                "data/regions",
                "data/none",
                "data",
                "dump/regions",
                "dump/regions.nq",
                "dump/regions.csv",
                "dump/none.nq",
                "dump/regions.csv-metadata.json",
                "conformance",
                "accessibility",
                "api",
                "openapi.json",
                "feed.atom",
                "robots.txt",
                "sitemap.xml",
                "context.jsonld",
                ".well-known/api-catalog",
                "linkset/dataset/regions",
                "release/000000000000/catalog",
                "favicon.ico",
                "nothing"));
        for (String path : List.of(
                "", "catalog", "doc/region/53", "id/region/53", "id/region/none", "dump/regions.nq", "void.ttl")) {
            addresses.add(pinned + path);
        }
        return addresses;
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void c8_everyAnswerOfAnAddressVariesOnTheSame(String address) {
        Map<String, List<String>> varied = new TreeMap<>();
        for (String[] client : CLIENTS) {
            for (String method : List.of("GET", "HEAD")) {
                HttpResponse<String> answer = sample().send(method, address, BodyPublishers.noBody(), client);
                varied.computeIfAbsent(answer.headers().allValues("Vary").toString(), vary -> new ArrayList<>())
                        .add("%s %s %s".formatted(answer.statusCode(), method, String.join(" ", client)));
            }
        }
        assertThat(varied.keySet()).as("%s", varied).hasSize(1);
    }
}
