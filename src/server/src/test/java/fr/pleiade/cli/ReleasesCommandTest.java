package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Releases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two publications of two towns, and what {@code releases} says of them. */
class ReleasesCommandTest {
    @TempDir
    Path folder;

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
    void releasesAreListedTheNewestFirst() {
        assertThat(run("list")).isZero();
        assertThat(site.said().lines().skip(1).map(line -> line.substring(0, 14).strip()))
                .containsExactly("* " + second, first);
    }

    @Test
    void anIndexThatWasAlteredIsToldInTheList() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(site.said()).doesNotContain("damaged");
        Path tdb2 = Releases.in(site.state()).current().orElseThrow().tdb2();
        Path terms = tdb2.resolve("Data-0001").resolve("nodes-data.obj");
        byte[] bytes = Files.readAllBytes(terms);
        bytes[20] ^= 1;
        Files.write(terms, bytes);
        assertThat(run("list")).isZero();
        assertThat(site.said()).contains("Release " + second + " is damaged").contains("tdb2");
    }

    @Test
    void aReleaseIsShownWithItsGraphs() {
        assertThat(run("show", first.substring(0, 8))).isZero();
        assertThat(site.said()).contains("Release " + first, "towns", "2 rows, 2 triples, 2 entities");
    }

    /** Of the towns one was renamed, one came and one went, as {@link #aDifferenceIsTold} tells. */
    @Test
    void aReleaseIsShownWithWhatItHasChanged() {
        assertThat(run("show", second)).isZero();
        assertThat(site.said())
                .contains("Changed since " + first)
                .containsPattern("towns +1 created, 1 removed, 1 changed");
        assertThat(run("show", first)).isZero();
        assertThat(site.said()).doesNotContain("Changed since");
    }

    @Test
    void aDifferenceIsTold() {
        assertThat(run("diff", first, second)).isZero();
        assertThat(site.said())
                .contains(
                        "Bourg-en-Bresse: renamed from \"Bourg\" to \"Bourg-en-Bresse\"",
                        "Brest: created",
                        "Rennes: removed");
        assertThat(run("diff", first, second, "--lang", "fr")).isZero();
        assertThat(site.said()).contains("Brest : création");
    }

    @Test
    void withoutIdsTheCurrentReleaseIsComparedWithTheOneBefore() {
        assertThat(run("diff", first, second)).isZero();
        String both = site.said();
        assertThat(run("diff")).isZero();
        assertThat(site.said()).isEqualTo(both);
    }

    @Test
    void aRollbackIsListed() {
        assertThat(run("rollback")).isZero();
        assertThat(site.said()).contains("Release " + first);
        assertThat(run("list")).isZero();
        assertThat(site.said()).contains("* " + first);
    }

    @Test
    void whatAKilledPublicationLeftIsSaidAndRemoved() throws IOException {
        Path left = Files.createDirectories(site.state().resolve("building-1/work"));
        assertThat(run("list")).isZero();
        assertThat(site.said()).contains("building-1 was left unfinished by a process that was killed; it is removed.");
        assertThat(left).doesNotExist();
    }

    @Test
    void prunedReleasesAreSaidToHaveNoIndex() {
        assertThat(run("prune", "--keep", "1")).isZero();
        assertThat(site.said())
                .contains("Release " + first + " has no index any more")
                .doesNotContain(second);
        assertThat(run("list")).isZero();
        assertThat(site.said()).contains("(pruned: no index)");
    }

    @Test
    void aPrunedReleaseIsShownComparedAndGoneBackTo() {
        assertThat(run("prune", "--keep", "1")).isZero();
        assertThat(run("show", first)).isZero();
        assertThat(site.said()).contains("2 rows, 2 triples, 2 entities");
        assertThat(run("diff", first, second)).isZero();
        assertThat(site.said()).contains("Rennes: removed");
        assertThat(run("rollback", first)).isZero();
        assertThat(site.current()).isEqualTo(first);
    }

    @Test
    void pruningWithNothingToPruneSaysSo() {
        assertThat(run("prune", "--keep", "2")).isZero();
        assertThat(site.said()).contains("There was nothing to prune in " + site.state());
    }

    @ParameterizedTest(name = "{0} of a state with no release ends with {1}")
    @CsvSource({"list, 0", "show, 2", "diff, 3", "rollback, 3", "prune, 0"})
    void optionsCountBeforeASubcommandAsBehindIt(String subcommand, int code, @TempDir Path elsewhere) {
        List<String> words = new ArrayList<>(List.of("releases", "--state", elsewhere.toString(), subcommand));
        words.addAll(
                switch (subcommand) {
                    case "show" -> List.of(first);
                    case "prune" -> List.of("--keep", "1");
                    default -> List.of();
                });
        assertThat(site.run(words.toArray(String[]::new))).as(site.said()).isEqualTo(code);
        assertThat(site.said()).doesNotContain(second);
        assertThat(site.current()).isEqualTo(second);
        assertThat(run("list")).isZero();
        assertThat(site.said()).as("nothing was pruned here").doesNotContain("(pruned: no index)");
    }

    @Test
    void whatChangesAStateSaysWhich() {
        assertThat(run("rollback")).isZero();
        assertThat(site.said()).contains("is current in " + site.state());
        assertThat(run("prune", "--keep", "1")).isZero();
        assertThat(site.said()).contains(" in " + site.state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "show", "diff", "rollback", "prune"})
    void everySubcommandHasHelp(String subcommand) {
        assertThat(run(subcommand, "--help")).isZero();
        assertThat(site.said()).contains("Usage: pleiade releases " + subcommand);
    }

    @Test
    void anUnknownReleaseIsMisuse() {
        assertThat(run("show", "zzz")).isEqualTo(2);
        assertThat(site.said()).contains("no release has an id that begins with 'zzz'");
    }

    private int run(String subcommand, String... arguments) {
        return site.run(Stream.concat(Stream.of("releases", subcommand), Stream.of(arguments))
                .toArray(String[]::new));
    }
}
