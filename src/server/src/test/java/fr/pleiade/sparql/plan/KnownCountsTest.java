package fr.pleiade.sparql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Fixture;
import fr.pleiade.store.count.GraphCounts;
import fr.pleiade.store.count.StoreCounts;
import fr.pleiade.store.load.Loader;
import fr.pleiade.testing.Seed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGraph;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownCountsTest {
    static {
        JenaSystem.init();
    }

    private static final String PREFIXES = "PREFIX : <http://e/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> ";
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    private static final String[] KNOWN = {
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(?s) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { [] ?p [] }",
        "SELECT (COUNT(DISTINCT ?p) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(DISTINCT ?p) AS ?n) (COUNT(*) AS ?all) { ?s ?p ?o }",
        "SELECT (COUNT(*) + 1 AS ?n) { ?s :p1 ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s :none ?o }",
        "SELECT (COUNT(*) AS ?n) { ?s a ?type }",
        "SELECT (COUNT(*) AS ?n) { ?s a :C1 }",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a :C1 }",
        "SELECT (COUNT(*) AS ?n) { ?s a :None }",
        "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
        "SELECT ?p { ?s ?p ?o } GROUP BY ?p",
        "SELECT ?p (COUNT(?o) AS ?n) { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(?o) > 20) ORDER BY DESC(?n) ?p LIMIT 3",
        "SELECT ?type (COUNT(*) AS ?n) { ?s a ?type } GROUP BY ?type",
        "SELECT ?type (COUNT(DISTINCT ?s) AS ?n) { ?s a ?type } GROUP BY ?type ORDER BY ?n ?type",
        "SELECT (COUNT(DISTINCT ?type) AS ?n) { ?s a ?type }",
        "SELECT DISTINCT ?type { ?s a ?type }",
        "SELECT DISTINCT ?type { ?s a ?type } ORDER BY DESC(?type) LIMIT 2",
        "SELECT DISTINCT ?p { ?s ?p ?o }",
        "SELECT REDUCED ?p { ?s ?p ?o } GROUP BY ?p",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g",
        "SELECT DISTINCT ?g ?p { GRAPH ?g { ?s ?p ?o } }",
        "SELECT DISTINCT ?type { GRAPH ?g { ?s a ?type } }",
        "SELECT DISTINCT ?g { GRAPH ?g { ?s a :C1 } }",
        "SELECT ?g { GRAPH ?g {} }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g {} }",
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT ?g (COUNT(DISTINCT ?p) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g",
        "SELECT ?g ?type (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s a ?type } } GROUP BY ?g ?type",
        "SELECT ?p (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?p",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s :p1 ?o } }",
        "SELECT (COUNT(*) AS ?n) { GRAPH :g1 { ?s ?p ?o } }",
        "SELECT ?p (COUNT(*) AS ?n) { GRAPH :g1 { ?s ?p ?o } } GROUP BY ?p",
        "SELECT ?type (COUNT(*) AS ?n) { GRAPH :g1 { ?s a ?type } } GROUP BY ?type",
        "SELECT (COUNT(*) AS ?n) { GRAPH :g1 { ?s :p1 ?o } }",
        "SELECT * { { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }",
    };

    private static final String[] OTHERS = {
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?s }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?p }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?g ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) { GRAPH ?s { ?s a :C1 } }",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(DISTINCT ?o) AS ?n) { ?s :p1 ?o }",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s a :C1 } }",
        "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s a ?type }",
        "SELECT ?type (COUNT(DISTINCT ?s) AS ?n) { GRAPH ?g { ?s a ?type } } GROUP BY ?type",
        "SELECT (COUNT(DISTINCT *) AS ?n) { ?s ?p ?o }",
        "SELECT (COUNT(?none) AS ?n) { ?s ?p ?o }",
        "SELECT (SUM(?o) AS ?n) { ?s :n ?o }",
        "SELECT (SAMPLE(?p) AS ?n) { ?s ?p ?o } GROUP BY ?p",
        "SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s",
        "SELECT ?x (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY (STR(?p) AS ?x)",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(?p != :p1) }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o . ?s a :C1 }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p :s1 }",
        "SELECT (COUNT(*) AS ?n) { :s1 ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { :s1 a ?type }",
        "SELECT (COUNT(*) AS ?n) { ?s rdfs:member ?o }",
        "SELECT (COUNT(*) AS ?n) FROM :g1 { ?s ?p ?o }",
        "SELECT DISTINCT ?p FROM :g1 FROM :g2 { ?s ?p ?o }",
        "SELECT ?g FROM NAMED :g1 { GRAPH ?g {} }",
        "SELECT * { GRAPH :g1 { SELECT (COUNT(*) AS ?n) { ?s ?p ?o } } }",
        "SELECT * { GRAPH ?g { SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p } }",
        "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) { GRAPH <urn:x-arq:DefaultGraph> { ?s ?p ?o } }",
        "SELECT (COUNT(*) AS ?n) { GRAPH :nowhere { ?s ?p ?o } }",
        "SELECT DISTINCT ?s { ?s a :C1 }",
        "SELECT DISTINCT ?type { ?s a ?type } ORDER BY ?s",
        "SELECT DISTINCT ?p ?x { ?s ?p ?o }",
        "SELECT ?p { ?s ?p ?o }",
        "SELECT ?g { GRAPH ?g { ?s a :C1 } }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } VALUES ?p { :p1 }",
        "SELECT (COUNT(*) AS ?n) { { ?s ?p ?o } UNION { ?s a ?o } }",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o BIND(1 AS ?one) }",
        "SELECT (COUNT(*) AS ?n) { ?s :p1/:p2 ?o }",
    };

    @TempDir
    Path folder;

    static String[] known() {
        return KNOWN;
    }

    static String[] others() {
        return OTHERS;
    }

    @ParameterizedTest
    @MethodSource("known")
    void whatHasBeenCountedIsNotCountedAgain(String query) {
        Op op = compiled(query);
        Op known = new KnownCounts(counts()).applyTo(op);
        assertThat(hasPattern(known)).as(known.toString()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("others")
    void anyOtherQueryIsLeftAlone(String query) {
        Op op = compiled(query);
        boolean ofSomeGraphs = query.contains("FROM"); // which the engine itself sees to
        assertThat(ofSomeGraphs || new KnownCounts(counts()).applyTo(op) == op).isTrue();
    }

    @Test
    void theAnswersAreThoseOfArq() throws IOException {
        long seed = Seed.VALUE;
        for (int round = 0; round < 3; round++) {
            Path directory = folder.resolve("store" + round);
            Path file = Fixture.file(folder, "x.nq", String.join("", quads(new Random(seed + round), 300)));
            Loader.OWN.load(directory, List.of(file), n -> {});
            StoreCounts counts = StoreCounts.read(directory).orElseThrow();
            DatasetGraph store = DatabaseMgr.connectDatasetGraph(Location.create(directory));
            store.getContext().set(TDB2.symUnionDefaultGraph, true);
            try {
                for (String[] queries : List.of(KNOWN, OTHERS)) {
                    for (String query : queries) {
                        store.getContext().unset(ARQConstants.registryQueryEngines);
                        List<String> expected = rows(store, query);
                        PlannedEngine.install(store, Optional.of(counts));
                        assertThat(rows(store, query))
                                .as("seed %d: %s", seed + round, query)
                                .isEqualTo(expected);
                    }
                }
            } finally {
                store.close();
                TDBInternal.expel(store);
            }
        }
    }

    private static TreeSet<String> quads(Random random, int count) {
        TreeSet<String> quads = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            String subject = "<http://e/s" + random.nextInt(20) + ">";
            String pair = switch (random.nextInt(4)) {
                case 0 -> TYPE + " <http://e/C" + random.nextInt(4) + ">";
                case 1 -> "<http://e/n> \"" + random.nextInt(5) + "\"^^<http://www.w3.org/2001/XMLSchema#integer>";
                default -> "<http://e/p" + random.nextInt(4) + "> <http://e/s" + random.nextInt(20) + ">";
            };
            quads.add(subject + " " + pair + " <http://e/g" + random.nextInt(4) + "> .\n");
        }
        return quads;
    }

    /** The rows, sorted, with all their values by name. */
    private static List<String> rows(DatasetGraph store, String query) {
        return Txn.calculateRead(store, () -> {
            List<String> rows = new ArrayList<>();
            try (QueryExec execution =
                    QueryExec.dataset(store).query(PREFIXES + query).build()) {
                var result = execution.select();
                result.forEachRemaining(row -> rows.add(result.getResultVars().stream()
                        .map(variable -> variable + "=" + row.get(variable))
                        .toList()
                        .toString()));
            }
            if (!query.contains("ORDER BY")) {
                rows.sort(null);
            }
            return rows;
        });
    }

    private static StoreCounts counts() {
        GraphCounts counts = new GraphCounts(
                30,
                new TreeMap<>(Map.of("http://e/p1", 10L, "http://e/p2", 15L, TYPE.substring(1, TYPE.length() - 1), 5L)),
                new TreeMap<>(Map.of("http://e/C1", 5L)));
        return new StoreCounts(counts, new TreeMap<>(Map.of("http://e/g1", counts)));
    }

    private static Op compiled(String query) {
        return Algebra.compile(QueryFactory.create(PREFIXES + query));
    }

    private static boolean hasPattern(Op op) {
        boolean[] found = new boolean[1];
        Walker.walk(op, new OpVisitorBase() {
            @Override
            public void visit(OpBGP pattern) {
                found[0] = true;
            }

            @Override
            public void visit(OpGraph graph) {
                found[0] = true;
            }
        });
        return found[0];
    }
}
