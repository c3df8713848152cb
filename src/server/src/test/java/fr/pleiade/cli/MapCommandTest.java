package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {
    @TempDir
    Path folder;

    private Path out;
    private String errors = "";

    @BeforeEach
    void writeMapping() throws IOException {
        out = folder.resolve("out.nq");
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/{kind}" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/p> ; rml:objectMap [ rml:reference "link" ; rml:termType rml:IRI ] ] .
                """);
        Files.writeString(folder.resolve("a.csv"), "kind,link\na,http://e/1\na,http://e/1\n");
    }

    @Test
    void aCompleteRunExitsWith0() throws IOException {
        assertThat(map("--base", "http://b/")).isZero();
        assertThat(Files.readAllLines(out))
                .containsExactly(
                        "<http://b/id/a> <http://e/p> <http://e/1> .", "<http://b/id/a> <http://e/p> <http://e/1> .");
        assertThat(errors).contains("2 rows, 2 triples, 0 findings in ");
    }

    @Test
    void distinctWritesEachTripleOnce() throws IOException {
        assertThat(map("--distinct", "--threads", "1")).isZero();
        assertThat(Files.readAllLines(out)).hasSize(1);
        assertThat(errors).contains("2 rows, 1 triples");
    }

    @Test
    void theSuffixChoosesTheSyntax() throws IOException {
        out = folder.resolve("out.ttl");
        assertThat(map()).isZero();
        assertThat(Files.readString(out)).contains("<http://localhost:8080/id/a> <http://e/p> <http://e/1>");
    }

    @Test
    void aSuffixOfNoSyntaxIsRefusedBeforeAnythingIsRead() throws IOException {
        Files.delete(folder.resolve("mapping.ttl"));
        for (String name : List.of("out.csv", "out.csv.gz", "out.json", "out.xml")) {
            out = folder.resolve(name);
            assertThat(map()).isEqualTo(2);
            assertThat(errors)
                    .contains(name + ": no syntax has this suffix")
                    .contains(".nq")
                    .contains(".jsonld");
            assertThat(out).doesNotExist();
        }
    }

    @Test
    void aSuffixInCapitalsMeansTheSame() throws IOException {
        for (String name : List.of("ttl", "nt", "nq", "rdf", "jsonld", "trig", "nq.gz", "gz", "ttl.gz")) {
            out = folder.resolve("small." + name);
            assertThat(map()).as(name).isZero();
            out = folder.resolve("LARGE." + name.toUpperCase(Locale.ROOT));
            assertThat(map()).as(name).isZero();
            assertThat(out).hasSameBinaryContentAs(folder.resolve("small." + name));
        }
    }

    @Test
    void aDamagedArchiveIsOneSentence() throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ rml:path "a.tar.xz" ; rml:compression rml:tarxz ] ] ;
                  rml:subjectMap [ rml:template "id/{kind}" ; rml:class <http://e/C> ] .
                """);
        for (String content : List.of("", "x", "a text that is no archive, however long it is, and of several words")) {
            Files.writeString(folder.resolve("a.tar.xz"), content);
            assertThat(map("--quiet")).isEqualTo(1);
            assertThat(errors.strip().lines())
                    .singleElement()
                    .asString()
                    .contains("a.tar.xz: is not a complete TAR.XZ file");
            assertThat(errors).doesNotContain("null");
            assertThat(out).doesNotExist();
        }
    }

    private void mapToGraphs(String predicate, String value) throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "http://e/{k}" ; rml:graphMap [ rml:template "http://e/g/{k}" ] ] ;
                  rml:predicateObjectMap [ rml:predicate <%s> ; rml:objectMap [ rml:reference "v" ] ] .
                """.formatted(predicate));
        Files.writeString(folder.resolve("a.csv"), "k,v\n1,a\n2," + value + "\n");
    }

    @Test
    void jsonLdKeepsGraphsAndSyntaxesWithoutGraphsSaySo() throws IOException {
        mapToGraphs("http://e/p", "b");
        out = folder.resolve("out.jsonld");
        assertThat(map()).isZero();
        assertThat(Files.readString(out)).contains("http://e/g/1", "http://e/g/2");
        assertThat(errors).doesNotContain("without their graph");
        for (String suffix : List.of("nt", "ttl", "rdf")) {
            out = folder.resolve("out." + suffix);
            assertThat(map()).isZero();
            assertThat(errors).contains("2 triples are written without their graph");
        }
        assertThat(Files.readAllLines(folder.resolve("out.nt")))
                .containsExactly("<http://e/1> <http://e/p> \"a\" .", "<http://e/2> <http://e/p> \"b\" .");
    }

    @Test
    void graphsThatATargetCannotNameAreSaidToo() throws IOException {
        for (String format : List.of("N-Triples", "Turtle", "N-Quads", "TriG")) {
            mapToGraphs("http://e/p", "b");
            String mapping = Files.readString(folder.resolve("mapping.ttl"));
            Files.writeString(
                    folder.resolve("mapping.ttl"), mapping.replace("rml:reference \"v\"", """
                    rml:reference "v" ; rml:logicalTarget [ rml:target [ rml:path "target" ; rml:root rml:MappingDirectory ] ;
                      rml:serialization <http://www.w3.org/ns/formats/%s> ]""".formatted(format)));
            assertThat(map("--quiet")).as(format).isZero();
            assertThat(out).isEmptyFile();
            assertThat(folder.resolve("target")).content().contains("http://e/1");
            assertThat(errors.contains("2 triples are written without their graph"))
                    .as(format + ": " + errors)
                    .isEqualTo(format.equals("N-Triples") || format.equals("Turtle"));
        }
    }

    @Test
    void whatRdfXmlCannotHoldExitsWith1InOneLineAndLeavesNoFile() throws IOException {
        out = folder.resolve("out.rdf");
        mapToGraphs("http://ex.org/p/1", "b");
        assertThat(map("--quiet")).isEqualTo(1);
        assertThat(errors.strip().lines()).hasSize(1);
        assertThat(errors).contains("<http://ex.org/p/1>").contains("RDF/XML");
        mapToGraphs("http://ex.org/p", "b\u0001c");
        assertThat(map("--quiet")).isEqualTo(1);
        assertThat(errors.strip().lines()).hasSize(1);
        assertThat(errors).contains("U+0001");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("mapping.ttl", "a.csv");
        }
    }

    @Test
    void aValueThatCannotBeMappedIsReportedAndExitsWith1() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "kind,link\na,http://e/1\nb,not an IRI\n");
        assertThat(map()).isEqualTo(1);
        assertThat(Files.readAllLines(out)).hasSize(1);
        assertThat(errors).contains("[invalid-iri] a.csv:3, column 'link', value 'not an IRI'");
    }

    @Test
    void stoppingAtAnErrorWritesNothing() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "kind,link\na,http://e/1\nb,not an IRI\n");
        assertThat(map("--on-error", "stop")).isEqualTo(1);
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.csv", "mapping.ttl");
        }
    }

    @Test
    void systemsNamesTheDeclarationsWhoseCodesAreRead() throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                @prefix fn: <https://w3id.org/pleiade/function#> .
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/{kind}" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/p> ; rml:objectMap [ rml:functionExecution [
                    rml:function fn:code ;
                    rml:input [ rml:parameter fn:system ; rml:inputValue "seat" ] ,
                      [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "link" ] ] ] ] ] .
                """);
        Path systems = folder.resolve("systems.ttl");
        Files.writeString(systems, """
                @prefix ids: <https://w3id.org/pleiade/identifier#> .
                <s> a ids:System ; <http://www.w3.org/2004/02/skos/core#notation> "seat" ; ids:letters "upper" ;
                  <http://schema.org/valuePattern> "[0-9]{1,2}[A-F]" .
                """);
        Files.writeString(folder.resolve("a.csv"), "kind,link\na,12c\n");
        assertThat(map("--systems", systems.toString())).isZero();
        assertThat(Files.readString(out)).contains("\"12C\"");

        Files.writeString(systems, Files.readString(systems).replace("upper", "big"));
        assertThat(map("--systems", systems.toString())).isEqualTo(1);
        assertThat(errors).contains("systems.ttl:2: 'big': expected upper or lower");

        assertThat(map("--site", folder.toString())).isEqualTo(1);
        assertThat(errors).contains("mapping.ttl:6: ").contains("there is no function fn:code");
        assertThat(map()).isEqualTo(1);
        assertThat(errors).contains("fn:system is 'seat', expected one of academie, ");
    }

    @Test
    void aFaultyMappingNamesItsLinesAndExitsWith1() throws IOException {
        Files.writeString(
                folder.resolve("mapping.ttl"), "@prefix rml: <http://w3id.org/rml/> .\n<#m> rml:logicalSource 7 .\n");
        assertThat(map()).isEqualTo(1);
        assertThat(errors).contains("mapping.ttl:2: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingSourceExitsWith1() throws IOException {
        Files.delete(folder.resolve("a.csv"));
        assertThat(map()).isEqualTo(1);
        assertThat(errors).contains("a.csv: there is no such file");
    }

    @Test
    void misuseExitsWith2AndABrokenEnvironmentWith3() {
        assertThat(map("--no-such-option")).isEqualTo(2);
        out = folder.resolve("no/such/folder/out.nq");
        assertThat(map()).isEqualTo(3);
    }

    @Test
    void explainPrintsThePlan() {
        assertThat(printed("--explain")).contains("<http://e/p> → {link} as IRI");
        assertThat(out).doesNotExist();
    }

    @Test
    void asRmlPrintsTheMapping() {
        assertThat(printed("--as", "rml")).startsWith("@prefix rml: ").contains("rml:reference \"link\"");
        assertThat(out).doesNotExist();
    }

    @Test
    void csvwMetadataIsConverted() throws IOException {
        Files.writeString(folder.resolve("m.json"), """
                {"@context": "http://www.w3.org/ns/csvw", "url": "a.csv", "tableSchema": {"aboutUrl": "id/{kind}", "columns": [
                  {"name": "kind", "titles": "kind", "suppressOutput": true},
                  {"name": "link", "titles": "link", "propertyUrl": "http://e/p", "valueUrl": "{+link}"}]}}
                """);
        assertThat(csvw("m.json", "--minimal")).isZero();
        assertThat(Files.readAllLines(out)).containsOnly("<http://b/id/a> <http://e/p> <http://e/1> .");
        assertThat(errors).contains("2 triples, 0 findings");
        assertThat(csvw("m.json")).isZero();
        assertThat(Files.readString(out)).contains("<http://www.w3.org/ns/csvw#rownum>");
    }

    @Test
    void aCsvFileIsConvertedByItsHeader() throws IOException {
        assertThat(csvw("a.csv", "--minimal")).isZero();
        assertThat(Files.readString(out)).contains("<http://b/a.csv#kind> \"a\"");
    }

    @Test
    void aCellThatIsNotOfItsDatatypeExitsWith1() throws IOException {
        Files.writeString(folder.resolve("m.json"), """
                {"@context": "http://www.w3.org/ns/csvw", "url": "a.csv", "tableSchema": {"columns": [
                  {"titles": "kind", "datatype": "integer"}, {"titles": "link"}]}}
                """);
        assertThat(csvw("m.json")).isEqualTo(1);
        assertThat(errors).contains("a.csv:2: column 'kind', value 'a': it is not of the");
        assertThat(csvw("m.json", "--on-error", "stop")).isEqualTo(1);
    }

    @Test
    void optionsOfOtherMappingsAreMisuseWithCsvw() {
        assertThat(csvw("a.csv", "--explain")).isEqualTo(2);
        assertThat(map("--minimal")).isEqualTo(2);
    }

    private int csvw(String file, String... more) {
        return run(
                List.of("map", "-m", folder.resolve(file).toString(), "-o", out.toString(), "--base", "http://b"),
                more);
    }

    private String printed(String... more) {
        PrintStream standard = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(map(more)).isZero();
        } finally {
            System.setOut(standard);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private int map(String... more) {
        return run(
                List.of(
                        "map",
                        "-m",
                        folder.resolve("mapping.ttl").toString(),
                        "-o",
                        out.toString(),
                        "--sources",
                        folder.toString()),
                more);
    }

    private int run(List<String> first, String... more) {
        List<String> arguments = new ArrayList<>(first);
        arguments.addAll(List.of(more));
        PrintStream standard = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            return Pleiade.execute(arguments.toArray(String[]::new));
        } finally {
            System.setErr(standard);
            errors = printed.toString(StandardCharsets.UTF_8);
        }
    }
}
