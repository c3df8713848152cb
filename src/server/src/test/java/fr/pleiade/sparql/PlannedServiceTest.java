package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Fixture;
import fr.pleiade.store.Store;
import fr.pleiade.store.count.GraphCounts;
import fr.pleiade.store.count.StoreCounts;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the service asks its store by way of {@code sparql.plan}: with counts beside the index that are not the store's. */
class PlannedServiceTest {
    @TempDir
    Path folder;

    @Test
    void whatIsOnlyCountedIsTakenFromTheCountsBesideTheIndex() throws Exception {
        Path directory;
        try (Store store = Fixture.store(folder, "store", Fixture.QUADS)) {
            directory = store.directory();
        }
        GraphCounts union = new GraphCounts(1234, new TreeMap<>(Map.of("http://e/p", 1234L)), new TreeMap<>());
        GraphCounts communes = new GraphCounts(77, new TreeMap<>(Map.of("http://e/p", 77L)), new TreeMap<>());
        new StoreCounts(union, new TreeMap<>(Map.of(Fixture.COMMUNES, communes))).write(directory);
        try (SparqlService service = SparqlService.of(Path.of("fuseki-config", "pleiade.ttl"))) {
            service.serve(Store.open(directory));
            try (LocalServer server = new LocalServer(new ProtocolFilter(service), folder)) {
                assertThat(csv(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")).isEqualTo("n\r\n1234\r\n");
                assertThat(csv(server, "SELECT (COUNT(*) AS ?n) FROM <" + Fixture.COMMUNES + "> { ?s ?p ?o }"))
                        .isEqualTo("n\r\n77\r\n");
                assertThat(csv(server, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o FILTER(true) }"))
                        .as("anything else is looked for")
                        .isEqualTo("n\r\n5\r\n");
            }
        }
    }

    private static String csv(LocalServer server, String query) throws Exception {
        return server.query(query, "text/csv").body();
    }
}
