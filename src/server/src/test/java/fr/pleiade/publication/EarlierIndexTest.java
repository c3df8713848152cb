package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Release;
import fr.pleiade.store.OpenDatabase;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release whose index an earlier version built, with fewer indexes than this one builds. */
class EarlierIndexTest {
    private static final String ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

    @TempDir
    Path folder;

    private SmallSite site;

    @BeforeEach
    void publish() throws IOException {
        site = new SmallSite(folder);
        site.publish();
        for (String index : List.of("GPOS", "GOSP")) {
            for (String end : List.of(".bpt", ".dat", ".idn")) {
                Files.delete(site.current().tdb2().resolve("Data-0001").resolve(index + end));
            }
        }
        Files.delete(site.current().tdb2().resolve("Data-0001").resolve("stats.opt"));
        Path settings = site.current().tdb2().resolve("tdb.cfg");
        Files.writeString(settings, Files.readString(settings).replaceAll("\"G(POS|OSP)\" ,\\s+", ""));
    }

    @Test
    void itIsServedAsItIs() {
        try (Store store = Store.open(site.current().tdb2())) {
            assertThat(store.select(ALL, Map.of())).hasSize(1);
            assertThat(store.graphs()).isNotEmpty();
        }
    }

    @Test
    void publishingTheSameAgainBuildsTheIndexAnew() {
        String before = site.current().id();
        PublishReport report = site.publish();
        assertThat(report.release()).isEqualTo(before);
        assertThat(OpenDatabase.hasAllIndexes(site.current().tdb2())).isTrue();
        assertThat(site.current().tdb2().resolve("Data-0001").resolve("stats.opt"))
                .exists();
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
    }

    @Test
    void publishingAChangeDoesNotPatchIt() {
        site.towns("code,name\n01,Bourg\n35,Rennes\n75,Paris\n");
        site.publish();
        Release changed = site.current();
        assertThat(OpenDatabase.hasAllIndexes(changed.tdb2())).isTrue();
        try (Store store = Store.open(changed.tdb2())) {
            assertThat(store.graphs()).isNotEmpty();
        }
    }
}
