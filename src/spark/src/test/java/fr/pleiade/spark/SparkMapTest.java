package fr.pleiade.spark;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.engine.Run;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** The command as it is typed: what it writes, and what it says of each thing that is wrong, in a sentence. */
@EnabledForJreRange(max = JRE.JAVA_23)
class SparkMapTest {
    private static final String MAPPING = """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix ex: <http://e/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <#town> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "towns.csv" ] ] ;
              rml:subjectMap [ rml:template "http://e/town/{code}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ,
                [ rml:predicate ex:people ; rml:objectMap [ rml:reference "people" ; rml:datatype xsd:integer ] ] .
            <#school> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "schools.csv" ] ] ;
              rml:subjectMap [ rml:template "http://e/school/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:town ; rml:objectMap [ rml:parentTriplesMap <#town> ;
                rml:joinCondition [ rml:child "town" ; rml:parent "code" ] ] ] .
            """;

    private String said = "";

    @TempDir
    private Path folder;

    @Test
    void theOutputFolderHasEverything() throws IOException {
        write();
        assertThat(map("--graph", "http://e/graph")).isZero();
        Path out = folder.resolve("out");
        assertThat(names(out))
                .containsExactlyInAnyOrder("SHA256SUMS", "_SUCCESS", "mapping.ttl", "part-00000.nq", "report.json");
        assertThat(lines(out)).containsExactlyElementsOf(expected());
        assertThat(lines(out)).allMatch(line -> line.endsWith(" <http://e/graph> ."));
        assertThat(Files.readString(out.resolve("SHA256SUMS")))
                .matches("[0-9a-f]{64}  part-00000\\.nq\n[0-9a-f]{64}  mapping\\.ttl\n");
        assertThat(Files.readString(out.resolve("report.json")))
                .contains("\"rows\": 4", "\"rowsBySource\": { \"towns.csv\": 2, \"schools.csv\": 2 }", "\"quads\": 6");
        assertThat(said).matches("4 rows, 6 quads in 1 parts, 0 findings in [0-9.]+ s\n");
    }

