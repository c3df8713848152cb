package fr.pleiade.draft.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.KeyCheck;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.draft.sample.Expectation;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetFolderTest {
    private static final String BASE = "http://a.example/";
    private static final Path ONTOLOGY = Path.of("ontology");
    private static final NewDataset LABS =
            new NewDataset("labs", "Laboratoires", "licence-ouverte-2.0", "tests", "2024", "fr");

    @TempDir
    Path site;

    private Path mappings = Path.of("");

    @BeforeEach
    void folders() throws IOException {
        mappings = Files.createDirectories(site.resolve("mappings"));
        Files.createDirectories(site.resolve("data"));
    }

    @Test
    void aSheetHasALineForEachColumnInTheOrderOfTheFile() throws IOException {
        Path folder = written("code;nom;ouverture;places;mail;vide\nA;Un;2001;12;m@a.fr;\nB;Deux;2002;13;n@a.fr;\n");
        String sheet = Files.readString(folder.resolve("mapping.yml"));
        assertThat(sheet).contains("""
                url: labs.csv
                dialect: { delimiter: ";" }
                lang: fr
                class: { as: Labs, fr: Laboratoires }
                about:
                  title: Laboratoires
                """).contains("""
                  licence: licence-ouverte-2.0
                  publisher: tests
                  version: "2024"
                  language: fr
                columns:
                """);
        assertThat(sheet.substring(sheet.indexOf("columns:\n")).lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "columns:",
                        " code: { is: key, type: code }",
                        " nom: { is: label, type: text }",
                        " ouverture: year",
                        " places: integer",
                        " mail: { skip: personal } # looks like e-mail addresses",
                        " vide: { skip: empty }");
    }

    @Test
    void aNameThatThePlatformsVocabularyHasIsRefused() {
        assertThatThrownBy(() -> new NewDataset("quality", "Qualité", "licence-ouverte-2.0", "tests", "", "fr"))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining("vocab/quality");
    }

    @Test
    void theSampleGivesTheExpectedTriples() throws IOException {
        Path folder = written("code;nom;places\nA;Un;12\nB;Deux;\n");
        String labs = "<http://localhost:8080/vocab/labs#";
        String a = "<http://localhost:8080/id/labs/A> ";
        String b = "<http://localhost:8080/id/labs/B> ";
        String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> " + labs + "Labs> .";
        String notation = "<http://www.w3.org/2004/02/skos/core#notation> ";
        String label = "<http://www.w3.org/2000/01/rdf-schema#label> ";
        assertThat(Files.readAllLines(folder.resolve("expected.nt")))
                .containsExactlyInAnyOrder(
                        a + type,
                        a + notation + "\"A\" .",
                        a + label + "\"Un\"@fr .",
                        a + labs + "places> \"12\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                        b + type,
                        b + notation + "\"B\" .",
                        b + label + "\"Deux\"@fr .");
        assertThat(differences(folder)).isEmpty();
    }

    @Test
    void theSampleHasTheFirstRowsTheLongestOnesWithEmptyCellsAndOnesWithBadCells() throws IOException {
        StringBuilder csv = new StringBuilder("code;nom;taille;note\n");
        for (int i = 10; i < 99; i++) {
            String size = i == 60 ? "beaucoup" : "1" + i;
            csv.append("L%d;Labo %d%s;%s;%s\n"
                    .formatted(i, i, i == 50 ? " de très loin" : "", size, i == 70 ? "" : "oui"));
        }
        Path folder = written(csv.toString());
        assertThat(Files.readAllLines(folder.resolve("sample.csv")))
                .containsExactly(
                        "code;nom;taille;note",
                        "L10;Labo 10;110;oui",
                        "L11;Labo 11;111;oui",
                        "L12;Labo 12;112;oui",
                        "L50;Labo 50 de très loin;150;oui",
                        "L60;Labo 60;beaucoup;oui",
                        "L70;Labo 70;170;");
        assertThat(Files.readString(folder.resolve("expected-findings.csv")))
                .isEqualTo("line,column,value,rule\r\n6,taille,beaucoup,integer\r\n");
        assertThat(differences(folder)).isEmpty();
    }

    @Test
    void whatIsPersonalIsInNoFileOfTheFolder() throws IOException {
        Path folder =
                written("code;nom;Courriel;Téléphone\nA;Un;ada@a.fr;02 99 00 00 01\nB;Deux;bob@a.fr;02 99 00 00 02\n");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("ada@", "02 99 00", "bob@");
            }
        }
        assertThat(Files.readAllLines(folder.resolve("sample.csv")).get(0)).isEqualTo("code;nom");
    }

    @Test
    void oddHeadersAreReadAsTheyAre() throws IOException {
        Path folder = written("code,a | b,Fermé?,*,\"q\"\"q\",a: b,#x,oui, bord,@type,é\"à\n"
                + "A,v1,v2,v3,v4,v5,v6,v7,v8,v9,v10\nB,w1,w2,w3,w4,w5,w6,w7,w8,w9,w10\n");
        String triples = Files.readString(folder.resolve("expected.nt"));
        for (int i = 1; i <= 10; i++) {
            assertThat(triples).contains("\"v" + i + "\"", "\"w" + i + "\"");
        }
    }

    @Test
    void columnsThatAreAlikeAreTermsOfTheirOwn() throws IOException {
        Path folder = written("code,Nom,Date ouverture,date_ouverture,DateOuverture\nA,x,r,s,t\nB,y,u,v,w\n");
        List<String> properties = Files.readAllLines(folder.resolve("expected.nt")).stream()
                .filter(line -> line.matches(".*\"[rst]\".*"))
                .map(line -> line.split(" ")[1])
                .toList();
        assertThat(properties).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void aKeyOfSeveralColumnsIsSaidByEach() throws IOException {
        Path folder = written("annee;site;effectif\n2020;S1;1\n2020;S2;2\n2021;S1;3\n2021;S2;3\n");
        assertThat(Files.readString(folder.resolve("mapping.yml")).replaceAll(" +", " "))
                .contains(" annee: { is: key, as: annee, type: year }", " site: { is: key, as: site, type: ");
        assertThat(Files.readString(folder.resolve("expected.nt"))).contains("/id/labs/2020-S1>");
    }

    @Test
    void whatIsNotOfTheSystemOfItsKeyLosesNoRow() throws IOException {
        StringBuilder csv = new StringBuilder("uai,nom\nUNIV,Ensemble\n");
        // The letters are those at the remainder of the number divided by 23 in ABCDEFGHJKLMNPRSTUVWXYZ.
        for (String uai : List.of("0000001B", "0000002C", "0000003D", "0000004E", "0000005F", "0000006G", "0000007H")) {
            csv.append(uai).append(",École ").append(uai).append('\n');
        }
        Path folder = written(csv.toString());
        assertThat(Files.readString(folder.resolve("mapping.yml")))
                .contains("{ is: key, type: code } # no uai, which would lose 1 rows");
        assertThat(Files.readString(folder.resolve("expected.nt"))).contains("/id/labs/UNIV>");
    }

    @Test
    void theSampleIsWrittenAsTheFileIs() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        Path file = site.resolve("data/labs.csv");
        Files.write(
                file,
                "Liste des écoles;;\ncode;nom;ville\nA;École d'été;Rennes\nB;\"Une \"\"autre\"\"\";Brest\n"
                        .getBytes(windows));
        Path folder = written(file);
        assertThat(Files.readString(folder.resolve("sample.csv"), windows))
                .isEqualTo("\ncode;nom;ville\nA;École d'été;Rennes\nB;\"Une \"\"autre\"\"\";Brest\n");
        assertThat(Files.readString(folder.resolve("mapping.yml")))
                .contains("dialect: { encoding: windows-1252, delimiter: \";\", skipRows: 1 }");
        assertThat(Files.readString(folder.resolve("expected.nt")))
                .contains("\"École d'été\"@fr", "\"Une \\\"autre\\\"\"@fr");
    }

    @Test
    void thePageHasATableOfTheColumns() throws IOException {
        Path folder = written("code;nom;a|b\nA;Un;<x>\nB;Deux;\n");
        assertThat(Files.readString(folder.resolve("README.md")))
                .startsWith("# Laboratoires\n")
                .contains(
                        "| code | key, code | 2 | 2 | A |",
                        "| nom | label, text | 2 | 2 | Un |",
                        "| a\\|b | text | 1 | 1 | &lt;x> |");
    }

    @Test
    void aFileFromElsewhereIsCopiedAmongTheSources() throws IOException {
        Path file = Files.writeString(site.resolve("labs.csv"), "code;nom\nA;Un\nB;Deux\n");
        Path folder = written(file);
        assertThat(site.resolve("data/labs/labs.csv")).hasSameBinaryContentAs(file);
        assertThat(Files.readString(folder.resolve("mapping.yml"))).contains("url: labs/labs.csv\n");
    }

    @Test
    void nothingIsWrittenOver() throws IOException {
        Path file = Files.writeString(site.resolve("labs.csv"), "code;nom\nA;Un\nB;Deux\n");
        Path other = site.resolve("data/labs/labs.csv");
        Files.createDirectories(other.resolveSibling("."));
        Files.writeString(other, "another");
        assertThatThrownBy(() -> written(file)).hasMessageContaining("another file is there");
        assertThat(other).hasContent("another");
        assertThat(mappings.resolve("labs")).doesNotExist();

        Files.createDirectories(mappings.resolve("labs"));
        assertThatThrownBy(() -> written(file)).hasMessageContaining("there is a dataset 'labs' already");
        assertThat(mappings.resolve("labs")).isEmptyDirectory();
    }

    @Test
    void whatFailsLeavesNothingBehind() throws IOException {
        Path file = Files.writeString(site.resolve("labs.csv"), "code;nom\nA;Un\nB;Deux\n");
        NewDataset unlicensed = LABS.with(Optional.empty(), Optional.empty(), Optional.of("licence-ouvert"));
        assertThatThrownBy(() -> writer().write(file, profile(file), unlicensed, Locale.ENGLISH))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining(
                        "'licence-ouvert' is no licence that is known here; did you mean licence-ouverte?");
        try (Stream<Path> left = Files.walk(site)) {
            assertThat(left.map(path -> site.relativize(path).toString()))
                    .containsExactlyInAnyOrder("", "data", "mappings", "labs.csv");
        }
    }

    @Test
    void aKeyMustNameEachRow() throws IOException {
        Path file = Files.writeString(site.resolve("labs.csv"), "code;nom;n\nA;Un;1\nB;Deux;\nA;Trois;3\n");
        FileProfile profile = profile(file);
        assertThatThrownBy(() -> KeyCheck.require(List.of("code"), file, profile))
                .hasMessageContaining("labs.csv:4: the key code is that of line 2 too");
        assertThatThrownBy(() -> KeyCheck.require(List.of("n"), file, profile))
                .hasMessageContaining("labs.csv:3: 'n' is empty");
        assertThatThrownBy(() -> KeyCheck.require(List.of("cod"), file, profile))
                .hasMessageContaining("there is no column 'cod'; did you mean 'code'?");
        KeyCheck.require(List.of("code", "nom"), file, profile);
        assertThatThrownBy(() -> writer().write(file, profile.withKey(List.of()), LABS, Locale.ENGLISH))
                .hasMessageContaining("no key is known");
    }

    private Path written(String csv) throws IOException {
        return written(Files.writeString(site.resolve("data/labs.csv"), csv, StandardCharsets.UTF_8));
    }

    private Path written(Path file) {
        return writer().write(file, profile(file), LABS, Locale.ENGLISH).folder();
    }

    private static FileProfile profile(Path file) {
        return new Profiler(Site.identifierSystems(ONTOLOGY, BASE), PublishedKeys.NONE).profile(file);
    }

    private DatasetFolder writer() {
        return new DatasetFolder(
                mappings,
                site.resolve("data"),
                BASE,
                Prefixes.of(Map.of()),
                base -> Site.identifierSystems(ONTOLOGY, base));
    }

    private static List<?> differences(Path folder) {
        return new Expectation(folder.resolve("mapping.yml"), "labs")
                .differences(base -> Site.identifierSystems(ONTOLOGY, base));
    }
}
