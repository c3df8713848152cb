package fr.pleiade.bench;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/**
 * How long the first readers of a page wait: any page of a dataset with {@code -Drows=95000} findings after a start, and the home page as
 * the first request after a switch to another release.
 */
final class PagesBenchmark {
    private static final int ROWS = Integer.getInteger("rows", 95_000);
    private static final String BASE = "http://localhost:8080/";
    private static final int MOST_MILLIS = 100;
    private static final long SEED = 20261125L;
    private static final int STARTS = 3;
    private static final int PAGES = 5;
    private static final int PER_PAGE = 25;

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path folder;

    private PagesBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        new PagesBenchmark(Files.createTempDirectory("pages-benchmark")).measure();
    }

    private void measure() throws Exception {
        write("mappings/catalog.ttl", "<catalog> a dcat:Catalog ; dct:title \"Catalogue\"@fr .");
        write(
                "mappings/things/dataset.ttl",
                "<dataset/things> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title \"Choses\"@fr .");
        write("mappings/things/mapping.ttl", """
                <#m> rml:logicalSource [ rml:source [ rml:path "things.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "id/thing/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "id" ] ] ;
                  rml:predicateObjectMap [ rml:predicate <http://example.org/count> ;
                    rml:objectMap [ rml:reference "count" ; rml:datatype xsd:integer ] ] .
                """);
        Files.createDirectories(folder.resolve("ontology"));
        rows(ROWS);
        publish();
        Random chance = new Random(SEED);
        double worst = 0;
        for (int start = 0; start < STARTS; start++) {
            try (ServerProcess server = serve()) {
                get(server, "robots.txt"); // so that the client is warm
                for (int i = 0; i < PAGES; i++) {
                    int page = 1 + chance.nextInt(ROWS / PER_PAGE);
                    double millis = millis(server, "dataset/things.html?findings=" + page);
                    System.out.printf(
                            Locale.ROOT, "start %d, page %d of the findings: %.1f ms%n", start + 1, page, millis);
                    worst = Math.max(worst, millis);
                }
            }
        }
        double home = homeAfterASwitch();
        System.out.printf("seed %d%n", SEED);
        System.out.println(Asked.below(MOST_MILLIS, "a page of %,d findings after a start, ms".formatted(ROWS), worst));
        System.out.println(Asked.below(MOST_MILLIS, "the home page after a switch, ms", home));
    }

    /** The new release is served when the catalogue's entity tag is another one; only pages are asked for that a person would not see. */
    private double homeAfterASwitch() throws Exception {
        try (ServerProcess server = serve()) {
            String before = tag(server);
            millis(server, "");
            rows(ROWS + 1);
            publish();
            while (tag(server).equals(before)) {
                Thread.sleep(50);
            }
            return millis(server, "");
        }
    }

    private String tag(ServerProcess server) throws Exception {
        return get(server, "context.jsonld").headers().firstValue("ETag").orElseThrow();
    }

    private double millis(ServerProcess server, String path) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<String> response = get(server, path);
        double millis = (System.nanoTime() - begun) / 1e6;
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + ": " + response.statusCode());
        }
        return millis;
    }

    private HttpResponse<String> get(ServerProcess server, String path) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.ports().get(0) + "/" + path);
        return client.send(
                HttpRequest.newBuilder(address).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private ServerProcess serve() throws IOException {
        return ServerProcess.ours(
                ServingRun.class, List.of("-Xmx512m"), folder.resolve("state").toString(), BASE);
    }

    private void publish() {
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), BASE);
        PublishOptions options = PublishOptions.USUAL.acceptingLosses(Set.of("things"));
        new Publisher(site, folder.resolve("data"), folder.resolve("state"), options).publish(PublishObserver.NONE);
    }

    /** No count is a number. */
    private void rows(int count) throws IOException {
        Path file = folder.resolve("data/things.csv");
        Files.createDirectories(file.getParent());
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write("id,count\n");
            for (int i = 0; i < count; i++) {
                out.write("E" + i + ",inconnu " + i + "\n");
            }
        }
    }

    private void write(String name, String turtle) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, """
                    @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                    @prefix rml: <http://w3id.org/rml/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                    @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                    """ + turtle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
