package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** A site of one dataset of towns in a folder, and the command line run on it in this process. */
final class TwoTowns {
    private final Path folder;
    private final StringWriter out = new StringWriter();

    TwoTowns(Path folder) {
        this.folder = folder;
        turtle(
                "mappings/catalog.ttl",
                "<catalog> a dcat:Catalog ; dct:title \"Towns\" . <id/agent/tests> a rdfs:Resource .");
        turtle(
                "mappings/towns/dataset.ttl",
                "<dataset/towns> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title \"Towns\" ; "
                        + "dct:publisher <id/agent/tests> ; dct:description \""
                        + "Two towns, invented for tests. ".repeat(4) + "\" .");
        turtle("mappings/towns/mapping.ttl", """
                <#Town> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "towns.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/town/{code}" ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "name" ] ] .
                """);
        turtle("ontology/vocabulary.ttl", "<vocab/t#Town> rdfs:subClassOf [ rdfs:label \"a place\" ] .");
        towns("1,Bourg", "2,Rennes");
    }

    void towns(String... rows) {
        write("data/towns.csv", "code,name\n" + String.join("\n", rows) + "\n");
    }

    Path folder() {
        return folder;
    }

    Path state() {
        return folder.resolve("var");
    }

    /** Publishes, which must succeed. {@return the id of the release that is current then} */
    String publish() {
        assertThat(run("publish")).as(said()).isZero();
        return current();
    }

    String current() {
        try {
            return Files.readSymbolicLink(state().resolve("current"))
                    .getFileName()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path release(String id) {
        return state().resolve("releases").resolve(id);
    }

    /** {@return the exit code of a command with its arguments} */
    int run(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--site");
        all.add(folder.toString());
        CommandLine command = Pleiade.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        return command.execute(all.toArray(String[]::new));
    }

    /** {@return all that the last command said} */
    String said() {
        return out.toString();
    }

    private void turtle(String name, String turtle) {
        write(name, """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                @prefix rml: <http://w3id.org/rml/> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                """ + turtle);
    }

    private void write(String name, String text) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
