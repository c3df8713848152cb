package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NewCommandTest {
    @TempDir
    Path folder;

    private TwoTowns site;

    @BeforeEach
    void site() {
        site = new TwoTowns(folder);
    }

    @Test
    void printsWhatAFileSeemsToHold() throws IOException {
        assertThat(site.run("new", file("code;nom;mail\nA;Un;m@a.fr\nB;Deux;\n")))
                .as(site.said())
                .isZero();
        assertThat(site.said())
                .contains("labs.csv: 2 rows, 3 columns", "UTF-8, cells separated by ';'", "Key: code", "Label: nom")
                .contains("nothing: personal")
                .doesNotContain("m@a.fr");
    }

    @Test
    void speaksFrench() throws IOException {
        assertThat(site.run("new", file("code;nom\nA;Un\nB;Deux\n"), "--lang", "fr"))
                .isZero();
        assertThat(site.said()).contains("2 lignes, 2 colonnes", "devient", "Clé : code", "Libellé : nom");
    }

    @Test
    void whatIsNoCsvFileIsOneSentenceAndNothingIsWritten() throws IOException {
        assertThat(site.run("new", file("<html>\n"))).isEqualTo(1);
        assertThat(site.said().strip()).hasLineCount(1).contains("labs.csv: it is an HTML page");
        assertThat(site.state()).doesNotExist();
    }

    @Test
    void comparesCodesWithWhatIsPublished() throws IOException {
        Files.createDirectories(folder.resolve("ontology/schemes"));
        Files.writeString(folder.resolve("ontology/schemes/systemes-identifiants.ttl"), """
                @prefix ids: <https://w3id.org/pleiade/identifier#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix link: <https://w3id.org/pleiade/link#> . @prefix schema: <http://schema.org/> .
                @prefix dct: <http://purl.org/dc/terms/> .
                <id/systeme-identifiant/town> a ids:System ; skos:notation "town" ; dct:title "Town"@en , "Ville"@fr ;
                  link:key <vocab/t#code> ; schema:valuePattern "[0-9]+" .
                """);
        Path mapping = folder.resolve("mappings/towns/mapping.ttl");
        Files.writeString(
                mapping,
                Files.readString(mapping)
                        .replace(
                                "rml:template \"id/town/{code}\"",
                                "rml:template \"id/town/{code}\" ; rml:class <vocab/t#Town>")
                        .replace(
                                "rml:predicateObjectMap [",
                                "rml:predicateObjectMap [ rml:predicate <vocab/t#code> ; rml:objectMap [ rml:reference \"code\" ] ] ;"
                                        + " rml:predicateObjectMap ["));
        site.publish();
        assertThat(site.run("new", file("id;town\nA;1\nB;2\nC;1\n")))
                .as(site.said())
                .isZero();
        assertThat(site.said()).contains("town → towns", "2 of 2 codes are keys of towns");
    }

    @Test
    void writesAFolderThatPublishesAsItIs() throws IOException {
        assertThat(site.run("new", file("code;nom;mail\nA;Un;m@a.fr\nB;Deux;\n"), "--yes"))
                .as(site.said())
                .isZero();
        assertThat(folder.resolve("mappings/labs")).isDirectory();
        assertThat(site.said()).contains("Written: ", "Copied: ", "pleiade check labs");
        site.publish();
        Path graph = site.release(site.current()).resolve("graphs/labs.nq");
        assertThat(Files.readString(graph))
                .contains("/id/labs/A> <http://www.w3.org/2000/01/rdf-schema#label> \"Un\"@fr ")
                .doesNotContain("m@a.fr");
    }

    @Test
    void aLinkIsWrittenThatPublishingFinds() throws IOException {
        comparesCodesWithWhatIsPublished();
        assertThat(site.run("new", folder.resolve("labs.csv").toString(), "--yes"))
                .as(site.said())
                .isZero();
        site.publish();
        assertThat(Files.readString(site.release(site.current()).resolve("graphs/labs.nq")))
                .contains("/id/labs/A> <http://localhost:8080/vocab/labs#towns> <http://localhost:8080/id/town/1> ");
    }

    @Test
    void whatPeopleSayIsWhatIsWritten() throws IOException {
        assertThat(site.run(
                        "new",
                        file("code;nom\nA;Un\nB;Deux\n"),
                        "--yes",
                        "--name",
                        "mes-labos",
                        "--title",
                        "Mes labos",
                        "--license",
                        "odbl",
                        "--key",
                        "code,nom",
                        "--label",
                        "-",
                        "--lang",
                        "fr"))
                .as(site.said())
                .isZero();
        assertThat(site.said()).contains("Écrit : ");
        assertThat(Files.readString(folder.resolve("mappings/mes-labos/mapping.yml")))
                .contains("title: Mes labos\n", "licence: odbl\n", "is: key, as: nom")
                .doesNotContain("is: label");
        site.publish();
    }

    @Test
    void withoutATerminalAndWithoutYesNothingIsWritten() throws IOException {
        assertThat(site.run("new", file("code;nom\nA;Un\nB;Deux\n"))).isZero();
        assertThat(site.said()).contains("Nothing was written");
        assertThat(folder.resolve("mappings/labs")).doesNotExist();
    }

    @Test
    void anotherVintageIsReadByTheSameSheetOnceThatIsWanted() throws IOException {
        assertThat(site.run("new", file("code;nom\nA;Un\nB;Deux\nC;Trois\n"), "--yes"))
                .as(site.said())
                .isZero();
        site.publish();
        Path sheet = folder.resolve("mappings/labs/mapping.yml");
        String before = Files.readString(sheet);
        Path next = Files.writeString(
                folder.resolve("labs-2025.csv"), "identifiant;nom\nA;Un\nB;Deux\nC;Trois\nD;Quatre\n");
        assertThat(site.run("new", next.toString(), "--like", "labs")).isZero();
        assertThat(site.said()).contains("code → identifiant", "+   \"code | identifiant\":", "Nothing was written");
        assertThat(Files.readString(sheet)).isEqualTo(before);

        assertThat(site.run("new", next.toString(), "--like", "labs", "--yes", "--lang", "fr"))
                .as(site.said())
                .isZero();
        assertThat(site.said()).contains("Écrit : ", "Copié : ");
        site.publish();
        assertThat(Files.readString(site.release(site.current()).resolve("graphs/labs.nq")))
                .contains("/id/labs/D> <http://www.w3.org/2000/01/rdf-schema#label> \"Quatre\"@fr ");
        assertThat(site.run("check", "labs")).as(site.said()).isZero();

        assertThat(site.run("new", next.toString(), "--like", "labs", "--yes")).isEqualTo(1);
        assertThat(site.said()).contains("it is the file of 'labs' already");
        assertThat(site.run("new", next.toString(), "--like", "towns", "--yes")).isEqualTo(1);
        assertThat(site.said()).contains("the mapping of 'towns' is RML");
        assertThat(site.run("new", next.toString(), "--like", "labs", "--key", "nom"))
                .isEqualTo(2);
    }

    /** Each is one sentence on the file, the exit code of bad input, and nothing written. */
    @ParameterizedTest
    @MethodSource("badInput")
    void badInputIsOneSentenceAndNothingIsWritten(String name, byte[] bytes, String sentence) throws IOException {
        Path file = Files.write(folder.resolve(name), bytes);
        Set<String> before = files();
        assertThat(site.run("new", file.toString(), "--yes")).as(site.said()).isEqualTo(1);
        assertThat(site.said().strip().lines().reduce((one, two) -> two).orElseThrow())
                .startsWith("pleiade: " + name)
                .contains(sentence);
        assertThat(files()).isEqualTo(before);
    }

    static List<Arguments> badInput() throws IOException {
        String wide = IntStream.range(0, 10_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        return List.of(
                bad("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"), "save it as CSV"),
                bad("a.csv", zip("one.csv", "two.csv"), "not a CSV file"),
                bad("a.csv", "<!DOCTYPE html>\n<html></html>\n", "an HTML page"),
                bad("a.csv", "code;nom\ncode;nom\nA;Un\n", "the header is there twice"),
                bad("a.csv", "12;2024-01-01;a@b.fr\n13;2024-01-02;b@b.fr\n", "the first line looks like values"),
                bad("a.csv", "nom\nUn\nDeux\n", "there is one column only"),
                bad("a.csv", wide + "\n" + wide.replace('c', 'd') + "\n", "it has 10000 columns"),
                bad("a.csv", "code;code\n1;2\n", "two columns are called 'code'"),
                bad("a.csv", "code;;nom;ville\nA;x;Un;Brest\nB;y;Deux;Rennes\n", "column 2 has no name"),
                bad("a.csv", "", "the file is empty"),
                bad("a.csv", "code;nom\n", "there is a header and no row below it"),
                bad("a.csv", "code;nom\nA;Un\nB;Deux;et\n", "a.csv:3"),
                bad("a.csv", "etat;couleur\nvu;bleu\nvu;bleu\nvu;vert\n", "no key is known"));
    }

    @Test
    void aKeyThatIsNotUniqueATakenNameAndAnUnknownLicenceAreRefused() throws IOException {
        String file = file("code;nom\nA;Un\nB;Deux\nC;Un\n");
        Set<String> before = files();
        assertThat(site.run("new", file, "--yes", "--key", "nom")).isEqualTo(1);
        assertThat(site.said()).contains("labs.csv:4: the key nom is that of line 2 too");
        assertThat(site.run("new", file, "--yes", "--name", "towns")).isEqualTo(1);
        assertThat(site.said()).contains("there is a dataset 'towns' already");
        assertThat(site.run("new", file, "--yes", "--license", "libre")).isEqualTo(1);
        assertThat(site.said()).contains("'libre' is no licence that is known here");
        assertThat(site.run("new", folder.resolve("none.csv").toString(), "--yes"))
                .isEqualTo(1);
        assertThat(site.said()).contains("there is no such file");
        assertThat(files()).isEqualTo(before);
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Arguments bad(String name, String text, String sentence) {
        return bad(name, text.getBytes(StandardCharsets.UTF_8), sentence);
    }

    private static Arguments bad(String name, byte[] bytes, String sentence) {
        return Arguments.of(name, bytes, sentence);
    }

    private static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("labs.csv"), text).toString();
    }
}
