package fr.pleiade.jena;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

class JenaGraphTest {
    @Test
    void linesBecomeTheGraphThatRiotReads() {
        String triples = """
                <http://e/a> <http://e/p> "plain" .
                <http://e/a> <http://e/p> "Caf\\u00e9 \\"\\\\ \\t" .
                <http://e/a> <http://e/p> "mot"@fr-CA .
                <http://e/a> <http://e/p> "0012"^^<http://www.w3.org/2001/XMLSchema#integer> .
                <http://e/a> <http://e/p> "x"^^<http://e/type> .
                <http://e/a> <http://e/é> <http://e/b#c> .
                _:b0 <http://e/p> _:b0 .
                """;
        Graph expected = GraphFactory.createDefaultGraph();
        RDFParser.fromString(triples, Lang.NTRIPLES).parse(expected);
        Graph read = JenaGraph.of(bytes(triples));
        assertThat(read.isIsomorphicWith(expected)).isTrue();
        assertThat(read.size()).isEqualTo(7);
    }

    @Test
    void graphNamesAreLeftOut() {
        Graph read = JenaGraph.of(bytes("<http://e/a> <http://e/p> <http://e/b> <http://e/g> .\n"
                + "<http://e/a> <http://e/p> <http://e/b> <http://e/h> .\n"));
        assertThat(read.size()).isEqualTo(1);
    }

    @Test
    void nothingIsAnEmptyGraph() {
        assertThat(JenaGraph.of(new byte[0]).isEmpty()).isTrue();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
