package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.release.PublicationException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics with faults of each kind: each is told where it stands, and what is published adds up to nothing wrong. */
class FaultyCubeTest {
    private static final String SHEET = """
            url: students.csv
            about:
              title: { en: Students }
              description: { en: "Students invented for tests: how many of each sex and age there were in each town in some school years." }
              licence: cc0
              publisher: tests
            columns:
              Id: { is: key, type: code }
              Ville: { type: code, name: ville, valueUrl: "id/towns/{Ville}", suppressOutput: true }
              Rentrée: { type: year, suppressOutput: true }
              Attention: { suppressOutput: true }
              "{ventilation} : {modalite}":
                as: effectif
                type: integer
                fr: effectif
                en: students
                of: skip
                parts: { modalite: { value: "{ventilation} : {modalite}", lookup: codes.csv, type: iri } }
                cube:
                  en: "Students by {ventilation}"
                  dimensions: [Ville, Rentrée]
                  status: { ns: id/status/ns, "": id/status/empty }
                  apart: { as: parts, when: { Attention: twice } }
                  each:
                    ventilation:
                      Sexe: { as: sexe, en: sex, total: tous, codes: id/sexes }
              "Total {population}?":
                as: effectif
                type: integer
                of: skip
                cube:
                  en: "{population}"
                  dimensions: [Ville, Rentrée]
                  status: { ns: id/status/ns, "": id/status/empty }
                  apart: { as: parts, when: { Attention: twice } }
                  each: { population: { étudiants: { as: tous, en: students } } }
            """;

