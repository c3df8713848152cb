package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.testing.Seed;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuadLineTest {
    /** Objects that are hard to find the end of. */
    private static final String[] OBJECTS = {
        "<http://e/o>",
        "_:b1",
        "\"\"",
        "\"plain\"",
        "\"ends . \"",
        "\"a <http://e/g> .\"",
        "\" <http://e/g>\"",
        "\"a _:b\"@fr",
        "\"\\\"quoted\\\" \\\\\"",
        "\"\\\\\"@fr-CA",
        "\"a <b>\"^^<http://e/d>",
        "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>",
        "\"Saint-Étienne 😀\"@fr",
        "\"@fr\"@en",
        "\"^^<x>\"",
    };

    private static final String[] GRAPHS = {"", "<http://e/g>", "<http://e/longer/graph>", "_:g"};

    @Test
    void bothWaysInFindEveryTermOfEveryKind() {
        QuadLine checked = new QuadLine();
        QuadLine canonical = new QuadLine();
        for (String subject : new String[] {"<http://e/s>", "_:s"}) {
            for (String object : OBJECTS) {
                for (String graph : GRAPHS) {
                    String line =
                            subject + " <http://e/p> " + object + " " + (graph.isEmpty() ? "" : graph + " ") + ".";
                    byte[] bytes = bytes("before\n" + line + "\nafter");
                    int end = 7 + bytes(line).length;
                    assertThat(checked.cut(bytes, 7, end)).as(line).isTrue();
                    assertTerms(checked, line, subject, "<http://e/p>", object, graph);
                    assertTerms(canonical.at(bytes, 7, end), line, subject, "<http://e/p>", object, graph);
                }
            }
        }
    }

    /** A cursor remembers how the line before ended; that must not show. */
    @Test
    void linesInAnyOrderAreReadAlike() {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        QuadLine line = new QuadLine();
        for (int i = 0; i < 5_000; i++) {
            String object = OBJECTS[random.nextInt(OBJECTS.length)];
            String graph = GRAPHS[random.nextInt(GRAPHS.length)];
            if (random.nextInt(8) == 0) {
                object = "<http://e/g>"; // an object that was a graph before
            }
            String text = "<http://e/s> <http://e/p> " + object + (graph.isEmpty() ? "" : " " + graph) + " .";
            byte[] bytes = bytes(text);
            assertTerms(
                    line.at(bytes, 0, bytes.length),
                    "seed " + seed + ": " + text,
                    "<http://e/s>",
                    "<http://e/p>",
                    object,
                    graph);
        }
    }

    private static void assertTerms(QuadLine line, String context, String... terms) {
        for (int term = 0; term < QuadLine.WIDTH; term++) {
            assertThat(new String(line.copy(term), StandardCharsets.UTF_8))
                    .as(context)
                    .isEqualTo(terms[term]);
        }
        assertThat(line.hasGraph()).as(context).isEqualTo(!terms[QuadLine.GRAPH].isEmpty());
    }

    @Test
    void kindsAreTold() {
        QuadLine line = canonical("_:s <http://e/p> \"1\" <http://e/g> .");
        assertThat(line.isBlankNode(QuadLine.SUBJECT)).isTrue();
        assertThat(line.isIri(QuadLine.SUBJECT)).isFalse();
        assertThat(line.isIri(QuadLine.PREDICATE)).isTrue();
        assertThat(line.isLiteral(QuadLine.OBJECT)).isTrue();
        assertThat(line.isIri(QuadLine.GRAPH)).isTrue();
    }

    @Test
    void termsAreComparedAsTheyAreWritten() {
        QuadLine line = canonical("<http://e/s> <http://e/p> <http://e/o> <http://e/g> .");
        assertThat(line.is(QuadLine.OBJECT, bytes("<http://e/o>"))).isTrue();
        assertThat(line.is(QuadLine.OBJECT, bytes("<http://e/o"))).isFalse();
        assertThat(line.begins(QuadLine.OBJECT, bytes("<http://e/o"))).isTrue();
        assertThat(line.begins(QuadLine.OBJECT, bytes("<http://e/x"))).isFalse();
        assertThat(line.begins(QuadLine.GRAPH, bytes("<http://e/g> .longer than the line")))
                .isFalse();
        assertThat(new String(line.property(), StandardCharsets.UTF_8)).isEqualTo("<http://e/s> <http://e/p> ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"1\"^^<http://e/d>           | <http://e/d>  | 2",
                "\"a <b>\"^^<http://e/d>       | <http://e/d>  | 6",
                "\"a\"@fr                      | ``            | 2",
                "\"a \\\" b\"                  | ``            | 7",
                "\"\"                          | ``            | 1"
            })
    void datatypeAndClosingQuoteAreFound(String object, String datatype, int quote) {
        for (String graph : new String[] {"", " <http://e/g>"}) {
            QuadLine line = canonical("<http://e/s> <http://e/p> " + object + graph + " .");
            int start = line.datatypeStart();
            assertThat(line.text().substring(start, line.end(QuadLine.OBJECT))).isEqualTo(datatype);
            assertThat(line.closingQuote() - line.start(QuadLine.OBJECT)).isEqualTo(quote);
        }
    }

    @Test
    void anIriHasNoDatatype() {
        QuadLine line = canonical("<http://e/s> <http://e/p> <http://e/o> .");
        assertThat(line.datatypeStart()).isEqualTo(line.end(QuadLine.OBJECT));
    }

    @Test
    void termsAreDecodedOnDemand() {
        QuadLine line = canonical("<http://e/\\u00E9> <http://e/p> \"l'\\\"été\\\"\\n\"@fr <http://e/g> .");
        assertThat(line.term(QuadLine.SUBJECT)).isEqualTo(new Term.Iri("http://e/é"));
        assertThat(line.term(QuadLine.OBJECT)).isEqualTo(Term.Literal.inLanguage("l'\"été\"\n", "fr"));
        assertThat(line.quad())
                .isEqualTo(new Quad(
                        new Term.Iri("http://e/é"),
                        new Term.Iri("http://e/p"),
                        Term.Literal.inLanguage("l'\"été\"\n", "fr"),
                        new Term.Iri("http://e/g")));
        assertThat(canonical("_:s <http://e/p> _:o .").quad().graph()).isEqualTo(Quad.DEFAULT_GRAPH);
    }

    /** The grammar asks for space nowhere, and allows a comment behind the full stop. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "  <http://e/s>\t<http://e/p>  \"o\"@fr\t<http://e/g>  .\t",
                "<http://e/s><http://e/p>\"o\"@fr<http://e/g>.",
                "<http://e/s> <http://e/p> \"o\"@fr <http://e/g> . # said by <http://e/x>",
                "<http://e/s> <http://e/p> \"o\"@fr <http://e/g> .\r",
            })
    void spaceIsFree(String text) {
        QuadLine line = new QuadLine();
        assertThat(line.cut(bytes(text), 0, bytes(text).length)).isTrue();
        assertTerms(line, text, "<http://e/s>", "<http://e/p>", "\"o\"@fr", "<http://e/g>");
    }

    @Test
    void fullStopsBelongToLabelsExceptTheLast() {
        QuadLine line = new QuadLine();
        byte[] bytes = bytes("_:a.b<http://e/p>_:c..");
        assertThat(line.cut(bytes, 0, bytes.length - 1)).isTrue();
        assertTerms(line, "labels", "_:a.b", "<http://e/p>", "_:c", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \t", "# <http://e/s> <http://e/p> <http://e/o> .", "\r"})
    void blankLinesAndCommentsAreNoStatement(String text) {
        assertThat(new QuadLine().cut(bytes(text), 0, bytes(text).length)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<http://e/s> <http://e/p> .                              | a term is missing                  | 27",
                "<http://e/s> <http://e/p> \"o\"                          | a term is missing                  | 30",
                "<http://e/s> <http://e/p> \"o\" <http://e/g>             | a full stop is missing             | 43",
                "<http://e/s> <http://e/p> \"o\" <http://e/g> <http://e/h> . | a full stop is missing          | 44",
                "<http://e/s> <http://e/p> \"o\" . <http://e/g>           | something behind the full stop     | 33",
                "<http://e/s> <http://e/p> \"o .                          | the term is not closed             | 27",
                "<http://e/s> <http://e/p> \"o\\\" .                      | the term is not closed             | 27",
                "<http://e/s <http://e/p .                                | the term is not closed             | 1",
                "<http://e/s> <http://e/p> \"o\"^^d .                     | a term is missing                  | 30",
                "<http://e/s> <http://e/p> \"o\"@ .                       | the language is missing            | 30",
                "<http://e/s> <http://e/p> _: .                           | no label                           | 27",
                "\"s\" <http://e/p> <http://e/o> .                        | cannot be a subject                | 1",
                "<http://e/s> _:p <http://e/o> .                          | a predicate must be an IRI         | 14",
                "<http://e/s> <http://e/p> <http://e/o> \"g\" .           | cannot name a graph                | 40"
            })
    void malformedLinesAreRefusedWithTheirPlace(String text, String problem, int column) {
        assertThatThrownBy(() -> new QuadLine().cut(bytes(text), 0, bytes(text).length))
                .isInstanceOfSatisfying(
                        QuadLine.Malformed.class, e -> assertThat(e.column()).isEqualTo(column))
                .hasMessageContaining(problem);
    }

    private static QuadLine canonical(String text) {
        byte[] bytes = bytes(text);
        return new QuadLine().at(bytes, 0, bytes.length);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
