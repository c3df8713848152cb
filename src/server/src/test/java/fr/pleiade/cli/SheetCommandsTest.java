package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.ColumnSheetSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands take a column sheet for a mapping, and what they say is of its lines. */
class SheetCommandsTest {
    @TempDir
    private Path folder;

    private ColumnSheetSite site;
    private final StringWriter said = new StringWriter();

    @BeforeEach
    void writeSite() {
        site = new ColumnSheetSite(folder);
    }

    @Test
    void checkAndPublishTakeIt() {
        assertThat(run("check", "--site", folder.toString()))
                .as(said.toString())
                .isZero();
        assertThat(run("publish", "--site", folder.toString()))
                .as(said.toString())
                .isZero();
        assertThat(folder.resolve("var/current")).exists();
    }

    @Test
    void mapTakesItWithWhatItSaysOfTheDataset() throws IOException {
        Path out = folder.resolve("out.nt");
        assertThat(run(
                        "map",
                        "-m",
                        folder.resolve("mappings/towns/mapping.yml").toString(),
                        "--sources",
                        folder.resolve("data").toString(),
                        "--quiet",
                        "-o",
                        out.toString()))
                .isZero();
        assertThat(Files.readAllLines(out))
                .contains("<http://localhost:8080/id/towns/35238> <http://localhost:8080/vocab/towns#habitants>"
                        + " \"222485\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
    }

    @Test
    void mapAsCsvwRefusesOtherMappings() throws IOException {
        Path rml = Files.writeString(folder.resolve("m.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <#m> a rml:TriplesMap ; rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source "a.csv" ] ;
                  rml:subjectMap [ rml:template "id/{a}" ] .
                """);
        assertThat(run("map", "-m", rml.toString(), "--as", "csvw")).isEqualTo(1);
    }

    @Test
    void checkTellsAllThatIsWrongInASheetWithTheLines() throws IOException {
        edit("towns", "licence-ouverte-2.0", "licence-ouvert");
        assertThat(run("check", "--site", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("towns/mapping.yml:5", "did you mean licence-ouverte?");
    }

    @Test
    void checkTellsOfAColumnThatIsNotInTheFile() throws IOException {
        edit("towns", "Habitants:", "Habitant:");
        assertThat(run("check", "--site", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("towns/mapping.yml", "Habitant", "Habitants");
    }

    @Test
    void checkSaysAtTheLineWhereToNameADatasetThatIsNot() throws IOException {
        edit("schools", "link: towns", "link: town");
        assertThat(run("check", "--site", folder.toString())).isEqualTo(1);
        assertThat(said.toString()).contains("schools/mapping.yml:11", "did you mean towns?");
    }

    private void edit(String slug, String text, String by) throws IOException {
        Path sheet = folder.resolve("mappings/" + slug + "/mapping.yml");
        String before = Files.readString(sheet);
        assertThat(before).contains(text);
        site.sheet(slug, before.replace(text, by));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        CommandLine command = Pleiade.commandLine();
        command.setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));
        return command.execute(all.toArray(String[]::new));
    }
}