    @Test
    void whatCannotBeMappedIsWrittenAsDataAndShownInPart() throws IOException {
        write();
        StringBuilder towns = new StringBuilder("code,name,people\n");
        for (int i = 0; i < 50; i++) {
            towns.append(i).append(",\"two\nlines\",many\n");
        }
        Files.writeString(folder.resolve("towns.csv"), towns);
        assertThat(map()).isEqualTo(1);
        List<String> findings = Files.readAllLines(folder.resolve("out/findings/part-00000.csv"));
        assertThat(findings).hasSize(51);
        assertThat(findings.get(50)).contains(",towns.csv,100,people,many,");
        assertThat(said.lines().filter(line -> line.contains("towns.csv:"))).hasSize(20);
        assertThat(said).contains("50 findings");

        assertThat(map("--on-error", "stop", "-o", folder.resolve("other").toString()))
                .isEqualTo(1);
        assertThat(said).startsWith("pleiade: WARNING").contains("towns.csv:2, column 'people', value 'many'");
        assertThat(names(folder.resolve("other"))).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidInASentenceAndNothingIsWritten() throws IOException {
        write();
        Files.delete(folder.resolve("schools.csv"));
        refused(1, "schools.csv: there is no such file (looked for " + folder.resolve("schools.csv") + ")");
        Files.writeString(folder.resolve("schools.csv"), "id\n1\n");
        refused(1, "there is no column 'town' in schools.csv");
        Files.writeString(folder.resolve("schools.csv"), "id,town\n1,2\n3\n");
        refused(1, "schools.csv:3: 1 cells, header has 2; every record needs as many cells as the header");
        Files.writeString(folder.resolve("mapping.ttl"), "<#town> rml:logicalSource");
        refused(1, "mapping.ttl:1: ");
        write();
        Files.createDirectories(folder.resolve("out/part-00000.nq"));
        assertThat(map()).isEqualTo(2);
        assertThat(said)
                .isEqualTo(
                        "pleiade: --output file:%s is not an empty folder; remove what is there, or name another one\n"
                                .formatted(folder.resolve("out")));
        assertThat(map("-o", "nowhere://cluster/out")).isEqualTo(3);
        assertThat(said)
                .isEqualTo(
                        "pleiade: nowhere://cluster/out: no library on Spark's class path reads nowhere: addresses; name it with --packages or --jars of spark-submit\n");
        assertThat(map("--sources", "s3a://bucket/csv")).isEqualTo(3);
        assertThat(said).startsWith("pleiade: s3a://bucket/csv: no library on Spark's class path reads s3a: addresses");
        assertThat(map("-m", "none.ttl")).isEqualTo(2);
        assertThat(said).isEqualTo("pleiade: --mapping: there is no file none.ttl that can be read\n");
        assertThat(map("--parts", "-1")).isEqualTo(2);
        assertThat(map("--graph", "towns")).isEqualTo(2);
    }

    @Test
    void anyAddressThatHadoopReadsIsReadAndWritten() throws IOException {
        write();
        Files.createDirectory(folder.resolve("written"));
        LocalSpark.CONTEXT
                .hadoopConfiguration()
                .set("fs.viewfs.mounttable.cluster.link./csv", folder.toUri().toString());
        LocalSpark.CONTEXT
                .hadoopConfiguration()
                .set(
                        "fs.viewfs.mounttable.cluster.link./made",
                        folder.resolve("written").toUri().toString());
        assertThat(map(
                        "--sources",
                        "viewfs://cluster/csv",
                        "-o",
                        "viewfs://cluster/made/out",
                        "--graph",
                        "http://e/graph"))
                .as(said)
                .isZero();
        assertThat(lines(folder.resolve("written/out"))).containsExactlyElementsOf(expected());
        Files.delete(folder.resolve("towns.csv"));
        assertThat(map("--sources", "viewfs://cluster/csv")).isEqualTo(1);
        assertThat(said)
                .isEqualTo("pleiade: towns.csv: there is no such file (looked for viewfs://cluster/csv/towns.csv)\n");
    }

    @Test
    void tablesThatCsvwDescribesAreConverted() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "id,n\n1,2\n2,many\n");
        Path metadata = folder.resolve("a.csv-metadata.json");
        Files.writeString(metadata, """
                { "@context": "http://www.w3.org/ns/csvw", "url": "a.csv", "tableSchema": { "aboutUrl": "#{id}", "columns": [
                  { "titles": "id" }, { "titles": "n", "datatype": "integer" } ] } }
                """);
        for (Csvw.Mode mode : Csvw.Mode.values()) {
            String out = folder.resolve(mode.name()).toString();
            boolean isMinimal = mode == Csvw.Mode.MINIMAL;
            assertThat(map("-m", metadata.toString(), "-o", out, isMinimal ? "--minimal" : "--quiet"))
                    .isEqualTo(1);
            assertThat(said).contains("a.csv:3: column 'n', value 'many'");
            List<String> expected = new ArrayList<>();
            Csvw.read(metadata, folder, "http://localhost:8080/")
                    .run(mode, quad -> expected.add(quad.toNQuads()), fault -> {});
            assertThat(lines(Path.of(out)))
                    .containsExactlyElementsOf(
                            expected.stream().distinct().sorted().toList());
            assertThat(Path.of(out).resolve("findings/part-00000.csv"))
                    .content()
                    .contains(",3,,,");
        }
        Files.writeString(metadata, "{");
        assertThat(map("-m", metadata.toString())).isEqualTo(1);
        assertThat(said).startsWith("pleiade: " + metadata + ":1: ");
        assertThat(map("-m", metadata.toString(), "--graph", "http://e/g")).isEqualTo(2);
    }

    @Test
    void aMasterThatThereIsNotIsSaidInASentence() throws IOException {
        write();
        assertThat(execute(List.of("--spark", "lokal", "-m", "mapping.ttl", "-o", "out"), configuration -> {
                    throw new IllegalArgumentException("Could not parse Master URL: 'lokal'");
                }))
                .isEqualTo(2);
        assertThat(execute(
                        List.of(
                                "--spark",
                                "lokal",
                                "-m",
                                folder.resolve("mapping.ttl").toString(),
                                "-o",
                                "out"),
                        configuration -> {
                            throw new IllegalArgumentException("Could not parse Master URL: 'lokal'");
                        }))
                .isEqualTo(3);
        assertThat(said)
                .isEqualTo(
                        "pleiade: Spark does not start with the master lokal: Could not parse Master URL: 'lokal'\n");
    }

    private void refused(int code, String sentence) throws IOException {
        assertThat(map()).as(said).isEqualTo(code);
        assertThat(said).startsWith("pleiade: ").contains(sentence);
        assertThat(said.lines()).hasSize(1);
        assertThat(names(folder.resolve("out"))).isEmpty();
    }

    private int map(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--spark", "local[2]", "-m", folder.resolve("mapping.ttl").toString(), "--sources", folder.toString()));
        if (!List.of(more).contains("-o")) {
            arguments.addAll(List.of("-o", folder.resolve("out").toString()));
        }
        List<String> last = Arrays.asList(more);
        int mapping = last.indexOf("-m");
        if (mapping >= 0) {
            arguments.subList(2, 4).clear();
        }
        int sources = last.indexOf("--sources");
        if (sources >= 0) {
            arguments.remove("--sources");
            arguments.remove(folder.toString());
        }
        arguments.addAll(last);
        return execute(arguments, configuration -> LocalSpark.CONTEXT);
    }

    private int execute(
            List<String> arguments,
            java.util.function.Function<org.apache.spark.SparkConf, org.apache.spark.api.java.JavaSparkContext> start) {
        StringWriter text = new StringWriter();
        int code = SparkMap.command(start, context -> {})
                .setErr(new PrintWriter(text, true))
                .execute(arguments.toArray(String[]::new));
        said = text.toString();
        return code;
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), MAPPING);
        Files.writeString(
                folder.resolve("towns.csv"),
                "code,name,people\n35238,Rennes,225081\n29019,\"Brest,\nBretagne\",139456\n");
        Files.writeString(folder.resolve("schools.csv"), "id,town\n1,29019\n2,35238\n");
    }

    private List<String> expected() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Mapping.read(folder.resolve("mapping.ttl"), "http://localhost:8080/")
                .run(Run.in(folder).withGraph("http://e/graph"), out);
        return out.toString(StandardCharsets.UTF_8).lines().distinct().sorted().toList();
    }

    private static List<String> lines(Path out) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : names(out)) {
            if (name.startsWith("part-")) {
                lines.addAll(Files.readAllLines(out.resolve(name)));
            }
        }
        return lines;
    }

    private static List<String> names(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
