package fr.pleiade.draft.preview;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.rdf.Quad;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTest {
    @TempDir
    Path folder;

    private LabSite site;

    @BeforeEach
    void site() {
        site = new LabSite(folder);
    }

    @Test
    void aRowIsShownWithItsTriples() {
        try (Preview preview = site.preview()) {
            Draft draft = preview.look().draft().orElseThrow();
            SourceRows rows = draft.rows().get(0);
            assertThat(rows.header()).containsExactly("Code", "Nom", "Places", "Ville");
            MappedRow mapped = draft.map(rows, rows.row(1).orElseThrow());
            assertThat(mapped.quads())
                    .extracting(Quad::toNQuads)
                    .containsExactlyInAnyOrder(
                            "<http://localhost:8080/id/labs/L1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://localhost:8080/vocab/labs#Lab> .",
                            "<http://localhost:8080/id/labs/L1> <http://www.w3.org/2004/02/skos/core#notation> \"L1\" .",
                            "<http://localhost:8080/id/labs/L1> <http://www.w3.org/2000/01/rdf-schema#label> \"Un\"@fr .",
                            "<http://localhost:8080/id/labs/L1> <http://localhost:8080/vocab/labs#places> \"12\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                            "<http://localhost:8080/id/labs/L1> <http://localhost:8080/vocab/labs#ville> \"Brest\"@fr .");
            assertThat(draft.labels("http://localhost:8080/vocab/labs#places").byLanguage())
                    .containsValue("Places");
        }
    }

    @Test
    void rowsWorthALookAreTheFirstTheLongestAndThoseWithEmptyCells() {
        try (Preview preview = site.preview()) {
            SourceRows rows = preview.look().draft().orElseThrow().rows().get(0);
            assertThat(rows.total()).isEqualTo(4);
            assertThat(rows.instances())
                    .extracting(Instance::number, instance -> instance.why().en())
                    .satisfiesExactly(
                            first -> assertThat(first.toList()).isEqualTo(List.of(1L, "the first row")),
                            second -> assertThat(second.toList()).isEqualTo(List.of(2L, "Places empty")),
                            third -> assertThat(third.toList()).isEqualTo(List.of(3L, "Ville empty")));
            assertThat(rows.row(3).orElseThrow().line()).isEqualTo(4);
            assertThat(rows.atLine(5).orElseThrow().cells()).startsWith("L4");
            assertThat(rows.row(5)).isEmpty();
            assertThat(rows.row(0)).isEmpty();
            assertThat(rows.atLine(99).orElseThrow().number()).isEqualTo(4);
        }
    }

    @Test
    void aLineInTheMidstOfACellIsItsRow() {
        site.rows("L1;\"Un\nen deux lignes\";1;Brest", "L2;Deux;2;Lyon");
        try (Preview preview = site.preview()) {
            SourceRows rows = preview.look().draft().orElseThrow().rows().get(0);
            assertThat(rows.atLine(3).orElseThrow().number()).isEqualTo(1);
            assertThat(rows.atLine(4).orElseThrow().number()).isEqualTo(2);
        }
    }

    @Test
    void cellsOfWhichNothingCanBeMadeAreToldAtOnce() {
        try (Preview preview = site.preview()) {
            Preview.Look look = preview.look();
            FindingGroup bad = look.verdict().groups().get(0);
            assertThat(bad.column()).isEqualTo("Places");
            assertThat(bad.examples().get(0).finding().place())
                    .isEqualTo(new Place.InCell("labs.csv", 5, "Places", "beaucoup"));
            Draft draft = look.draft().orElseThrow();
            SourceRows rows = draft.rows().get(0);
            assertThat(draft.map(rows, rows.row(4).orElseThrow()).findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.rule()).isEqualTo(bad.rule()));
        }
    }

    @Test
    void ofALongFileSomeRowsFromAllOverAreMappedAtOnce() {
        String[] rows = new String[5000];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "L%d;Labo %d;%s;Brest".formatted(i, i, i == 4999 ? "beaucoup" : "7");
        }
        site.rows(rows);
        try (Preview preview = site.preview()) {
            Preview.Look look = preview.look();
            assertThat(look.verdict()
                            .groups()
                            .get(0)
                            .examples()
                            .get(0)
                            .finding()
                            .place())
                    .isEqualTo(new Place.InCell("labs.csv", 5001, "Places", "beaucoup"));
            SourceRows source = look.draft().orElseThrow().rows().get(0);
            assertThat(source.total()).isEqualTo(5000);
            assertThat(source.row(4321).orElseThrow().cells()).startsWith("L4320");
        }
    }

    @Test
    void whatIsSavedIsSeen() {
        try (Preview preview = site.preview()) {
            String before = preview.look().version();
            assertThat(preview.look().version()).isEqualTo(before);
            site.sheet("Nom:    { is: label }", "Nom:    { is: label, lang: en }");
            assertThat(preview.state()).isNotEqualTo(before);
            Draft draft = preview.look().draft().orElseThrow();
            SourceRows rows = draft.rows().get(0);
            assertThat(draft.map(rows, rows.row(1).orElseThrow()).quads())
                    .extracting(Quad::toNQuads)
                    .anyMatch(line -> line.endsWith("\"Un\"@en ."));
            site.rows("L9;Neuf;9;Nice");
            SourceRows others = preview.look().draft().orElseThrow().rows().get(0);
            assertThat(others.row(1).orElseThrow().cells()).containsExactly("L9", "Neuf", "9", "Nice");
        }
    }

    @Test
    void aSheetAtFaultIsToldAtItsLineAndWhatWasBeforeStaysToBeSeen() {
        try (Preview preview = site.preview()) {
            preview.look();
            site.sheet("Places: integer", "Placse: integer");
            Preview.Look look = preview.look();
            assertThat(look.isReadable()).isFalse();
            assertThat(look.draft()).isPresent();
            assertThat(look.verdict().refuses()).isTrue();
            assertThat(look.verdict()
                            .groups()
                            .get(0)
                            .examples()
                            .get(0)
                            .finding()
                            .place())
                    .isEqualTo(new Place.InLine(
                            folder.resolve("mappings/labs/mapping.yml").toString(), 13));
            site.sheet("", "");
            assertThat(preview.look().isReadable()).isTrue();
        }
    }

    @Test
    void aSheetAtFaultFromTheBeginningIsTold() {
        site.sheet("columns:", "colums:");
        try (Preview preview = site.preview()) {
            assertThat(preview.look().draft()).isEmpty();
            assertThat(preview.look().verdict().refuses()).isTrue();
        }
    }

    @Test
    void theWholeCheckFollowsAndNothingIsWritten() throws IOException, InterruptedException {
        List<Path> before = files();
        Preview preview = site.preview();
        String first = preview.look().state();
        Preview.Look look = preview.checked();
        assertThat(look.state()).isNotEqualTo(first).isEqualTo(preview.state());
        Verification whole = look.verification().orElseThrow();
        assertThat(whole.audit().map(Audit::total))
                .hasValueSatisfying(stars -> assertThat(stars).isGreaterThan(2));
        assertThat(whole.verdict().count(Severity.ERROR)).isZero();
        assertThat(whole.verdict().groups()).anyMatch(group -> group.column().equals("Places"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void anotherDatasetAtFaultHidesNothingOfThisOne() throws InterruptedException {
        site.write("mappings/other/mapping.yml", "url: [");
        Preview preview = site.preview();
        assertThat(preview.look().isReadable()).isTrue();
        Verification whole = preview.checked().verification().orElseThrow();
        assertThat(whole.verdict().groups().get(0).examples().get(0).finding().describe())
                .contains("other");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }
}
