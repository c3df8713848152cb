package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.publication.SmallSite;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.release.diff.DiffText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two releases of a small site, the older of which is pruned. */
class PruningTest {
    private static final String SCHOOL = SmallSite.BASE + "id/school/b";

    @TempDir
    Path folder;

    private SmallSite site;
    private Releases releases;
    private String first = "";
    private String second = "";

    @BeforeEach
    void publishTwice() {
        site = new SmallSite(folder);
        releases = Releases.in(site.state());
        first = site.publish().release();
        site.schools("id,name,town,sister\na,Alpha,01,\n");
        second = site.publish().release();
    }

    @Test
    void aPrunedReleaseIsReadAsBefore() {
        var described = releases.find(first).describe(SCHOOL).triples();
        var catalog = releases.find(first).catalog().triples();
        String differences = differences();
        releases.prune(1);
        Release pruned = releases.find(first);
        pruned.verifyGraphs();
        assertThat(pruned.isWhole()).isFalse();
        assertThat(pruned.graphFile("schools")).doesNotExist();
        assertThat(pruned.describe(SCHOOL).triples()).isNotEmpty().isEqualTo(described);
        assertThat(pruned.knows(SCHOOL)).isTrue();
        assertThat(pruned.catalog().triples()).isNotEmpty().isEqualTo(catalog);
        assertThat(differences()).contains("Beta: removed").isEqualTo(differences);
    }

    @Test
    void whatIsLookedUpByObjectsIsPrunedAndMadeAgainAsItWas() throws IOException {
        Path inverse = releases.find(first).folder().resolve("inverse");
        String before = Sha256.ofFolder(inverse);
        assertThat(Files.size(inverse.resolve("schools.nt"))).isPositive();
        releases.prune(1);
        assertThat(inverse).doesNotExist();
        releases.makeCurrent(releases.find(first));
        assertThat(Sha256.ofFolder(inverse)).isEqualTo(before);
        releases.find(first).verify();
    }

    @Test
    void aReleaseThatWasOpenedBeforeItWasPrunedIsStillRead() throws IOException {
        Release opened = releases.find(first);
        releases.prune(1);
        assertThat(opened.describe(SCHOOL).size()).isPositive();
        opened.openGraph("schools").close();
    }

    @Test
    void aGraphThatTwoPrunedReleasesShareIsStoredOnce() throws IOException {
        site.schools("id,name,town,sister\na,Alpha,35,\n");
        site.publish();
        assertThat(releases.prune(1)).hasSize(2);
        Path towns = Release.packedFile(releases.find(first).folder(), "towns");
        Path same = Release.packedFile(releases.find(second).folder(), "towns");
        assertThat(Files.getAttribute(towns, "unix:ino")).isEqualTo(Files.getAttribute(same, "unix:ino"));
    }

    @Test
    void pruningAgainFindsNothingToDo() {
        assertThat(releases.prune(1)).extracting(Release::id).containsExactly(first);
        assertThat(releases.prune(1)).isEmpty();
    }

    @Test
    void aRollbackRestoresEveryByte() throws IOException {
        Map<String, byte[]> before = graphs();
        releases.prune(1);
        releases.makeCurrent(releases.find(first));
        releases.find(first).verify();
        assertThat(graphs()).usingRecursiveComparison().isEqualTo(before);
    }

    @Test
    void aPruningThatWasKilledIsReadAndGoesOn() throws IOException {
        Release release = releases.find(first);
        new Pruning(release).pack(new HashMap<>());
        Path graphs = release.folder().resolve("graphs");
        Files.writeString(graphs.resolve("schools.nq.zst.unfinished"), "half a fi");
        Files.copy(releases.find(second).graphFile("towns"), graphs.resolve("towns.nq")); // packed, and not yet deleted
        Files.createDirectories(release.folder().resolve("tdb2-removed/Data-0001")); // the index, half deleted
        assertThat(releases.find(first).describe(SCHOOL).size()).isPositive();
        assertThat(releases.clean()).hasSize(2);
        assertThat(releases.prune(1)).extracting(Release::id).containsExactly(first);
        releases.find(first).verifyGraphs();
        assertThat(graphs().keySet()).allMatch(name -> name.endsWith(".nq.zst"));
        assertThat(release.folder().resolve("tdb2-removed")).doesNotExist();
    }

    @Test
    void aRestorationThatWasKilledIsReadAndGoesOn() throws IOException {
        Map<String, byte[]> before = graphs();
        releases.prune(1);
        Path release = releases.find(first).folder();
        Files.writeString(release.resolve("graphs/schools.nq.unfinished"), "half a fi");
        Files.createDirectories(release.resolve("tdb2-restored/tdb2"));
        releases.find(first).verifyGraphs();
        releases.makeCurrent(releases.find(first));
        releases.find(first).verify();
        assertThat(graphs()).usingRecursiveComparison().isEqualTo(before);
        assertThat(release.resolve("tdb2-restored")).doesNotExist();
    }

    @Test
    void anAlteredGraphIsNotPacked() throws IOException {
        Path file = releases.find(first).graphFile("schools");
        byte[] altered = Files.readAllBytes(file);
        altered[altered.length / 2] ^= 1;
        Files.delete(file); // the other release may share it
        Files.write(file, altered);
        assertThatThrownBy(() -> releases.prune(1))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("schools.nq: it was altered");
        assertThat(file).hasBinaryContent(altered);
    }

    private String differences() {
        StringWriter text = new StringWriter();
        DiffText.write(
                Diff.between(releases.find(first), releases.find(second)), Locale.ENGLISH, new PrintWriter(text));
        return text.toString();
    }

    /** {@return what lies in the first release's folder of graphs} */
    private Map<String, byte[]> graphs() throws IOException {
        Map<String, byte[]> contents = new HashMap<>();
        try (Stream<Path> files = Files.list(releases.folder().resolve(first).resolve("graphs"))) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
