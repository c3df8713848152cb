package fr.pleiade.spark;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Files of many parts: what is far from its beginning is found at its line, and comes to what belongs to it. */
@EnabledForJreRange(max = JRE.JAVA_23)
class SparkRunTest {
    private static final int ROWS = 3_000;
    private static final List<String> KEYS = List.of(
            "a", "b", "\"two\nlines\"", "\"\u0001\"", "\"with\u0000zero\"", "\"\"\"\"", "é", "\"a, b\"", "none", "");

    @TempDir
    private Path folder;

    @Test
    void quotedCellsJoinsAndFindingsGoAcrossParts() throws IOException {
        for (String encoding : List.of("UTF-8", "windows-1252")) {
            Path sources = Files.createDirectory(folder.resolve(encoding));
            Files.writeString(sources.resolve("mapping.ttl"), mapping(encoding));
            write(sources.resolve("child.csv"), children(20261126), encoding);
            write(sources.resolve("parent.csv"), parents(), encoding);
            TriedMapping tried = tried(sources);
            TriedMapping.OnSpark onSpark = tried.inParts(folder.resolve("out-" + encoding));
            assertThat(onSpark.outcome()).as("seed 20261126").isEqualTo(tried.whole(folder));
            RunReport report = onSpark.report().orElseThrow();
            assertThat(report.findings()).isGreaterThan(200);
            assertThat(report.tasks()).isGreaterThan(15);
            assertThat(report.parts())
                    .hasSize(5)
                    .allSatisfy(part -> assertThat(part.quads()).isBetween(report.quads() / 25, report.quads() / 2));
        }
    }

    @Test
    void ofSeveralPartsThatCannotBeReadTheFirstIsTold() throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), mapping("UTF-8"));
        write(folder.resolve("parent.csv"), parents(), "UTF-8");
        StringBuilder rows = new StringBuilder(children(1));
        int third = rows.indexOf("\n", rows.length() / 3) + 1;
        rows.insert(rows.length(), "x\n").insert(rows.indexOf("\nr", third) + 1, "y\n");
        write(folder.resolve("child.csv"), rows.toString(), "UTF-8");
        TriedMapping tried = tried(folder);
        TriedMapping.Outcome outcome = tried.inParts(folder.resolve("out")).outcome();
        assertThat(outcome.refusal()).contains("child.csv:", "1 cells, header has 4");
        assertThat(outcome).isEqualTo(tried.whole(folder));
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void aQuoteThatIsNeverClosedIsTheLastPart() throws IOException {
        Files.writeString(folder.resolve("mapping.ttl"), mapping("UTF-8"));
        write(folder.resolve("parent.csv"), parents(), "UTF-8");
        write(folder.resolve("child.csv"), children(1) + "r,\"open\n" + "x\n".repeat(5_000), "UTF-8");
        TriedMapping tried = tried(folder);
        TriedMapping.Outcome outcome = tried.inParts(folder.resolve("out")).outcome();
        assertThat(outcome.refusal()).contains("a quoted cell of this record is never closed");
        assertThat(outcome).isEqualTo(tried.whole(folder));
    }

    private static TriedMapping tried(Path sources) {
        return new TriedMapping(
                "many parts",
                sources.resolve("mapping.ttl"),
                sources,
                "http://example.org/",
                IdentifierSystems.NONE,
                4_000,
                5);
    }

    private static void write(Path file, String text, String encoding) throws IOException {
        Files.write(file, text.getBytes(Charset.forName(encoding)));
    }

    private static String mapping(String encoding) {
        return """
                @prefix rml: <http://w3id.org/rml/> .
                @prefix csvw: <http://www.w3.org/ns/csvw#> .
                @prefix ex: <http://e/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <#child> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "child.csv" ; rml:encoding "ENCODING" ; rml:null "" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ; rml:graphMap [ rml:template "graph/{number}" ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:text ; rml:objectMap [ rml:reference "text" ] ] ,
                    [ rml:predicate ex:number ; rml:objectMap [ rml:reference "number" ; rml:datatype xsd:integer ] ] ,
                    [ rml:predicate ex:node ; rml:objectMap [ rml:termType rml:BlankNode ] ] ,
                    [ rml:predicate ex:of , ex:under ; rml:objectMap [ rml:parentTriplesMap <#parent> ; rml:joinCondition [ rml:child "key" ; rml:parent "code" ] ] ] .
                <#parent> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "parent.csv" ; rml:encoding "ENCODING" ; rml:null "" ] ] ;
                  rml:subjectMap [ rml:template "parent/{id}" ] .
                """.replace("ENCODING", encoding);
    }

    private static String children(long seed) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("id,number,key,text\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append('r').append(random.nextInt(1_000_000)).append(',');
            rows.append(random.nextInt(10) == 0 ? "many" : String.valueOf(random.nextInt(9)))
                    .append(',');
            rows.append(KEYS.get(random.nextInt(KEYS.size()))).append(',');
            rows.append(random.nextInt(3) == 0 ? "\"%s\"\"\n\n,\"\"\"".formatted("é".repeat(random.nextInt(40))) : "x");
            rows.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return rows.toString();
    }

    private static String parents() {
        StringBuilder rows = new StringBuilder("code,id\n");
        for (int i = 0; i < 3 * KEYS.size(); i++) {
            rows.append(KEYS.get(i % KEYS.size())).append(',').append(i).append('\n');
        }
        return rows.append("lonely,x\n").toString();
    }
}
