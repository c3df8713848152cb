package fr.pleiade.sparql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetDescription;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DynamicDatasets;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneGraphTest {
    static {
        JenaSystem.init();
    }

    private static final String PREFIX = "PREFIX : <http://e/> ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM :g0 { ?s ?p ?o }",
                "SELECT ?s FROM :g1 { ?s :p0 ?x . ?x :p1 ?o } ORDER BY ?s ?o LIMIT 3",
                "SELECT (COUNT(*) AS ?n) FROM :g0 { ?s ?p ?o }",
                "SELECT ?p (COUNT(*) AS ?n) FROM :g0 { ?s ?p ?o } GROUP BY ?p HAVING (COUNT(*) > 1)",
                "SELECT * FROM :g0 { ?s :p0|:p1 ?o }",
                "SELECT * FROM :g0 { ?s :p0* ?o }",
                "SELECT * FROM :g0 { ?s :p0 ?o OPTIONAL { ?o :p1 ?x } MINUS { ?s :p2 ?o } }",
                "SELECT * FROM :g0 { { SELECT ?s (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s } ?s :p0 ?x }",
                "SELECT * FROM :g0 { { ?s :p0 ?o } UNION { ?s :p1 ?o } } VALUES ?s { :n1 :n2 }",
                "SELECT * FROM :g0 { ?s :p0 ?o BIND(STR(?o) AS ?x) FILTER(?s != ?o) }",
                "SELECT * FROM :g0 {}",
                "SELECT * FROM :g9 { ?s ?p ?o }",
            })
    void theRowsAreTheSame(String text) {
        DatasetGraph store = store();
        try {
            Query query = QueryFactory.create(PREFIX + text);
            Query ofStore = OneGraph.asPattern(query, text, DatasetDescription.create(query))
                    .orElseThrow();
            assertThat(ofStore.hasDatasetDescription()).isFalse();
            assertThat(Txn.calculateRead(store, () -> rows(store, ofStore))).isEqualTo(asked(store, query));
            assertThat(ofStore.getResultVars()).isEqualTo(query.getResultVars());
        } finally {
            store.close();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM :g0 FROM :g1 { ?s ?p ?o }",
                "SELECT * FROM :g0 FROM NAMED :g1 { ?s ?p ?o }",
                "SELECT * FROM NAMED :g1 { ?s ?p ?o }",
                "SELECT * FROM :g0 { GRAPH ?g { ?s ?p ?o } }",
                "SELECT * FROM :g0 { ?s ?p ?o { SELECT * { graph ?g { ?s ?p ?o } } } }",
                "SELECT ?s (EXISTS { ?s :p1 ?x } AS ?b) FROM :g0 { ?s ?p ?o }",
                "DESCRIBE ?s FROM :g0 { ?s ?p ?o }",
                "DESCRIBE :n1 FROM :g0",
            })
    void anyOtherQueryIsLeftAlone(String text) {
        Query query = QueryFactory.create(PREFIX + text);
        assertThat(OneGraph.asPattern(query, text, DatasetDescription.create(query)))
                .isEmpty();
    }

    @Test
    void theGraphOfTheRequestTakesThePlaceOfThatOfTheQuery() {
        Query query = QueryFactory.create(PREFIX + "SELECT * FROM :g0 { ?s ?p ?o }");
        DatasetDescription asked = new DatasetDescription(List.of("http://e/g1"), List.of());
        Optional<Query> ofStore = OneGraph.asPattern(query, "", asked);
        assertThat(ofStore.orElseThrow().toString()).contains("g1").doesNotContain("g0", "FROM");
        assertThat(query.getGraphURIs()).as("the query that was given").containsExactly("http://e/g0");
    }

    /** {@return the rows as Fuseki finds them, of a dataset that has that graph only} */
    private static List<String> asked(DatasetGraph store, Query query) {
        Query withoutFrom = query.cloneQuery();
        withoutFrom.getGraphURIs().clear();
        return Txn.calculateRead(
                store,
                () -> rows(
                        DynamicDatasets.dynamicDataset(DatasetDescription.create(query), store, false), withoutFrom));
    }

    private static DatasetGraph store() {
        DatasetGraph store = DatabaseMgr.createDatasetGraph();
        store.getContext().set(TDB2.symUnionDefaultGraph, true);
        PlannedEngine.install(store, Optional.empty());
        Random random = new Random(20251125);
        Txn.executeWrite(store, () -> {
            for (int i = 0; i < 80; i++) {
                store.add(Quad.create(
                        node("g" + random.nextInt(3)),
                        node("n" + random.nextInt(8)),
                        node("p" + random.nextInt(3)),
                        node("n" + random.nextInt(8))));
            }
        });
        return store;
    }

    private static Node node(String name) {
        return NodeFactory.createURI("http://e/" + name);
    }

    private static List<String> rows(DatasetGraph store, Query query) {
        List<String> rows = new ArrayList<>();
        try (QueryExec execution = QueryExec.dataset(store).query(query).build()) {
            var result = execution.select();
            result.forEachRemaining(row -> rows.add(result.getResultVars().stream()
                    .map(variable -> variable + "=" + row.get(variable))
                    .toList()
                    .toString()));
        }
        rows.sort(null);
        return rows;
    }
}
