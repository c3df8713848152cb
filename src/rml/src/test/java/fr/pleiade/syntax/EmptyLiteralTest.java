package fr.pleiade.syntax;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An empty literal is legal RDF, ill-typed or not; a missing one is not. */
class EmptyLiteralTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @ParameterizedTest
    @CsvSource({
        "TURTLE,integer",
        "TURTLE,decimal",
        "TURTLE,double",
        "TURTLE,boolean",
        "TRIG,integer",
        "TRIG,decimal",
        "N3,integer",
        "N_TRIPLES,integer",
        "N_TRIPLES,decimal",
        "N_QUADS,integer",
        "N_QUADS,double"
    })
    void anEmptyTextOfANumbersDatatypeIsRead(Syntax syntax, String datatype) {
        String line = "<http://e/s> <http://e/p> \"\"^^<%s%s> .".formatted(XSD, datatype);
        assertThatGraph(read(syntax, line)).isIsomorphicTo(List.of(QuadLine.parse(line)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"integer", "decimal"})
    void soItIsByItsShortNameInRdfXmlAndInJsonLd(String datatype) {
        List<Quad> expected =
                List.of(QuadLine.parse("<http://e/s> <http://e/p> \"\"^^<%s%s> .".formatted(XSD, datatype)));
        assertThatGraph(read(
                        Syntax.TURTLE,
                        "@prefix xsd: <%s> . <http://e/s> <http://e/p> ''^^xsd:%s .".formatted(XSD, datatype)))
                .isIsomorphicTo(expected);
        assertThatGraph(read(Syntax.RDF_XML, """
                <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e/">
                  <rdf:Description rdf:about="http://e/s"><e:p rdf:datatype="%s%s"></e:p></rdf:Description>
                </rdf:RDF>
                """.formatted(XSD, datatype))).isIsomorphicTo(expected);
        assertThatGraph(read(
                        Syntax.JSON_LD,
                        "{\"@id\":\"http://e/s\",\"http://e/p\":{\"@value\":\"\",\"@type\":\"%s%s\"}}"
                                .formatted(XSD, datatype)))
                .isIsomorphicTo(expected);
    }

    @Test
    void numbersWithoutQuotesAreRead() {
        assertThatGraph(read(Syntax.TURTLE, "<http://e/s> <http://e/p> 1 , -2 , +3.5 , .5 , 1e3 , true ."))
                .isIsomorphicTo(
                        List.of("1 integer", "-2 integer", "+3.5 decimal", ".5 decimal", "1e3 double", "true boolean")
                                .stream()
                                .map(number -> number.split(" "))
                                .map(number -> QuadLine.parse("<http://e/s> <http://e/p> \"%s\"^^<%s%s> ."
                                        .formatted(number[0], XSD, number[1])))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://e/s> <http://e/p> .",
                "<http://e/s> <http://e/p> + .",
                "<http://e/s> <http://e/p> - .",
                "<http://e/s> <http://e/p> , <http://e/o> .",
                "<http://e/s> <http://e/p> ;",
                "<http://e/s> <http://e/p> ( . ) ."
            })
    void aMissingObjectIsNotReadAsAnEmptyNumber(String statement) {
        for (Syntax syntax : List.of(Syntax.TURTLE, Syntax.TRIG, Syntax.N3)) {
            assertThatThrownBy(() -> read(syntax, statement)).isInstanceOf(SyntaxException.class);
        }
    }

    private static List<Quad> read(Syntax syntax, String text) {
        List<Quad> quads = new ArrayList<>();
        RdfReader.read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                "doc",
                syntax,
                "http://e/",
                quads::add);
        return quads;
    }
}
