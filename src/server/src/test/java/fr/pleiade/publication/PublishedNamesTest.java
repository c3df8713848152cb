package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.release.Building;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.web.served.Served;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index of names of two releases of a small site, between which only the schools change. */
class PublishedNamesTest {
    private static final String SCHOOL = SmallSite.BASE + "id/school/b";

    @TempDir
    Path folder;

    private Releases releases;
    private Release first;
    private Release second;

    @BeforeEach
    void publishTwice() {
        SmallSite site = new SmallSite(folder);
        releases = Releases.in(site.state());
        first = releases.find(site.publish().release());
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        second = releases.find(site.publish().release());
    }

    private static List<String> found(Release release, String text) {
        return Served.open(release).names().orElseThrow().search(NameQuery.of(text)).hits().stream()
                .map(NameResults.Hit::thing)
                .map(thing -> thing.iri())
                .toList();
    }

    private static Object key(Release release, String slug) throws IOException {
        try (Stream<Path> files = Files.list(release.names().resolve(slug))) {
            Path data = files.filter(file -> file.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAttributes(data, "unix:ino").get("ino");
        }
    }

    @Test
    void eachReleaseFindsItsOwnThings() {
        assertThat(found(first, "BÊTA")).startsWith(SCHOOL);
        assertThat(found(second, "beta")).isEmpty();
    }

    @Test
    void theIndexOfAGraphThatHasNotChangedIsTakenOver() throws IOException {
        assertThat(key(second, "towns")).isEqualTo(key(first, "towns"));
        assertThat(key(second, "schools")).isNotEqualTo(key(first, "schools"));
    }

    @Test
    void aPrunedReleaseHasNoneAndOneThatIsGoneBackToHasItAgain() {
        releases.prune(1);
        assertThat(first.names()).doesNotExist();
        assertThat(Served.open(releases.find(first.id())).names()).isEmpty();
        releases.makeCurrent(releases.find(first.id()));
        assertThat(releases.find(first.id()).namesProblem()).isEmpty();
        assertThat(found(releases.find(first.id()), "beta")).startsWith(SCHOOL);
    }

    @Test
    void anIndexThatIsMissingIsMadeBeforeTheReleaseIsServed() throws IOException {
        Building.delete(second.names());
        assertThat(second.namesProblem()).isPresent();
        Release served = releases.toServe(problem -> {}).orElseThrow();
        assertThat(served.id()).isEqualTo(second.id());
        assertThat(served.namesProblem()).isEmpty();
    }
}
