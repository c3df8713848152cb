package fr.pleiade.store.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.optimizer.StatsMatcher;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlannerStatisticsTest {
    static {
        JenaSystem.init();
    }

    private static final String TYPE = RDF.type.getURI();
    private static final Node S = Var.alloc("s");
    private static final Node P = Var.alloc("p");
    private static final Node O = Var.alloc("o");

    @TempDir
    Path folder;

    @Test
    void theFileHasALineForEachKindOfPattern() {
        GraphCounts counts = counts(500, Map.of("http://e/p", 300L, TYPE, 200L), Map.of("http://e/C", 200L));
        PlannerStatistics statistics =
                new PlannerStatistics(counts, new TreeMap<>(Map.of("http://e/p", 70L, TYPE, 1L)));
        assertThat(String.join("\n", statistics.lines()) + "\n").isEqualTo("""
                        (stats
                          (meta (count 500))
                          ((VAR <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C>) 200)
                          ((TERM <http://e/p> ANY) 2)
                          ((ANY <http://e/p> TERM) 5)
                          ((ANY <http://e/p> ANY) 300)
                          ((TERM <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ANY) 2)
                          ((ANY <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> TERM) 30)
                          ((ANY <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> ANY) 200)
                          ((TERM VAR TERM) 2)
                          ((TERM VAR ANY) 20)
                          ((ANY VAR TERM) 200)
                          ((ANY VAR ANY) 500)
                          (other 0)
                        )
                        """);
    }

    @Test
    void jenaReadsWhatIsMeant() throws IOException {
        GraphCounts counts = counts(
                500,
                Map.of("http://e/p", 300L, "http://e/é#'(x)~", 7L, TYPE, 193L),
                Map.of("http://e/C", 3L, "http://e/D", 190L));
        Files.createDirectories(folder.resolve("Data-0001"));
        new PlannerStatistics(counts, new TreeMap<>(Map.of("http://e/p", 150L, TYPE, 2L))).write(folder);
        StatsMatcher matcher = new StatsMatcher(
                folder.resolve("Data-0001").resolve("stats.opt").toString());
        Node c = NodeFactory.createURI("http://e/C");
        Node p = NodeFactory.createURI("http://e/p");
        assertThat(matcher.match(Triple.create(S, RDF.type.asNode(), c))).isEqualTo(3);
        assertThat(matcher.match(Triple.create(S, RDF.type.asNode(), NodeFactory.createURI("http://e/D"))))
                .isEqualTo(190);
        assertThat(matcher.match(Triple.create(S, RDF.type.asNode(), O))).isEqualTo(193);
        assertThat(matcher.match(Triple.create(S, p, O))).isEqualTo(300);
        assertThat(matcher.match(Triple.create(S, p, c))).isEqualTo(2);
        assertThat(matcher.match(Triple.create(c, p, O))).isEqualTo(2);
        assertThat(matcher.match(Triple.create(S, NodeFactory.createURI("http://e/é#'(x)~"), O)))
                .isEqualTo(7);
        assertThat(matcher.match(Triple.create(S, NodeFactory.createURI("http://e/other"), O)))
                .as("what is not there is looked up first")
                .isZero();
        assertThat(matcher.match(Triple.create(c, P, O))).isEqualTo(20);
        assertThat(matcher.match(Triple.create(S, P, O))).isEqualTo(500);
    }

    @Test
    void whatTheSyntaxCannotHoldIsLeftOut() {
        GraphCounts counts = counts(3, Map.of("http://e/a b", 1L, "http://e/a>b", 1L, "http://e/a\\b", 1L), Map.of());
        assertThat(new PlannerStatistics(counts, new TreeMap<>()).lines())
                .noneMatch(line -> line.contains("http://e/"));
    }

    private static GraphCounts counts(long triples, Map<String, Long> properties, Map<String, Long> classes) {
        return new GraphCounts(triples, new TreeMap<>(properties), new TreeMap<>(classes));
    }
}
