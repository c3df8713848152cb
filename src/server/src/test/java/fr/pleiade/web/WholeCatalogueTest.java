package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A harvester archives what a catalogue does not list any more: the whole is sent, or nothing. */
class WholeCatalogueTest {
    private static final String THINGS = "<" + ServedSample.BASE + "dataset/things>";

    @TempDir
    private Path folder;

    @Test
    void g16_aCatalogueThatListsFewerDatasetsThanTheReleaseHasIsNotSent() throws IOException {
        SmallSite site = new SmallSite(folder).publish("a;A;");
        withoutLines(line -> line.contains("<" + Vocabulary.DCAT + "dataset>"));
        requireNotSent(site);
    }

    @Test
    void g16_aCatalogueThatDescribesADatasetInPartIsNotSent() throws IOException {
        SmallSite site = new SmallSite(folder).publish("a;A;");
        withoutLines(line -> line.startsWith(THINGS + " <" + Vocabulary.DCT + "title>"));
        requireNotSent(site);
    }

    @Test
    void g16_elsewhereThanOnAPageThereIsNothing() {
        assertThat(sample().get("catalog.ttl?page=1").statusCode()).isEqualTo(200);
        assertThat(sample().get("catalog.ttl?page=1").body())
                .isEqualTo(sample().get("catalog.ttl").body());
        for (String page : List.of("2", "0", "-1", "x", "99999999999")) {
            HttpResponse<String> answer = sample().get("catalog.ttl?page=" + page);
            assertThat(answer.statusCode()).as(page).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/problem+json");
        }
    }

    private static void requireNotSent(SmallSite site) {
        try (PleiadeServer server = site.serve()) {
            for (String address : List.of("catalog", "catalog.ttl", "catalog.rdf", "catalog.jsonld")) {
                HttpResponse<String> answer = SmallSite.get(server, address);
                assertThat(answer.statusCode()).as(address).isEqualTo(503);
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith("application/problem+json");
                assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            }
            assertThat(SmallSite.get(server, "dataset/things.ttl").statusCode()).isEqualTo(200);
        }
    }

    /** Takes lines out of the catalogue, and lets the manifest say that they never were in it. */
    private void withoutLines(Predicate<String> unwanted) throws IOException {
        Release release = Releases.in(folder.resolve("state")).current().orElseThrow();
        PublishedGraph graph = release.graph(PublishedGraph.CATALOG).orElseThrow();
        Path file = release.graphFile(PublishedGraph.CATALOG);
        List<String> lines = Files.readAllLines(file);
        List<String> rest = lines.stream().filter(unwanted.negate()).toList();
        assertThat(rest).hasSizeLessThan(lines.size());
        Files.writeString(file, String.join("\n", rest) + "\n");
        Path manifest = release.folder().resolve("manifest.ttl");
        Files.writeString(
                manifest,
                Files.readString(manifest)
                        .replace(graph.sha256(), Sha256.of(file))
                        .replace("byteSize " + graph.bytes(), "byteSize " + Files.size(file))
                        .replace("\"" + graph.bytes() + "\"", "\"" + Files.size(file) + "\""));
    }
}
