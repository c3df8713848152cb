package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Two publications of two towns, and what {@code releases} says of them. */
class ReleasesCommandTest {
    @TempDir
    Path site;

    private final StringWriter out = new StringWriter();
    private String first = "";
    private String second = "";

    @BeforeEach
    void publishTwice() throws IOException {
        write("mappings/catalog.ttl", "<catalog> a dcat:Catalog ; dct:title \"Towns\" .");
        write("mappings/towns/dataset.ttl", "<dataset/towns> a dcat:Dataset ; dct:title \"Towns\" .");
        write("mappings/towns/mapping.ttl", """
                <#Town> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "towns.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/town/{code}" ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "name" ] ] .
                """);
        Files.createDirectories(site.resolve("ontology"));
        first = publish("code,name\n1,Bourg\n2,Rennes\n");
        second = publish("code,name\n1,Bourg-en-Bresse\n3,Brest\n");
    }

    @Test
    void releasesAreListedTheNewestFirst() {
        assertThat(run("list")).isZero();
        assertThat(out.toString()
                        .lines()
                        .skip(1)
                        .map(line -> line.substring(0, 14).strip()))
                .containsExactly("* " + second, first);
    }

    @Test
    void aReleaseIsShownWithItsGraphs() {
        assertThat(run("show", first.substring(0, 8))).isZero();
        assertThat(out.toString()).contains("Release " + first, "towns", "2 rows, 2 triples, 2 entities");
    }

    @Test
    void aDifferenceIsTold() {
        assertThat(run("diff", first, second)).isZero();
        assertThat(out.toString())
                .contains(
                        "Bourg-en-Bresse: renamed from \"Bourg\" to \"Bourg-en-Bresse\"",
                        "Brest: created",
                        "Rennes: removed");
        assertThat(run("diff", first, second, "--lang", "fr")).isZero();
        assertThat(out.toString()).contains("Brest : création");
    }

    @Test
    void aRollbackIsListed() {
        assertThat(run("rollback")).isZero();
        assertThat(out.toString()).contains("Release " + first);
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("* " + first);
    }

    @Test
    void whatAKilledPublicationLeftIsSaidAndRemoved() throws IOException {
        Path left = Files.createDirectories(site.resolve("var/building-1/work"));
        assertThat(run("list")).isZero();
        assertThat(out.toString())
                .contains("building-1 was left unfinished by a process that was killed; it is removed.");
        assertThat(left).doesNotExist();
    }

    @Test
    void prunedReleasesAreSaidToHaveNoIndex() {
        assertThat(run("prune", "--keep", "1")).isZero();
        assertThat(out.toString()).contains("1 releases pruned");
        assertThat(run("list")).isZero();
        assertThat(out.toString()).contains("(pruned: no index)");
    }

    @Test
    void anUnknownReleaseIsMisuse() {
        assertThat(run("show", "zzz")).isEqualTo(2);
        assertThat(out.toString()).contains("0 releases have an id that begins with 'zzz'");
    }

    private String publish(String csv) throws IOException {
        Files.createDirectories(site.resolve("data"));
        Files.writeString(site.resolve("data/towns.csv"), csv);
        assertThat(execute("publish", "--site", site.toString()))
                .as(out.toString())
                .isZero();
        return Files.readSymbolicLink(site.resolve("var/current")).getFileName().toString();
    }

    private int run(String subcommand, String... arguments) {
        out.getBuffer().setLength(0);
        String[] all = new String[arguments.length + 4];
        all[0] = "releases";
        all[1] = subcommand;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[arguments.length + 2] = "--site";
        all[arguments.length + 3] = site.toString();
        return execute(all);
    }

    private int execute(String... arguments) {
        CommandLine command = Pleiade.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return command.execute(arguments);
    }

    private void write(String name, String turtle) throws IOException {
        Path file = site.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                @prefix rml: <http://w3id.org/rml/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                """ + turtle);
    }
}
