package fr.pleiade.web;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** A site of one dataset, {@code things}, whose rows a test writes: {@code key;label;link}. */
final class SmallSite {
    private static final String CATALOG = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            <catalog> a dcat:Catalog ; dct:title "Small"@en, "Petit"@fr ; dct:license <https://licence.example/> .
            """;
    private static final String DATASET = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            <dataset/things> a dcat:Dataset ; dct:title "Things"@en, "Choses"@fr ; dct:description "Things"@en, "Choses"@fr ;
              dct:license <https://licence.example/> .
            """;
    static final String MAPPING = """
            @prefix rml: <http://w3id.org/rml/> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> .
            <#things> a rml:TriplesMap ;
              rml:logicalSource [ a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                rml:source [ a rml:RelativePathSource , csvw:Table ; rml:path "things.csv" ; rml:encoding rml:UTF-8 ; rml:null "" ;
                  csvw:dialect [ a csvw:Dialect ; csvw:delimiter ";" ] ] ] ;
              rml:subjectMap [ rml:template "id/thing/{key}" ; rml:class rdfs:Resource ] ;
              rml:predicateObjectMap
                [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "label" ] ] ,
                [ rml:predicate dct:relation ; rml:objectMap [ rml:reference "link" ; rml:termType rml:IRI ] ] .
            """;
    static final Path FUSEKI_CONFIG = Path.of("fuseki-config/pleiade.ttl");

    private final Path folder;

    public SmallSite(Path folder) {
        this.folder = folder;
        write("mappings/catalog.ttl", CATALOG);
        write("mappings/things/dataset.ttl", DATASET);
        write("mappings/things/mapping.ttl", MAPPING);
        write("ontology/empty.ttl", "");
    }

    public SmallSite publish(String... rows) {
        write("data/things.csv", "key;label;link\n" + String.join("\n", rows) + "\n");
        return publishAgain();
    }

    /** {@return the answer of a server to a request for a path without its first slash} */
    static HttpResponse<String> get(PleiadeServer server, String path, String... headers) {
        return getAt("http://127.0.0.1:" + server.port() + "/" + path, headers);
    }

    static HttpResponse<String> getAt(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    PleiadeServer serve() {
        return serve("");
    }

    PleiadeServer serve(String adminToken) {
        return PleiadeServer.start(options(FUSEKI_CONFIG).withAdmin(adminToken));
    }

    /** Serves it, and when it is closed waits a second for requests under way, not half a minute. */
    PleiadeServer serveBriefly() {
        return new PleiadeServer(PleiadeServer.application(options(FUSEKI_CONFIG))
                .run("--spring.lifecycle.timeout-per-shutdown-phase=1s"));
    }

    /** Serves it with other limits on time. */
    PleiadeServer serveWithin(int milliseconds) throws IOException {
        String usual = Files.readString(FUSEKI_CONFIG);
        write("impatient.ttl", usual.replace("\"15000,60000\"", "\"%1$d,%1$d\"".formatted(milliseconds)));
        return PleiadeServer.start(options(folder.resolve("impatient.ttl")));
    }

    ServerOptions options(Path fusekiConfig) {
        return new ServerOptions(folder.resolve("state"), 0, ServedSample.BASE, fusekiConfig);
    }

    /** Publishes the site as its files are now. */
    SmallSite publishAgain() {
        Site site = Site.read(folder.resolve("mappings"), folder.resolve("ontology"), ServedSample.BASE);
        PublishOptions options = PublishOptions.USUAL.acceptingLosses(Set.of("things")); // tests take rows away
        PublishReport report = new Publisher(site, folder.resolve("data"), folder.resolve("state"), options)
                .publish(PublishObserver.NONE);
        if (report.outcome() == PublishReport.Outcome.REFUSED) {
            throw new AssertionError("refused: " + report);
        }
        return this;
    }

    void write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