    private static final String CODES = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <id/sexes> a skos:ConceptScheme ; skos:prefLabel "sexes"@en .
            <id/sex/f> a skos:Concept ; skos:inScheme <id/sexes> ; skos:prefLabel "women"@en ; skos:notation "f" .
            <id/sex/m> a skos:Concept ; skos:inScheme <id/sexes> ; skos:prefLabel "men"@en ; skos:notation "m" .
            <id/sex/x> a skos:Concept ; skos:inScheme <id/others> ; skos:prefLabel "others"@en ; skos:notation "x" .
            <id/status/ns> a skos:Concept ; skos:inScheme <id/others> ; skos:prefLabel "too few"@en ; skos:notation "ns" .
            <id/status/empty> a skos:Concept ; skos:inScheme <id/others> ; skos:prefLabel "empty"@en ; skos:notation "empty" .
            """;

    @TempDir
    private Path folder;

    private ColumnSheetSite site;

    @BeforeEach
    void write() {
        site = new ColumnSheetSite(folder);
        site.sheet("students", SHEET);
        site.file("ontology/codes.ttl", CODES);
        site.file(
                "mappings/students/codes.csv", "key,value\nSexe : F,id/sex/f\nSexe : H,id/sex/m\nSexe : X,id/sex/x\n");
    }

    private PublishReport publish(String header, String... rows) {
        site.file("data/students.csv", "Id,Ville,Rentrée,Attention," + header + "\n" + String.join("\n", rows) + "\n");
        return site.publish();
    }

    private static List<Finding> found(PublishReport report, String rule) {
        return report.verdict().groups().stream()
                .filter(group -> group.rule().equals(rule))
                .flatMap(group -> group.examples().stream().map(FindingGroup.Example::finding))
                .toList();
    }

    private static List<String> told(PublishReport report, String rule) {
        return found(report, rule).stream()
                .map(finding ->
                        finding.place().describe() + " " + finding.problem().en())
                .toList();
    }

    @Test
    void totalThatIsNotTheSumAndADimensionWithOneValueAreToldAndPublished() {
        String[] rows = new String[25];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = "%d,0%04d,2020,,%d,1,2".formatted(i, i, i == 7 ? 9 : 3);
        }
        rows[8] = "8,00008,2020,twice,5,1,2";
        PublishReport report = publish("Total étudiants,Sexe : F,Sexe : H", rows);
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(told(report, "total-differs"))
                .hasSize(2)
                .anySatisfy(told -> assertThat(told)
                        .startsWith("students.csv:9, column 'Total étudiants'")
                        .contains("id/students/7/tous", "it is 9, and its 2 parts are 3 together"))
                .anySatisfy(told -> assertThat(told)
                        .startsWith("students.csv:10, column 'Total étudiants'")
                        .contains("it is 5"));
        assertThat(told(report, "constant-dimension"))
                .anySatisfy(told -> assertThat(told)
                        .contains(
                                "id/cube/students-sexe", "all 48 observations have the same", "vocab/students#rentr"));
    }

    @Test
    void textForANumberAndAYearOfFiveDigitsAreToldWithTheirCellsAndMakeNoObservation() {
        PublishReport report = publish("Sexe : F,Sexe : H", "1,a,2020,,beaucoup,2", "2,a,20222,,4,ns");
        assertThat(found(report, "integer")).singleElement().satisfies(finding -> {
            assertThat(finding.place().describe()).contains("students.csv:2", "Sexe : F", "beaucoup");
        });
        assertThat(told(report, "date"))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("students.csv:3", "Rentrée", "20222"));
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(told(report, "broken-cube"))
                .isNotEmpty()
                .allSatisfy(told -> assertThat(told)
                        .startsWith("students.csv:3, column 'Sexe : ")
                        .contains("IC-11, "));
    }

    @Test
    void yearFarFromTheOthersIsToldWithItsRow() {
        PublishReport report =
                publish("Sexe : F", "1,a,2020,,1", "2,a,2021,,2", "3,a,2202,,3", "4,a,1961,,4", "5,a,202,,5");
        assertThat(told(report, "far-year"))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("students.csv:4, column 'Sexe : F'")
                        .contains("id/students/3/sexe/F", "is of 2202, and the next ones are of 2021"));
        assertThat(told(report, "date"))
                .singleElement()
                .satisfies(told -> assertThat(told).contains("students.csv:6", "'202'"));
    }

    @Test
    void codeInNoListIsToldForItsColumn() {
        PublishReport report = publish("Sexe : F,Sexe : X", "1,a,2020,,1,2");
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(told(report, "broken-cube"))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("students.csv:2, column 'Sexe : X'")
                        .contains("IC-19, ")
                        .contains("id/students/1/sexe/X", "id/sex/x", "id/sexes"));
    }

    @Test
    void partOfAHeaderThatNoTableKnowsIsTold() {
        PublishReport report = publish("Sexe : F,Sexe : Autre", "1,a,2020,,1,2", "2,b,2020,,1,2");
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(told(report, "lookup"))
                .anySatisfy(told -> assertThat(told).contains("students.csv:2", "Sexe : Autre"));
    }

    @Test
    void columnLikeNoLineIsRefusedWithItsPlace() {
        assertThatThrownBy(() -> publish("Sexe : F,Âge : 20", "1,a,2020,,1,2"))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("students/mapping.yml:12: the column 'Âge : 20', the file's 6., is like");
    }

    @Test
    void columnLikeTwoLinesIsRefusedWithBothAndItsPlace() {
        site.sheet("students", SHEET + "  '{everything} : H': { as: effectif, type: integer, of: skip }\n");
        assertThatThrownBy(() -> publish("Sexe : F,Sexe : H", "1,a,2020,,1,2"))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("students/mapping.yml:37: the column 'Sexe : H', the file's 6., is like"
                        + " '{ventilation} : {modalite}' and like '{everything} : H'");
    }

    @Test
    void rowsOfOneKeyAreToldWithBothCells() {
        PublishReport report = publish("Sexe : F,Sexe : H", "1,a,2020,,1,2", "1,a,2020,,1,30");
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        assertThat(told(report, "broken-cube"))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .startsWith("students.csv:2, column 'Sexe : H'")
                        .contains("ONE-VALUE", "students.csv:3, column 'Sexe : H'"));
    }
}
