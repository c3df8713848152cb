package fr.pleiade.syntax;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.testing.Seed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NestedTurtleTest {
    @Test
    void aNodeStandsInsideWhatRefersToIt() {
        InMemoryGraph graph = graph("""
                @prefix ex: <http://e/> .
                @prefix unused: <http://unused/> .
                ex:a a ex:C , ex:D ; ex:p [ ex:q "x"@fr , "1"^^ex:n ; ex:r [ ex:q <http://f/b c> ] ] , _:shared .
                ex:b ex:p _:shared .
                _:shared ex:q "y" .
                """.replace("b c", "b"));
        assertThat(NestedTurtle.of(graph).replaceAll("_:\\w+", "_:shared")).isEqualTo("""
                @prefix ex: <http://e/> .

                ex:a a ex:C, ex:D ;
                  ex:p [
                    ex:q "x"@fr, "1"^^ex:n ;
                    ex:r [
                      ex:q <http://f/b>
                    ]
                  ], _:shared .

                ex:b
                  ex:p _:shared .

                _:shared
                  ex:q "y" .
                """);
    }

    @Test
    void randomGraphsAreReadBackAsTheyWere() {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            InMemoryGraph graph = new InMemoryGraph();
            graph.setPrefixes(Prefixes.of(Map.of("ex", "http://e/", "", "http://e/n#")));
            for (int i = random.nextInt(12); i >= 0; i--) {
                graph.add(new Quad(node(random), new Term.Iri("http://e/p" + random.nextInt(2)), object(random)));
            }
            assertThatGraph(graph(NestedTurtle.of(graph)))
                    .as("seed %d, round %d", seed, round)
                    .isIsomorphicTo(graph);
        }
    }

    private static Term node(Random random) {
        int number = random.nextInt(5);
        return random.nextInt(4) > 0
                ? new Term.BlankNode("b" + number)
                : new Term.Iri((random.nextBoolean() ? "http://e/" : "http://e/n#") + number + "é.x");
    }

    private static Term object(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> Term.Literal.of("a \"quote\" \\ and\nline");
            case 1 -> Term.Literal.typed("" + random.nextInt(3), "http://e/n");
            default -> node(random);
        };
    }

    private static InMemoryGraph graph(String turtle) {
        return RdfReader.readGraph(
                new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)), "a.ttl", Syntax.TURTLE, "http://e/");
    }
}
