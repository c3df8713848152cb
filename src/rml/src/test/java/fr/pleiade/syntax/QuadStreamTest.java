package fr.pleiade.syntax;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N-Quads on their way to other syntaxes: nothing is lost without being counted or refused. */
class QuadStreamTest {
    private static final String QUADS = """
            <http://e/s> <http://e/p> "a" <http://e/g/1> .
            <http://e/s> <http://e/p> "b" <http://e/g/2> .
            <http://e/s> <http://e/p> "c" .
            _:a <http://e/p> _:b _:g .
            <http://e/s> <http://e/p> "x <http://e/g> . \\" y"@fr <http://e/g/1> .
            <http://e/s> <http://e/p> "\\\\"^^<http://e/d> .
            <http://e/s> <http://e/p> "\\\\"^^<http://e/d> <http://e/g/1> .
            <http://e/s> <http://e/q> <http://e/o> <http://e/g/1> .
            <http://e/s> <http://e/q> <http://e/o> .
            """;
    private static final String TRIPLES = """
            <http://e/s> <http://e/p> "a" .
            <http://e/s> <http://e/p> "b" .
            <http://e/s> <http://e/p> "c" .
            _:a <http://e/p> _:b .
            <http://e/s> <http://e/p> "x <http://e/g> . \\" y"@fr .
            <http://e/s> <http://e/p> "\\\\"^^<http://e/d> .
            <http://e/s> <http://e/p> "\\\\"^^<http://e/d> .
            <http://e/s> <http://e/q> <http://e/o> .
            <http://e/s> <http://e/q> <http://e/o> .
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 64, 10_000})
    void nTriplesAreTheLinesWithoutTheirGraphsHoweverTheyArrive(int atOnce) throws IOException {
        byte[] bytes = QUADS.getBytes(StandardCharsets.UTF_8);
        QuadStream quads = QuadStream.open(out, Syntax.N_TRIPLES);
        try (quads) {
            for (int start = 0; start < bytes.length; start += atOnce) {
                quads.write(bytes, start, Math.min(atOnce, bytes.length - start));
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(TRIPLES);
        assertThat(quads.graphsLeftOut()).isEqualTo(6);
    }

    @ParameterizedTest
    @EnumSource(names = {"TRIG", "JSON_LD", "TURTLE"})
    void graphsAreKeptOrCounted(Syntax syntax) throws IOException {
        QuadStream quads = QuadStream.open(out, syntax);
        try (quads) {
            quads.write(QUADS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(quads.graphsLeftOut()).isEqualTo(syntax == Syntax.TURTLE ? 6 : 0);
        assertThatGraph(read(syntax))
                .isIsomorphicTo((syntax == Syntax.TURTLE ? TRIPLES : QUADS)
                        .lines()
                        .map(QuadLine::parse)
                        .distinct()
                        .toList());
    }

    /** A long document is written in blocks, and a graph may begin in one and go on in the next, alone or beside others. */
    @Test
    void graphsOfALongJsonLdDocumentAreKept() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 6100; i++) {
            String graph = i < 5000 ? " <http://e/g/one>" : i % 3 == 0 ? "" : " <http://e/g/" + i % 3 + ">";
            lines.add("<http://e/s/%d> <http://e/p> \"%d\"%s .".formatted(i, i, graph));
        }
        try (QuadStream quads = QuadStream.open(out, Syntax.JSON_LD)) {
            quads.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(Syntax.JSON_LD).stream().map(Quad::toNQuads)).containsExactlyInAnyOrderElementsOf(lines);
    }

    @Test
    void aDocumentInJsonLdThatIsNoDatasetHasNoGraphs() {
        try (RdfWriter writer = RdfWriter.open(out, Syntax.JSON_LD, Prefixes.of(Map.of()))) {
            writer.accept(QuadLine.parse("<http://e/s> <http://e/p> \"a\" <http://e/g> ."));
        }
        assertThatGraph(read(Syntax.JSON_LD))
                .isIsomorphicTo(List.of(QuadLine.parse("<http://e/s> <http://e/p> \"a\" .")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ex.org/p/1",
                "http://ex.org/w#",
                "http://ex.org/w/",
                "http://ex.org/a%41",
                "http://ex.org/a(b)",
                "http://ex.org/p?x=1",
                "http://ex.org/a~",
                "http://ex.org/\uD83D\uDE42",
                "urn:",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#Description",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#li"
            })
    void aPredicateThatNoElementCanBeCalledByIsRefusedInRdfXml(String predicate) throws IOException {
        try (QuadStream quads = QuadStream.open(out, Syntax.RDF_XML)) {
            byte[] line = "<http://e/s> <%s> \"x\" .\n".formatted(predicate).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> quads.write(line))
                    .isInstanceOf(SyntaxException.class)
                    .hasMessageContaining("RDF/XML: it cannot hold the predicate <" + predicate + ">");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ex.org/p/a1",
                "http://ex.org/1a",
                "http://ex.org/p#_1",
                "http://ex.org/\u00E9t\u00E9",
                "urn:a:b"
            })
    void anyOtherPredicateIsWrittenInRdfXml(String predicate) throws IOException {
        String line = "<http://e/s> <%s> \"x\" .".formatted(predicate);
        try (QuadStream quads = QuadStream.open(out, Syntax.RDF_XML)) {
            quads.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThatGraph(read(Syntax.RDF_XML)).isIsomorphicTo(List.of(QuadLine.parse(line)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0001", "\\u000B", "\\uFFFE", "\\u0000", "\\u001F", "\uFFFF"})
    void aCharacterThatXmlDoesNotHaveIsRefusedInRdfXml(String character) throws IOException {
        try (QuadStream quads = QuadStream.open(out, Syntax.RDF_XML)) {
            byte[] line = "<http://e/s> <http://e/p> \"a%sb\" .\n"
                    .formatted(character)
                    .getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> quads.write(line))
                    .isInstanceOf(SyntaxException.class)
                    .hasMessageContaining("cannot hold the character U+")
                    .hasMessageContaining("<http://e/p> of <http://e/s>");
        }
    }

    private List<Quad> read(Syntax syntax) {
        List<Quad> quads = new ArrayList<>();
        RdfReader.read(new ByteArrayInputStream(out.toByteArray()), "out", syntax, "http://e/", quads::add);
        return quads;
    }
}
