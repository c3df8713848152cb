package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
    @TempDir
    Path folder;

    private TwoTowns site;

    @BeforeEach
    void site() {
        site = new TwoTowns(folder);
    }

    @Test
    void whatIsRightPassesAndNothingIsLeft() throws IOException {
        assertThat(site.run("check")).as(site.said()).isZero();
        assertThat(site.said()).contains("Nothing is wrong.");
        assertThat(site.state()).doesNotExist();
    }

    @Test
    void whatIsWrongIsSaidInTheLanguageAsked() throws IOException {
        nameTownsByNumbers();
        assertThat(site.run("check", "towns", "--lang", "fr")).isEqualTo(1);
        assertThat(site.said()).contains("refus", "towns.csv:2, colonne « name »", "→", "Refusé");
    }

    @Test
    void publishRefusesByTheSameGateAndTheCurrentReleaseStays() throws IOException {
        String before = site.publish();
        nameTownsByNumbers();
        assertThat(site.run("publish")).isEqualTo(1);
        assertThat(site.said()).contains("Refused; nothing was published", "ill-typed-literal");
        assertThat(site.current()).isEqualTo(before);
        try (Stream<Path> releases = Files.list(site.state().resolve("releases"))) {
            assertThat(releases).hasSize(1);
        }
    }

    @Test
    void aRehearsalPrintsWhatTheCheckPrints() throws IOException {
        nameTownsByNumbers();
        site.run("check");
        String checked = site.said().substring(site.said().indexOf("refuse "));
        assertThat(site.run("publish", "--dry-run")).isEqualTo(1);
        assertThat(site.said()).endsWith(checked);
    }

    @Test
    void programsReadJsonAndSarifAndTurtle() throws IOException {
        nameTownsByNumbers();
        site.run("check", "--format", "json");
        assertThat(site.said()).contains("\"refused\": true", "\"rule\": \"ill-typed-literal\"", "\"line\": 2");
        site.run("check", "--format", "sarif");
        assertThat(site.said()).contains("\"version\": \"2.1.0\"", "\"level\": \"error\"", "\"startLine\": 2");
        site.run("check", "--format", "ttl");
        assertThat(site.said()).contains("sh:ValidationReport", "finding:rule \"ill-typed-literal\"");
    }

    @Test
    void theStarsOfEachDatasetFollowAndWhatTheNextOneNeeds() {
        site.run("check");
        assertThat(site.said())
                .contains(
                        "★★★★☆          towns: 4 of 5 stars; the next: link your data to other data to provide context")
                .contains("→ lead to the data of others: by a rule in links.ttl");
        site.run("check", "--lang", "fr");
        assertThat(site.said())
                .contains("towns: 4 étoiles sur 5 ; la suivante : reliez vos données", "→ menez aux données");
        site.run("check", "--format", "json");
        assertThat(site.said())
                .contains("\"dataset\": \"towns\", \"stars\": 4", "\"star\": 5, \"earned\": false", "\"evidence\"");
    }

    @Test
    void whatCannotBeReadIsAFindingWithItsLine() throws IOException {
        Files.writeString(folder.resolve("mappings/towns/mapping.ttl"), "<#a> <#b> .\n");
        assertThat(site.run("check", "--format", "json")).isEqualTo(1);
        assertThat(site.said()).contains("\"rule\": \"unreadable\"", "mapping.ttl", "\"line\": 1");
    }

    @Test
    void aSourceThatCannotBeMappedIsAFindingAndTheRestIsNotChecked() throws IOException {
        Files.writeString(folder.resolve("data/towns.csv"), "code;name\n1;Bourg\n");
        assertThat(site.run("check")).isEqualTo(1);
        assertThat(site.said())
                .contains("wrong-delimiter", "not-checked", "Refused")
                .doesNotContain("Exception");
        assertThat(site.run("publish", "--dry-run")).isEqualTo(1);
    }

    @Test
    void anUnknownDatasetIsMisuseAndTheKnownOnesAreNamed() {
        assertThat(site.run("check", "towns,regions")).isEqualTo(2);
        assertThat(site.said()).contains("the site has no dataset 'towns,regions'; it has towns");
    }

    @Test
    void aSampleIsHeldToWhatIsExpectedAndAFolderWithoutIsSkippedWithAWord() throws IOException {
        assertThat(site.run("check", "towns", "--lang", "fr")).isZero();
        assertThat(site.said()).contains("towns : sans sample.csv, aucun échantillon n'est essayé");

        Path towns = folder.resolve("mappings/towns");
        Files.writeString(towns.resolve("sample.csv"), "code,name\n7,Sept\n8,Huit\n");
        String label = "<http://www.w3.org/2000/01/rdf-schema#label>";
        String seven = "<http://localhost:8080/id/town/7> " + label + " \"Sept\" .\n";
        String eight = "<http://localhost:8080/id/town/8> " + label + " \"Huit\" .\n";
        Files.writeString(towns.resolve("expected.nt"), eight + "# a comment\n\n" + seven);
        assertThat(site.run("check", "--base", "https://data.example.org/"))
                .as(site.said())
                .isZero();
        assertThat(site.said()).doesNotContain("no sample is tried");

        Files.writeString(towns.resolve("expected.nt"), eight + "# a comment\n" + seven.replace("Sept", "Sieben"));
        assertThat(site.run("check", "--format", "json")).isEqualTo(1);
        assertThat(site.said())
                .contains("\"rule\": \"sample\"", "towns/expected.nt", "\"line\": 3", "Sieben", "Sept")
                .doesNotContain("Huit");

        Files.writeString(towns.resolve("expected.nt"), eight);
        assertThat(site.run("check", "towns", "--lang", "fr")).isEqualTo(1);
        assertThat(site.said()).contains("l'échantillon donne « <http://localhost:8080/id/town/7>", "Refusé");
        assertThat(site.run("publish")).as(site.said()).isZero();
    }

    @Test
    void theCellsThatASampleMustRefuseAreComparedToo() throws IOException {
        Path towns = folder.resolve("mappings/towns");
        Path mapping = towns.resolve("mapping.ttl");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace(
                                "rml:reference \"name\"",
                                "rml:reference \"name\" ; rml:datatype <http://www.w3.org/2001/XMLSchema#integer>"));
        site.towns("1,10", "2,20");
        Files.writeString(towns.resolve("sample.csv"), "code,name\n7,70\n8,Huit\n");
        Files.writeString(
                towns.resolve("expected.nt"),
                "<http://localhost:8080/id/town/7> <http://www.w3.org/2000/01/rdf-schema#label>"
                        + " \"70\"^^<http://www.w3.org/2001/XMLSchema#integer> .\n");
        assertThat(site.run("check")).isEqualTo(1);
        assertThat(site.said()).contains("the sample gives '3, name, Huit, ill-typed-literal', which is not expected");

        Files.writeString(
                towns.resolve("expected-findings.csv"), "line,column,value,rule\n3,name,Huit,ill-typed-literal\n");
        assertThat(site.run("check")).as(site.said()).isZero();

        Files.writeString(
                towns.resolve("expected-findings.csv"),
                "line,column,value,rule\n2,name,70,date\n3,name,Huit,ill-typed-literal\n");
        assertThat(site.run("check")).isEqualTo(1);
        assertThat(site.said())
                .contains("towns/expected-findings.csv:2", "the sample does not give '2, name, 70, date'");
    }

    @Test
    void whatASampleGivesIsShownBesideWhatWasExpectedAndAccepted() throws IOException {
        Path towns = folder.resolve("mappings/towns");
        Files.writeString(towns.resolve("sample.csv"), "code,name\n7,Sept\n8,Huit\n");
        String label = "<http://localhost:8080/id/town/%s> <http://www.w3.org/2000/01/rdf-schema#label> \"%s\" .";
        Files.writeString(
                towns.resolve("expected.nt"), label.formatted(7, "Sieben") + "\n" + label.formatted(8, "Huit") + "\n");
        Files.writeString(towns.resolve("expected-findings.csv"), "line,column,value,rule\n2,name,Sept,date\n");
        assertThat(site.run("check", "--accept-sample", "towns"))
                .as(site.said())
                .isZero();
        assertThat(site.said())
                .contains("towns/expected.nt: 1 lines gone, 1 new\n")
                .contains("  - " + label.formatted(7, "Sieben") + "\n  + " + label.formatted(7, "Sept") + "\n")
                .contains("towns/expected-findings.csv: 1 lines gone, 0 new\n  - 2, name, Sept, date\n");
        assertThat(Files.readAllLines(towns.resolve("expected.nt")))
                .containsExactly(label.formatted(7, "Sept"), label.formatted(8, "Huit"));
        assertThat(Files.readAllLines(towns.resolve("expected-findings.csv")))
                .containsExactly("line,column,value,rule");
        assertThat(site.run("check", "towns")).as(site.said()).isZero();
        assertThat(site.run("check", "--accept-sample", "towns", "--lang", "fr"))
                .isZero();
        assertThat(site.said()).contains("towns/expected.nt : comme avant");
    }

    @Test
    void aSampleIsNotAcceptedWhereTheMappingIsAtFaultOrThereIsNone() throws IOException {
        Path towns = folder.resolve("mappings/towns");
        assertThat(site.run("check", "--accept-sample", "towns")).isEqualTo(2);
        assertThat(site.said()).contains("towns has no sample.csv");
        assertThat(site.run("check", "--accept-sample", "regions")).isEqualTo(2);
        assertThat(site.said()).contains("the site has no dataset 'regions'");
        assertThat(site.run("check", "towns", "--accept-sample", "towns")).isEqualTo(2);

        Files.writeString(towns.resolve("sample.csv"), "code,label\n7,Sept\n");
        Files.writeString(towns.resolve("expected.nt"), "# nothing\n");
        assertThat(site.run("check", "--accept-sample", "towns")).isEqualTo(1);
        assertThat(site.said()).contains("unreadable", "name").doesNotContain("Exception");
        assertThat(towns.resolve("expected.nt")).hasContent("# nothing\n");
        assertThat(towns.resolve("expected-findings.csv")).doesNotExist();
    }

    @Test
    void theHarvestIsRehearsedWhereItIsAskedFor() {
        assertThat(site.run("check", "--harvest")).isZero();
        assertThat(site.said())
                .contains("towns\n  data.europa.eu: ", "  data.gouv.fr: ", " of 9\n", "CKAN drops: ")
                .containsPattern("-30 +.*keywords");
        assertThat(site.run("check", "--harvest", "--lang", "fr")).isZero();
        assertThat(site.said())
                .contains("data.gouv.fr : ", " sur 9\n", "CKAN ignore : ")
                .containsPattern("-30 +il a des mots-clés\u202f: dcat:keyword manque");
        assertThat(site.run("check")).isZero();
        assertThat(site.said()).doesNotContain("data.gouv.fr");
        assertThat(site.run("check", "--harvest", "--format", "sarif")).isEqualTo(2);
        assertThat(site.said()).contains("leave --format out");
    }

    @Test
    void programsGetTheFiguresOfTheHarvestThatPeopleGet() {
        assertThat(site.run("check", "--harvest", "--format", "json")).isZero();
        String json = site.said().substring(site.said().indexOf("{\"refused\""));
        JsonNode harvest = JsonMapper.shared().readTree(json).get("harvest");
        assertThat(harvest.size()).isEqualTo(1);
        JsonNode europa = harvest.at("/0/scores/0");
        assertThat(harvest.at("/0/dataset").asString()).isEqualTo("towns");
        assertThat(europa.get("most").asInt()).isEqualTo(405);
        int sum = 0;
        for (JsonNode point : europa.get("points")) {
            sum += point.get("got").asInt();
        }
        assertThat(europa.get("total").asInt()).isEqualTo(sum);
        assertThat(europa.at("/points/0/id").asString()).isEqualTo("keyword");
        assertThat(europa.at("/points/0/got").asInt()).isZero();
        assertThat(europa.at("/points/0/why/fr").asString()).isEqualTo("dcat:keyword manque");
        assertThat(harvest.at("/0/fields/0/fates/data.gouv.fr/kind").asString()).isNotEmpty();
        assertThat(site.run("check", "--harvest")).isZero();
        assertThat(site.said())
                .contains("data.europa.eu: %s of 405"
                        .formatted(europa.get("total").asInt()));
        assertThat(site.run("check", "--format", "json")).isZero();
        assertThat(site.said()).doesNotContain("\"harvest\"");
    }

    @Test
    void aSampleThatIsNoCsvIsAFinding() throws IOException {
        Path towns = folder.resolve("mappings/towns");
        Files.writeString(towns.resolve("sample.csv"), "code,name\n7,Sept,un\n");
        Files.writeString(towns.resolve("expected.nt"), "");
        assertThat(site.run("check")).isEqualTo(1);
        assertThat(site.said()).contains("unreadable").doesNotContain("Exception");
    }

    private void nameTownsByNumbers() throws IOException {
        site.towns("1,Bourg", "2,Rennes");
        Path mapping = folder.resolve("mappings/towns/mapping.ttl");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace(
                                "rml:reference \"name\"",
                                "rml:reference \"name\" ; rml:datatype <http://www.w3.org/2001/XMLSchema#integer>"));
        Path catalog = folder.resolve("mappings/catalog.ttl");
        Files.writeString(catalog, Files.readString(catalog) + """
                <catalog> <https://w3id.org/pleiade/gate#policy> [ <https://w3id.org/pleiade/gate#rule> "ill-typed-literal" ;
                  <https://w3id.org/pleiade/gate#severity> "refuse" ; rdfs:comment "Numbers only."@en ] .
                """);
    }
}
