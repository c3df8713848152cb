package fr.pleiade.release.finding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings are shown the most severe first, in pages of 25, and each page is read without the others. */
class FindingPagesTest {
    @TempDir
    Path folder;

    @Test
    void theyAreOrderedBySeverityThenRuleThenPlace() throws IOException {
        List<Finding> wanted = List.of(
                finding("z-rule", Severity.ERROR, new Place.InFile("x.csv")),
                finding("a-rule", Severity.WARNING, new Place.InCell("x.csv", 9, "a b", "tab\there, \r\n and lines")),
                finding("a-rule", Severity.WARNING, new Place.InLine("x.csv", 10)),
                finding("a-rule", Severity.WARNING, new Place.InLine("y.csv", 2)),
                finding("b-rule", Severity.INFO, new Place.OfThing("http://e/1", "")));
        FindingPages pages = write(wanted);
        assertThat(pages.all()).isEqualTo(wanted);
        assertThat(pages.byRule(Severity.WARNING)).containsOnly(java.util.Map.entry("a-rule", 3L));
        assertThat(pages.counts())
                .containsOnly(
                        java.util.Map.entry(Severity.ERROR, 1L),
                        java.util.Map.entry(Severity.WARNING, 3L),
                        java.util.Map.entry(Severity.INFO, 1L));
    }

    @Test
    void anyPageOfAnySeverityIsThatPartOfTheWhole() throws IOException {
        List<Finding> errors = lines(30, Severity.ERROR);
        List<Finding> warnings = lines(51, Severity.WARNING);
        List<Finding> all = new ArrayList<>(errors);
        all.addAll(warnings);
        write(all);
        FindingPages pages = FindingPages.open(folder, "things");
        assertThat(pages.total()).isEqualTo(81);
        assertThat(pages.page(1)).isEqualTo(all.subList(0, 25));
        assertThat(pages.page(2)).isEqualTo(all.subList(25, 50));
        assertThat(pages.page(4)).isEqualTo(all.subList(75, 81));
        assertThat(pages.page(5)).isEmpty();
        assertThat(pages.page(Severity.ERROR, 2)).isEqualTo(errors.subList(25, 30));
        assertThat(pages.page(Severity.WARNING, 1)).isEqualTo(warnings.subList(0, 25));
        assertThat(pages.page(Severity.WARNING, 3)).isEqualTo(warnings.subList(50, 51));
        assertThat(pages.page(Severity.INFO, 1)).isEmpty();
    }

    /** A rule whose findings have two severities stands in two places, with others between them. */
    @Test
    void anyPageOfARuleIsReadFromWhereverItStands() throws IOException {
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            all.add(finding("a-rule", Severity.ERROR, new Place.InLine("x.csv", 1000 + i)));
            all.add(finding("m-rule", Severity.ERROR, new Place.InLine("x.csv", 1000 + i)));
            all.add(finding("m-rule", Severity.WARNING, new Place.InLine("x.csv", 2000 + i)));
            all.add(finding("z-rule", Severity.WARNING, new Place.InLine("x.csv", 2000 + i)));
        }
        FindingPages pages = write(all);
        assertThat(pages.byRule()).isEqualTo(java.util.Map.of("a-rule", 60L, "m-rule", 120L, "z-rule", 60L));
        List<Finding> wanted =
                pages.all().stream().filter(f -> f.rule().equals("m-rule")).toList();
        List<Finding> read = new ArrayList<>();
        for (int page = 1; page <= 5; page++) {
            read.addAll(pages.page("m-rule", page));
            assertThat(read).hasSize(Math.min(25 * page, 120));
        }
        assertThat(read).isEqualTo(wanted);
        assertThat(pages.page("m-rule", 6)).isEmpty();
        assertThat(pages.page("no-rule", 1)).isEmpty();
    }

    @Test
    void noFindingsAreNoPages() throws IOException {
        assertThat(write(List.of()).page(1)).isEmpty();
    }

    @Test
    void aSeverityThatAMessageQuotesIsNotCounted() throws IOException {
        String quoted = "<http://www.w3.org/ns/shacl#resultSeverity>";
        Finding finding = finding("a-rule", Severity.WARNING, new Place.InCell("x.csv", 2, quoted, quoted));
        FindingPages pages = write(List.of(finding));
        assertThat(pages.all()).containsExactly(finding);
        assertThat(pages.counts()).containsOnlyKeys(Severity.WARNING);
    }

    private FindingPages write(List<Finding> findings) throws IOException {
        List<Finding> shuffled = new ArrayList<>(findings);
        Collections.shuffle(shuffled, new Random(7));
        Path file = folder.resolve("found.nt");
        Files.write(
                file,
                shuffled.stream()
                        .flatMap(finding -> FindingFile.triples(finding).triples().stream())
                        .map(Quad::toNQuads)
                        .sorted()
                        .toList());
        return FindingPages.write(List.of(file), finding -> finding, folder, "things", folder);
    }

    private static List<Finding> lines(int number, Severity severity) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(line -> finding("a-rule", severity, new Place.InLine("x.csv", line)))
                .toList();
    }

    private static Finding finding(String rule, Severity severity, Place place) {
        Text text = new Text("a problem at " + place.describe(), "un problème");
        return new Finding(rule, severity, place, text, text);
    }
}
