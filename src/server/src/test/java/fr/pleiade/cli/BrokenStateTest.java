package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breaks a state folder of two releases in one way at a time: one sentence, the right exit code, nothing lost. */
class BrokenStateTest {
    @TempDir
    private Path folder;

    private TwoTowns site;
    private String first = "";
    private String second = "";

    @BeforeEach
    void publishTwice() {
        site = new TwoTowns(folder);
        first = site.publish();
        site.towns("1,Bourg-en-Bresse", "3,Brest");
        second = site.publish();
    }

    @Test
    void aSecondPublisherIsToldWhoIsAtWorkAndSinceWhen() throws IOException {
        String owner = "process 4711, since 2026-11-24T08:00:00Z\n";
        Path file = site.state().resolve("lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            Files.writeString(file, owner);
            assertFails(3, "lock: another publication is at work: " + owner.strip(), "publish", "--force");
            assertFails(3, "another publication is at work: " + owner.strip(), "releases", "rollback");
            assertFails(3, "another publication is at work: " + owner.strip(), "releases", "prune", "--keep", "1");
        }
    }

    @Test
    void aLockOfAPublisherThatDiedIsNoLock() throws IOException {
        Files.writeString(site.state().resolve("lock"), "process 4711, since 2026-11-24T08:00:00Z\n");
        assertThat(site.run("publish", "--force")).as(site.said()).isZero();
    }

    @Test
    void aStateOfANewerVersionIsNotPublishedInto() throws IOException {
        ofNewerVersion(second);
        site.towns("1,Bourg");
        assertFails(3, "manifest.ttl: a newer version of Pléiade wrote it (format 4)", "publish");
        assertThat(site.said()).contains("publish with the newer version, or name another folder with --state");
    }

    @Test
    void aReleaseOfANewerVersionIsSaidAndTheOthersAreListed() throws IOException {
        ofNewerVersion(second);
        assertThat(site.run("releases")).isZero();
        assertThat(site.said())
                .contains("Cannot be read: ", "a newer version of Pléiade wrote it (format 4)", "  " + first);
    }

    @Test
    void releasesOfAnEarlierVersionAreListedAndNotServedUntilPublishedAgain() throws IOException {
        for (String release : List.of(first, second)) {
            edit(
                    site.release(release).resolve("manifest.ttl"),
                    text -> text.replace("rel:format \"3\"", "rel:format \"1\""));
        }
        assertThatThrownBy(() -> Releases.in(site.state()).toServe(passedOver -> {}))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("an earlier version of Pléiade wrote the release (format 1")
                .hasMessageEndingWith("publish again");
        assertFails(3, "an earlier version of Pléiade wrote the release (format 1", "releases", "rollback");
        assertThat(site.run("releases")).isZero();
        assertThat(site.said()).contains(first, second);
        assertThat(site.run("publish")).as(site.said()).isZero();
        assertThat(site.release(site.current()).resolve("manifest.ttl"))
                .content()
                .contains("rel:format \"3\"");
    }

    @Test
    void aFileOfTheSiteThatWasRemovedFromAReleaseIsSaid() throws IOException {
        Path catalog = site.release(first).resolve("site/mappings/catalog.ttl");
        Files.delete(catalog);
        assertThat(site.run("releases")).isZero();
        assertThat(site.said())
                .contains(
                        "Release " + first + " is damaged: ", "catalog.ttl: the manifest names it, but it is missing");
        assertFails(3, "catalog.ttl: the manifest names it, but it is missing", "releases", "rollback", first);
    }

    @Test
    void aReleaseWithAMissingGraphIsSaidAndNotGoneBackTo() throws IOException {
        Files.delete(site.release(first).resolve("graphs/towns.nq"));
        assertThat(site.run("releases")).isZero();
        assertThat(site.said())
                .contains("Cannot be read: ", "towns.nq: the manifest names it, but it is missing", "* " + second);
        assertFails(2, "no release has an id that begins with '" + first + "'", "releases", "rollback", first);
    }

    @Test
    void aReleaseWithAnAlteredGraphIsNotGoneBackTo() throws IOException {
        edit(site.release(first).resolve("graphs/towns.nq"), text -> text.replace("Bourg", "Burgo"));
        assertFails(3, "towns.nq: it was altered: its SHA-256 is", "releases", "rollback", first);
    }

    @Test
    void aPrunedReleaseWithAnAlteredGraphIsNotGoneBackTo() throws IOException {
        assertThat(site.run("releases", "prune", "--keep", "1")).isZero();
        Path packed = site.release(first).resolve("graphs/towns.nq.zst");
        byte[] altered = Files.readAllBytes(packed);
        altered[12] ^= 1;
        Files.write(packed, altered);
        assertFails(3, "towns.nq.zst: it cannot be read", "releases", "rollback", first);
    }

    @Test
    void aDamagedCurrentReleaseIsPublishedAgain() throws IOException {
        edit(site.release(second).resolve("graphs/towns.nq"), text -> text.replace("Brest", "Tserb"));
        assertThat(site.publish()).isEqualTo(second);
        assertThat(site.release(second).resolve("graphs/towns.nq")).content().contains("Brest");
    }

    @Test
    void aClockThatWasPutBackDoesNotChangeTheOrder() throws IOException {
        edit(
                site.release(second).resolve("manifest.ttl"),
                text -> text.replaceAll("(?<=\")20\\d\\d-(?=\\d\\d-\\d\\dT)", "1999-"));
        edit(site.state().resolve("history.txt"), text -> text.replaceAll("20\\d\\d-(.* " + second + ")", "1999-$1"));
        assertThat(site.run("releases")).isZero();
        assertThat(site.said())
                .contains(
                        second + " became current after " + first + ", and is older", "because the clock was put back")
                .containsSubsequence("* " + second, "  " + first);
        assertThat(site.run("releases", "rollback")).isZero();
        assertThat(site.current()).isEqualTo(first);
    }

    @Test
    void whatAHistoryHasLostIsStillListed() throws IOException {
        Files.delete(site.state().resolve("history.txt"));
        assertThat(site.run("releases")).isZero();
        assertThat(site.said()).contains("* " + second, "  " + first);
    }

    private void assertFails(int code, String message, String... arguments) {
        assertThat(site.run(arguments)).as(site.said()).isEqualTo(code);
        String said = site.said();
        String last = said.substring(Math.max(0, said.indexOf("pleiade: ")));
        assertThat(last).startsWith("pleiade: ").contains(message).hasLineCount(1);
        assertThat(site.current()).isEqualTo(second);
    }

    private void ofNewerVersion(String release) throws IOException {
        edit(
                site.release(release).resolve("manifest.ttl"),
                text -> text.replace("rel:format \"3\"", "rel:format \"4\""));
    }

    private static void edit(Path file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(file);
        String changed = change.apply(text);
        assertThat(changed).as("the edit of %s must change it", file).isNotEqualTo(text);
        Files.delete(file); // another release may share it
        Files.writeString(file, changed);
    }
}
