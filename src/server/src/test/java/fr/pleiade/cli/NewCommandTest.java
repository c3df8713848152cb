package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("labs.csv"), text).toString();
    }
}
