package fr.pleiade.web.download;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.JsonLdContext;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.RdfWriter;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DumpTest {
    private static final String ONE = """
            <http://ex.org/1> <http://ex.org/p> "a . b" <http://ex.org/g/1> .
            <http://ex.org/1> <http://ex.org/p> "\\u00E9 \\" <x>"@fr <http://ex.org/g/1> .
            <http://ex.org/1> <http://ex.org/p> _:n <http://ex.org/g/1> .
            """;
    private static final String TWO = """
            <http://ex.org/1> <http://ex.org/p> "1"^^<http://ex.org/d> <http://ex.org/g/2> .
            _:n <http://ex.org/q> <http://ex.org/1> <http://ex.org/g/2> .
            """;

    @ParameterizedTest
    @EnumSource(names = {"JSON_LD", "TRIG", "N_QUADS"})
    void graphsAreNamedWhereTheSyntaxCanNameThem(Syntax syntax) throws IOException {
        assertThatGraph(read(syntax, RdfWriter.Graphs.NAMED)).isIsomorphicTo(quads(Quad::graph));
    }

    @ParameterizedTest
    @EnumSource(names = {"TURTLE", "RDF_XML", "N_TRIPLES"})
    void elseTheirTriplesAreThere(Syntax syntax) throws IOException {
        assertThatGraph(read(syntax, RdfWriter.Graphs.NAMED)).isIsomorphicTo(quads(quad -> Quad.DEFAULT_GRAPH));
    }

    /** The document of one dataset is about its triples, and has them where a reader of JSON-LD looks first. */
    @Test
    void inJsonLdTheyAreNamedOnlyIfThatIsAskedFor() throws IOException {
        assertThatGraph(read(Syntax.JSON_LD, RdfWriter.Graphs.NOT_IN_JSON_LD))
                .isIsomorphicTo(quads(quad -> Quad.DEFAULT_GRAPH));
    }

    /** A parser would decode the escape, and the writer not write it again. */
    @Test
    void nTriplesAreTheLinesWithoutTheirGraphs() throws IOException {
        assertThat(written(Syntax.N_TRIPLES, RdfWriter.Graphs.NAMED).toString(StandardCharsets.UTF_8))
                .isEqualTo("""
                <http://ex.org/1> <http://ex.org/p> "a . b" .
                <http://ex.org/1> <http://ex.org/p> "\\u00E9 \\" <x>"@fr .
                <http://ex.org/1> <http://ex.org/p> _:n .
                <http://ex.org/1> <http://ex.org/p> "1"^^<http://ex.org/d> .
                _:n <http://ex.org/q> <http://ex.org/1> .
                """);
    }

    private static List<Quad> quads(Function<Quad, Term> graph) {
        return Stream.of(ONE, TWO)
                .flatMap(String::lines)
                .map(QuadLine::parse)
                .map(quad -> quad.in(graph.apply(quad)))
                .toList();
    }

    private static List<Quad> read(Syntax syntax, RdfWriter.Graphs named) throws IOException {
        List<Quad> quads = new ArrayList<>();
        byte[] document = written(syntax, named).toByteArray();
        RdfReader.read(new ByteArrayInputStream(document), "memory", syntax, "http://ex.org/", quads::add);
        return quads;
    }

    private static ByteArrayOutputStream written(Syntax syntax, RdfWriter.Graphs named) throws IOException {
        List<Dump.Content> graphs = Stream.of(ONE, TWO)
                .<Dump.Content>map(text -> () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Dump(graphs, JsonLdContext.of(Prefixes.of(Map.of("ex", "http://ex.org/"))), named).write(syntax, out);
        return out;
    }
}
