package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bits were flipped in a file that no page reads. */
class DamagedIndexTest {
    private static final String NAMES =
            "sparql?query=SELECT+%3Fl+%7B%3Fs+%3Chttp%3A%2F%2Fwww.w3.org%2F2000%2F01%2Frdf-schema%23label%3E+%3Fl%7D";

    @TempDir
    Path folder;

    private SmallSite site;
    private Releases releases;
    private String earlier = "";
    private Release current;

    @BeforeEach
    void publishTwice() {
        site = new SmallSite(folder);
        site.publish("first;The first of all;");
        releases = Releases.in(folder.resolve("state"));
        earlier = releases.currentId().orElseThrow();
        site.publish("second;The second of all;");
        current = releases.current().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Data-0001/nodes-data.obj", "Data-0001/SPOG.bpt", "Data-0001/POSG.idn"})
    void anIndexThatWasAlteredIsBuiltAgainBeforeItIsAsked(String name) throws IOException {
        flip(current.tdb2().resolve(name));
        assertThat(current.indexProblem()).isPresent();
        try (PleiadeServer server = site.serve("secret")) {
            assertThat(SmallSite.get(server, NAMES, "Accept", "text/csv").body())
                    .contains("The second of all")
                    .doesNotContain("The first");
            assertThat(SmallSite.get(server, "admin/metrics", "Authorization", "Bearer secret")
                            .body())
                    .contains("pleiade_releases_damaged 1.0");
        }
        Release mended = releases.current().orElseThrow();
        assertThat(mended.id()).isEqualTo(current.id());
        assertThat(mended.indexProblem()).isEmpty();
        mended.verify();
    }

    @Test
    void aReleaseIsNotAlteredByBeingServedAndAsked() {
        try (PleiadeServer server = site.serve()) {
            assertThat(SmallSite.get(server, NAMES).statusCode()).isEqualTo(200);
        }
        assertThat(current.indexProblem()).isEmpty();
        assertThat(current.manifest().folders().index()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv/things.csv", "findings/things.nt"})
    void aReleaseWhoseTableOrFindingsWereAlteredIsPassedOver(String name) throws IOException {
        Path file = current.folder().resolve(name);
        Files.writeString(file, Files.readString(file) + "x");
        try (PleiadeServer server = site.serve()) {
            assertThat(SmallSite.get(server, "doc/thing/first").statusCode()).isEqualTo(200);
            assertThat(SmallSite.get(server, "doc/thing/second").statusCode()).isEqualTo(404);
        }
        assertThat(releases.currentId()).hasValue(current.id());
        assertThat(earlier).isNotEqualTo(current.id());
    }

    @Test
    void publishingTheSameAgainMendsTheIndex() throws IOException {
        flip(current.tdb2().resolve("Data-0001/nodes-data.obj"));
        site.publishAgain();
        Release mended = releases.current().orElseThrow();
        assertThat(mended.id()).isEqualTo(current.id());
        assertThat(mended.indexProblem()).isEmpty();
    }

    @Test
    void anIndexThatWasAlteredIsNotTheBaseOfTheNextOne() throws IOException {
        flip(current.tdb2().resolve("Data-0001/nodes-data.obj"));
        site.publish("second;The second of all;", "third;The third;");
        try (PleiadeServer server = site.serve()) {
            assertThat(SmallSite.get(server, NAMES, "Accept", "text/csv").body())
                    .contains("The second of all")
                    .contains("The third");
        }
    }

    /** Changes one bit in the middle of what is in the file. */
    private static void flip(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int last = bytes.length - 1;
        while (last > 0 && bytes[last] == 0) {
            last--;
        }
        bytes[last / 2] ^= 0x20;
        Files.write(file, bytes);
    }
}
