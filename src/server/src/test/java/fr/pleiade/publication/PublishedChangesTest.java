package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.diff.ChangeCounts;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release keeps of its difference from the one before, through publications, rollbacks and prunings. */
class PublishedChangesTest {
    private static final String TWO = "id,name,town,sister\na,Alpha,35,b\nb,Beta,99,\n";
    private static final String THREE = "id,name,town,sister\na,Alpha,01,b\nb,Beta,99,\nd,Delta,01,\n";

    @TempDir
    Path folder;

    private SmallSite site;
    private Releases releases;

    @BeforeEach
    void publishOnce() {
        site = new SmallSite(folder);
        site.schools(TWO);
        site.publish();
        releases = Releases.in(site.state());
    }

    @Test
    void aFirstReleaseHasNone() {
        assertThat(KeptChanges.of(site.current())).isEmpty();
        assertThat(site.current().folder().resolve(Manifest.CHANGES)).doesNotExist();
        site.current().verify();
    }

    @Test
    void theNextOneKeepsWhatChanged() {
        String first = site.current().id();
        site.schools(THREE);
        site.publish();
        KeptChanges changes = KeptChanges.of(site.current()).orElseThrow();
        assertThat(changes.before()).isEqualTo(first);
        assertThat(changes.counts()).containsOnlyKeys("schools", "catalog");
        assertThat(changes.page("schools", 1))
                .extracting(c -> c.kind() + " " + c.name())
                .containsExactly("CHANGED Alpha", "ADDED Delta");
        ChangeCounts schools = changes.counts().get("schools");
        assertThat(schools.things(EntityChange.Kind.CHANGED)).isEqualTo(1);
        assertThat(schools.properties().get("http://e/town")).isEqualTo(new ChangeCounts.Values(2, 1, 2));
        assertThat(schools.properties().get("http://e/sister")).isEqualTo(new ChangeCounts.Values(1, 0, 0));
        site.current().verify();
    }

    @Test
    void afterARollbackTheNextOneIsComparedWithTheOneThatWasGoneBackTo() {
        Release first = site.current();
        site.schools(THREE);
        String second = site.publish().release();
        releases.makeCurrent(first);
        site.schools(TWO + "e,Epsilon,35,\n");
        site.publish();
        assertThat(site.current().id()).isNotIn(first.id(), second);
        KeptChanges changes = KeptChanges.of(site.current()).orElseThrow();
        assertThat(changes.before()).isEqualTo(first.id());
        assertThat(changes.page("schools", 1))
                .extracting(c -> c.kind() + " " + c.name())
                .containsExactly("ADDED Epsilon");
    }

    @Test
    void aReleaseThatIsMadeAgainKeepsWhatItHad() {
        String first = site.current().id();
        site.schools(THREE);
        String second = site.publish().release();
        site.schools(TWO);
        assertThat(site.publish().release()).isEqualTo(first);
        assertThat(KeptChanges.of(site.current())).isEmpty();
        site.schools(THREE);
        assertThat(site.publish().release()).isEqualTo(second);
        assertThat(KeptChanges.of(site.current())).map(KeptChanges::before).contains(first);
    }

    @Test
    void publishedAnewFromAllInputsItIsComparedAllTheSame() {
        site.schools(THREE);
        site.publish(PublishOptions.USUAL.anew());
        assertThat(KeptChanges.of(site.current()).orElseThrow().counts()).containsKey("schools");
    }

    @Test
    void aPrunedReleaseKeepsThem() throws IOException {
        site.schools(THREE);
        Release second = release(site.publish().release());
        var page = KeptChanges.of(second).orElseThrow().page("schools", 1);
        site.schools(TWO + "e,Epsilon,35,\n");
        site.publish();
        releases.prune(1);
        second = release(second.id());
        assertThat(second.isWhole()).isFalse();
        second.verifyGraphs();
        assertThat(KeptChanges.of(second).orElseThrow().page("schools", 1)).isEqualTo(page);
    }

    @Test
    void alteredOnesAreFound() throws IOException {
        site.schools(THREE);
        site.publish();
        Path counts = site.current().folder().resolve(Manifest.CHANGES).resolve("counts.txt");
        Files.writeString(counts, Files.readString(counts).replace("things 1 0 1", "things 1 0 0"));
        assertThatThrownBy(() -> site.current().verify())
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("changes: it was altered");
        Files.delete(counts);
        assertThatThrownBy(() -> KeptChanges.of(site.current()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("changes");
    }

    @Test
    void theIdDoesNotDependOnWhatWasCurrentBefore() {
        site.schools(THREE);
        String second = site.publish().release();
        SmallSite elsewhere = new SmallSite(folder.resolve("elsewhere"));
        elsewhere.schools(THREE);
        assertThat(elsewhere.publish().release()).isEqualTo(second);
    }

    @Test
    void whatPagesNeedIsDigestedAndVerified() throws IOException {
        Path pages = site.current().folder().resolve(Manifest.PAGES);
        assertThat(site.current().manifest().folders().pages()).isEqualTo(Sha256.ofFolder(pages));
        try (Stream<Path> files = Files.walk(pages)) {
            Path one = files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
            Files.writeString(one, Files.readString(one) + "\n");
        }
        assertThatThrownBy(() -> site.current().verify()).hasMessageContaining("pages: it was altered");
    }

    @Test
    void theDifferenceIsThatOfTheGraphs() {
        Release first = site.current();
        site.schools(THREE);
        site.publish();
        assertThat(Diff.between(first, site.current()).counts())
                .containsEntry("schools", Map.of(EntityChange.Kind.ADDED, 1L, EntityChange.Kind.CHANGED, 1L));
    }

    private Release release(String id) {
        return releases.find(id);
    }
}
