package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import fr.pleiade.findings.Finding;
import fr.pleiade.release.PublicationException;
import fr.pleiade.sources.fetch.Downloader;
import fr.pleiade.sources.fetch.Retrieval;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Publishes a site one source of which comes from a server on the loopback interface. */
class FetchingTest {
    private static final Downloader.Limits LIMITS = new Downloader.Limits(
            1_000,
            3,
            1,
            Duration.ofSeconds(2),
            Duration.ofMillis(1),
            Duration.ofMinutes(1),
            InetAddress::isLoopbackAddress);

    @TempDir
    Path folder;

    private HttpServer server;
    private SmallSite site;
    private volatile int status = 200;
    private volatile String towns = "code,name\n01,Bourg\n35,Rennes\n99,Fetched\n";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/towns.csv", exchange -> {
            byte[] body = towns.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        site = new SmallSite(folder);
        site.file("mappings/towns/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/towns> a dcat:Dataset ; dct:title "towns"@en ; dcat:distribution <dataset/towns#csv> ; %s .
                <dataset/towns#csv> dcat:downloadURL <http://127.0.0.1:%d/towns.csv> .
                """.formatted(
                        SmallSite.DESCRIBED, server.getAddress().getPort()));
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aSourceIsFetchedAndTheOthersAreReadWhereTheyAre() {
        PublishReport report = fetch();
        assertThat(report.links().get("schools").get(0).links()).isEqualTo(3);
        assertThat(report.unfetched()).isEmpty();
        Retrieval retrieval = site.current().manifest().retrievals().get("towns.csv");
        assertThat(retrieval.url()).hasPath("/towns.csv");
    }

    @Test
    void aRegisterIsReadWhereItIs() {
        site.file("mappings/towns/links.ttl", """
                @prefix link: <https://w3id.org/pleiade/link#> .
                <dataset/towns#register> a link:Register ; link:file "register.jsonl" ; link:record "id" .
                """);
        site.file("sources/register.jsonl", "{\"id\":\"https://register.example/1\"}\n");
        assertThat(fetch().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current().manifest().retrievals()).containsOnlyKeys("towns.csv");
    }

    @Test
    void aColumnSheetSaysWhereItsFileIs() {
        site.remove("mappings/towns/dataset.ttl");
        site.remove("mappings/towns/mapping.ttl");
        site.file(
                "mappings/towns/mapping.yml", """
                url: towns.csv
                about:
                  title: Towns
                  licence: cc0
                  publisher: tests
                  download: http://127.0.0.1:%d/towns.csv
                class: http://e/Town
                columns: { code: { is: key, as: http://e/code }, name: label }
                """.formatted(server.getAddress().getPort()));
        aSourceIsFetchedAndTheOthersAreReadWhereTheyAre();
    }

    @Test
    void aSourceThatFailsIsPublishedFromItsLastGoodCopyWithAFinding() {
        String first = fetch().release();
        status = 500;
        PublishReport again = fetch();
        assertThat(again.release()).isEqualTo(first);
        assertThat(again.unfetched()).extracting(Finding::rule).containsExactly("fetch-failed");
        site.schools("id,name,town,sister\na,Alpha,99,\n");
        assertThat(fetch().links().get("schools").get(0).links()).isEqualTo(1);
        assertThat(site.current().findings("towns")).extracting(Finding::rule).containsExactly("fetch-failed");
    }

    @Test
    void aWebPageInPlaceOfTheCsvDoesNotReplaceIt() {
        String first = fetch().release();
        towns = "<html>Maintenance</html>";
        assertThat(fetch().release()).isEqualTo(first);
    }

    @Test
    void withoutAnEarlierCopyTheOneAmongTheSourcesIsUsed() {
        status = 404;
        assertThat(fetch().links().get("schools").get(0).links()).isEqualTo(2);
    }

    @Test
    void withoutAnyCopyNothingIsPublished() throws IOException {
        status = 404;
        Files.delete(site.sources().resolve("towns.csv"));
        assertThatThrownBy(this::fetch)
                .isInstanceOfSatisfying(
                        PublicationException.class,
                        e -> assertThat(e.fault()).isEqualTo(PublicationException.Fault.ENVIRONMENT))
                .hasMessageContaining("the server answered 404");
    }

    private PublishReport fetch() {
        return site.publish(PublishOptions.USUAL.fetching(LIMITS));
    }
}
