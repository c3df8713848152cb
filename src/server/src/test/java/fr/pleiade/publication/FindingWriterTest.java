package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.finding.FindingFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of findings is all their triples, each once, sorted by unsigned bytes: whatever the order in which they came. */
class FindingWriterTest {
    @TempDir
    Path folder;

    @Test
    void findingsInAnyOrderAreTheirSortedTriples() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int line = 1; line <= 300; line++) {
            findings.add(finding(new Place.InLine("x.csv", line), "a line", "une ligne"));
            findings.add(finding(new Place.InCell("x.csv", line, "a b", "tab\t, \r\n, é"), "a cell", "une cellule"));
            findings.add(finding(new Place.OfThing("http://e/" + line, ""), "\uFFFD and \uD83D\uDE00", "\uD83D\uDE00"));
        }
        findings.add(finding(new Place.InFile("x.csv"), "a file", "un fichier"));
        findings.addAll(findings.subList(100, 200));
        Collections.shuffle(findings, new Random(11));
        assertThat(written(findings)).isEqualTo(sortedTriples(findings)).hasSize(300 * (9 + 11 + 9) + 8);
    }

    @Test
    void findingsThatDifferOnlyInFrenchHaveTheirTriplesSortedTogether() throws IOException {
        Place place = new Place.InLine("x.csv", 2);
        List<Finding> findings = List.of(
                finding(place, "a problem", "deux"),
                finding(new Place.InLine("x.csv", 3), "another", "un autre"),
                finding(place, "a problem", "un"),
                finding(place, "a problem", "trois"));
        assertThat(written(findings)).isEqualTo(sortedTriples(findings)).hasSize(9 + 2 + 9);
    }

    @Test
    void noFindingsAreAnEmptyFile() throws IOException {
        assertThat(written(List.of())).isEmpty();
    }

    private List<String> written(List<Finding> findings) throws IOException {
        Path file = folder.resolve("found.nt");
        try (FindingWriter writer = new FindingWriter(folder)) {
            findings.forEach(writer);
            writer.writeTo(file);
        }
        return Files.readString(file).lines().toList();
    }

    private static List<String> sortedTriples(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> FindingFile.triples(finding).triples().stream())
                .map(Quad::toNQuads)
                .distinct()
                .map(line -> line.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .map(line -> new String(line, StandardCharsets.UTF_8))
                .toList();
    }

    /** A type, a severity, a rule, two sentences in two languages, and two, four, two or one of its place. */
    private static Finding finding(Place place, String english, String french) {
        return new Finding(
                "a-rule", Severity.WARNING, place, new Text(english, french), new Text("mend it", "réparez-le"));
    }
}
