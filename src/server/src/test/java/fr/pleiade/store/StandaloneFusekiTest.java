package fr.pleiade.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandaloneFusekiTest {
    @TempDir
    Path folder;

    @Test
    void theConfigurationServesTheCurrentReleaseReadOnly() throws Exception {
        Fixture.store(folder.resolve("var/current"), "tdb2", Fixture.QUADS).close();
        String config = Path.of("fuseki-config", "pleiade.ttl").toAbsolutePath().toString();
        try (StandaloneFuseki fuseki = new StandaloneFuseki(folder, "--config=" + config)) {
            String acrossGraphs =
                    "SELECT ?code { ?school <http://example.org/commune>/<http://example.org/code> ?code }";
            assertThat(fuseki.query("/sparql", acrossGraphs)).isEqualToIgnoringNewLines("code75056");
            assertThat(fuseki.update("/sparql", "CLEAR ALL")).isBetween(400, 499);
            assertThat(fuseki.update("/data?default", "CLEAR ALL")).isBetween(400, 499);
            assertThat(fuseki.query("/sparql", "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }"))
                    .contains("SERVICE");
        }
    }
}
