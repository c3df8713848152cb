package fr.pleiade.mapping;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetTest {
    private static final String NAME = "<http://example.org/1> <http://e/name> \"é\" .";
    private static final String AGE = "<http://example.org/1> <http://e/age> \"7\" .";

    private final MappingRun mapping = new MappingRun();

    @Test
    void triplesGoToTheTargetsOfAllTheirTermsAndElsewhereToTheOutput() throws IOException {
        assertThat(lines("", "rml:logicalTarget <#one>")).containsExactly(NAME);
        assertThat(read("one.nq")).containsExactly(AGE);
        assertThat(lines("rml:logicalTarget <#two>", "rml:logicalTarget <#one> , <#two>"))
                .isEmpty();
        assertThat(read("one.nq")).containsExactly(AGE);
        assertThat(read("two.nq")).containsExactly(NAME, AGE);
    }

    @ParameterizedTest
    @CsvSource({
        "Turtle,TURTLE",
        "N-Triples,N_TRIPLES",
        "N_Quads,N_QUADS",
        "JSON-LD,JSON_LD",
        "RDF_XML,RDF_XML",
        "TriG,TRIG"
    })
    void aTargetIsWrittenInItsSyntax(String format, Syntax syntax) throws IOException {
        lines(
                "",
                "rml:logicalTarget [ rml:target [ rml:path \"out\" ] ; rml:serialization <http://www.w3.org/ns/formats/"
                        + format + "> ]");
        List<Quad> quads = new ArrayList<>();
        RdfReader.read(
                new ByteArrayInputStream(Files.readAllBytes(mapping.folder().resolve("out"))),
                "out",
                syntax,
                "http://e/",
                quads::add);
        assertThatGraph(quads).isIsomorphicTo(List.of(QuadLine.parse(AGE)));
    }

    @Test
    void aTargetIsPackedAndEncoded() throws IOException {
        lines(
                "",
                "rml:logicalTarget [ rml:target [ rml:path \"out.gz\" ; rml:compression rml:gzip ] ] , "
                        + "[ rml:target [ rml:path \"out.zip\" ] ; rml:compression rml:zip ] , "
                        + "[ rml:target [ rml:path \"out.nq\" ; rml:encoding rml:UTF-16 ] ]");
        try (var in = new GZIPInputStream(Files.newInputStream(mapping.folder().resolve("out.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(AGE + "\n");
        }
        try (var in = new ZipInputStream(Files.newInputStream(mapping.folder().resolve("out.zip")))) {
            assertThat(in.getNextEntry()).hasFieldOrPropertyWithValue("name", "out");
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(AGE + "\n");
        }
        assertThat(Files.readString(mapping.folder().resolve("out.nq"), StandardCharsets.UTF_16))
                .isEqualTo(AGE + "\n");
    }

    @Test
    void languagesAndGraphsHaveTargetsToo() throws IOException {
        mapping.file("a.csv", "id,name\n1,é\n");
        assertThat(
                        mapping.lines(
                                mapping.simple(
                                        "rml:reference \"name\" ; rml:languageMap [ rml:constant \"fr\" ; rml:logicalTarget [ rml:target [ rml:path \"fr.nq\" ] ] ]")))
                .isEmpty();
        assertThat(read("fr.nq")).containsExactly("<http://example.org/1> <http://e/p> \"é\"@fr .");
    }

    @Test
    void aTargetThatIsNoFileIsAnError() {
        mapping.file("a.csv", "id,name\n1,é\n");
        assertThat(mapping.errors(mapping.simple(
                        "rml:reference \"name\" ; rml:logicalTarget [ rml:target [ ex:endpoint <http://e/sparql> ] ]")))
                .singleElement()
                .asString()
                .contains("is not a file; expected rml:path or void:dataDump");
    }

    private List<String> lines(String subject, String age) {
        mapping.file("a.csv", "id,name,age\n1,é,7\n");
        return mapping.lines("""
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ; %s ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ,
                    [ rml:predicate ex:age ; rml:objectMap [ rml:reference "age" ; %s ] ] .
                <#one> rml:target [ <http://rdfs.org/ns/void#dataDump> <file://./one.nq> ] .
                <#two> rml:target [ rml:path "two.nq" ; rml:root rml:MappingDirectory ] .
                """.formatted(subject, age));
    }

    private List<String> read(String name) throws IOException {
        return Files.readAllLines(mapping.folder().resolve(name));
    }
}
