package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bundled sample, published: what its links, its findings and the example queries give. */
class ExamplesTest {
    @TempDir
    static Path state;

    private static Release release;
    private static Store store;

    @BeforeAll
    static void publish() {
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), MappedSample.BASE);
        new Publisher(site, Path.of("data"), state).publish(PublishObserver.NONE);
        release = Releases.in(state).current().orElseThrow();
        store = Store.open(release.tdb2());
    }

    @AfterAll
    static void close() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void exampleReturnsRowsAndTellsWhatItAsks(Path example) throws IOException {
        String query = Files.readString(example);
        assertThat(query).startsWith("# fr: ").contains("\n# en: ");
        assertThat(store.select("BASE <" + MappedSample.BASE + ">\n" + query, Map.of()))
                .isNotEmpty();
    }

    @Test
    void schoolsAbroadAndTheEmptyRowAreTheOnlyOnesWithoutCommune() {
        assertThat(release.findings("etablissements").stream()
                        .filter(finding -> finding.rule().startsWith("link-"))
                        .filter(finding -> finding.problem().en().contains("/id/etablissement/"))
                        .map(finding ->
                                finding.rule() + " " + key(finding.problem().en())))
                .containsExactlyInAnyOrder(
                        "link-elsewhere 6a498",
                        "link-elsewhere 5eUBS",
                        "link-elsewhere BOl78",
                        "link-elsewhere td273",
                        "link-no-key Zz9zZ");
    }

    @Test
    void everyIriOfOursIsDescribed() {
        assertThat(store.select("""
                        SELECT DISTINCT ?thing WHERE {
                          ?s ?p ?thing
                          FILTER (isIRI(?thing) && STRSTARTS(STR(?thing), "%sid/"))
                          FILTER NOT EXISTS { ?thing ?q ?o }
                        }
                        """.formatted(MappedSample.BASE), Map.of())).isEmpty();
    }

    private static String key(String place) {
        return place.replaceAll("(?s).*/id/etablissement/([^>]*)>.*", "$1");
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("ontology/examples"))) {
            return files.filter(file -> file.toString().endsWith(".rq"))
                    .sorted()
                    .toList();
        }
    }
}
