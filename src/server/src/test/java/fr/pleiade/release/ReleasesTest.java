package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.publication.FindingWriter;
import fr.pleiade.release.finding.FindingPages;
import fr.pleiade.sources.fetch.Retrieval;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
    private static final String BASE = "http://localhost:8080/";

    @TempDir
    Path state;

    @Test
    void thereIsNoReleaseBeforeTheFirst() {
        assertThat(Releases.in(state).current()).isEmpty();
        assertThat(Releases.in(state.resolve("nowhere")).all()).isEmpty();
    }

    @Test
    void theCurrentReleaseIsTheOneThatWasMadeCurrent() throws IOException {
        Releases releases = Releases.in(state);
        assertThat(releases.currentId()).isEmpty();
        Release first = release("000000000001", Instant.EPOCH, "");
        Release second = release("000000000002", Instant.EPOCH.minusSeconds(1), ""); // the clock jumped
        releases.point(first);
        releases.point(second);
        assertThat(releases.currentId()).contains("000000000002");
        assertThat(releases.previous().id()).isEqualTo("000000000001");
        assertThat(releases.find("000000000001").id()).isEqualTo("000000000001");
        assertThatThrownBy(() -> releases.find("0000")).hasMessageContaining("2 releases");
        assertThat(releases.current()).map(Release::id).contains("000000000002");
        assertThat(releases.all()).extracting(Release::id).containsExactly("000000000002", "000000000001");
        releases.point(first);
        assertThat(releases.current()).map(Release::id).contains("000000000001");
    }

    @Test
    void theManifestIsReadBackAsItWasWritten() throws IOException {
        Manifest manifest = manifest("abc", Instant.parse("2026-11-23T21:00:00.123Z"), 7);
        ManifestDocument.write(manifest, state);
        assertThat(ManifestDocument.read(state)).isEqualTo(manifest);
    }

    @Test
    void aThingIsDescribedByAllGraphs() throws IOException {
        Release release = release(
                "000000000001", Instant.EPOCH, "<http://localhost:8080/id/c/1> <http://e/p> \"01\" <http://e/g> .\n");
        assertThat(release.describe(BASE + "id/c/1").size()).isEqualTo(1);
        assertThat(release.describe(BASE + "id/c/2").size()).isZero();
        assertThat(release.knows(BASE + "id/c/1")).isTrue();
    }

    @Test
    void aDamagedReleaseIsRefusedByName() throws IOException {
        Release release = release("000000000001", Instant.EPOCH, "<a:b> <a:c> <a:d> .\n");
        Releases.in(state).point(release);
        Files.writeString(release.graphFile("communes"), "<a:b> <a:c> .\n");
        assertThatThrownBy(() -> Releases.in(state).current())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("communes.nq")
                .hasMessageContaining("20 bytes");
        Files.delete(release.graphFile("communes"));
        assertThatThrownBy(() -> Releases.in(state).current()).hasMessageContaining("missing");
    }

    @Test
    void aReleaseOfANewerVersionIsRefused() throws IOException {
        Release release = release("000000000001", Instant.EPOCH, "");
        Path manifest = release.folder().resolve(ManifestDocument.FILE);
        Files.writeString(manifest, Files.readString(manifest).replace("rel:format \"3\"", "rel:format \"4\""));
        assertThatThrownBy(() -> Release.open(release.folder())).hasMessageContaining("newer version");
    }

    @Test
    void findingsAreReadBackTheMostSevereFirst() throws IOException {
        Release release = release("000000000001", Instant.EPOCH, "");
        Text text = new Text("a \"quoted\" problem", "un problème");
        List<Finding> findings = List.of(
                new Finding("b-rule", Severity.INFO, new Place.InFile("x.csv"), text, text),
                new Finding("a-rule", Severity.WARNING, new Place.InLine("x.csv", 10), text, text),
                new Finding("a-rule", Severity.WARNING, new Place.InCell("x.csv", 9, "a b", "é\n"), text, text),
                new Finding("z-rule", Severity.ERROR, new Place.OfThing(BASE + "id/c/1", ""), text, text));
        try (FindingWriter writer = new FindingWriter(state)) {
            findings.forEach(writer);
            findings.forEach(writer);
            Files.createDirectories(release.folder().resolve("findings"));
            writer.writeTo(Release.findingFile(release.folder(), "communes"));
        }
        FindingPages.write(
                List.of(Release.findingFile(release.folder(), "communes")),
                finding -> finding,
                release.folder(),
                "communes",
                state);
        assertThat(release.findings("communes"))
                .containsExactly(findings.get(3), findings.get(2), findings.get(1), findings.get(0));
        assertThat(release.findingPages("communes").counts())
                .isEqualTo(Map.of(Severity.INFO, 1L, Severity.WARNING, 2L, Severity.ERROR, 1L));
        assertThat(release.findings("unknown")).isEmpty();
    }

    private Release release(String id, Instant created, String graph) throws IOException {
        Path folder = state.resolve("releases").resolve(id);
        Files.createDirectories(folder.resolve("graphs"));
        Files.writeString(folder.resolve("graphs/communes.nq"), graph);
        ManifestDocument.write(manifest(id, created, graph.getBytes(StandardCharsets.UTF_8).length), folder);
        return Release.open(folder);
    }

    private static Manifest manifest(String id, Instant created, long bytes) {
        return new Manifest(
                id,
                BASE,
                created,
                "Pléiade 1",
                List.of(new InputFile(InputFile.Role.SOURCE, "a b.csv", 12, "ab".repeat(32))),
                new TreeMap<>(Map.of(
                        "a b.csv",
                        new Retrieval(URI.create("https://e.example/a"), Instant.EPOCH, Retrieval.State.UNCHANGED))),
                List.of(new PublishedGraph(
                        "communes",
                        BASE + "dataset/communes",
                        1,
                        2,
                        3,
                        4,
                        Map.of(Severity.WARNING, 5L),
                        bytes,
                        "cd".repeat(32))),
                new TreeMap<>(Map.of(
                        "communes",
                        List.of(new LinkReport(
                                BASE + "#r",
                                new Text("town", "ville"),
                                BASE + "p",
                                9,
                                8,
                                8,
                                8,
                                8,
                                Map.of("x/y.ttl", 8L))))),
                Map.of(Stage.MAP, Duration.ofMillis(1_234)),
                new Manifest.Folders("ef".repeat(32), "12".repeat(32), "000000000000"));
    }
}
