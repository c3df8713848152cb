package fr.pleiade.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The simulation is held to what the benchmark measured, and the paper to the simulation. */
class ScaleSimulationTest {
    private static final Path PAPER = Path.of("src/docs/scale.md");

    private final Constants measured = Constants.measured();

    /** {@code growth.tsv} has, of each size that was published: millions of quads, CPU seconds, bytes of the release. */
    @Test
    void whatItSaysOfOneMachineIsWhatWasMeasuredAtEachSize() {
        for (String[] row : Constants.lines("growth.tsv")) {
            double millions = Double.parseDouble(row[0]);
            List<ScaleSimulation.Cost> costs = new ScaleSimulation(measured)
                    .costs(new ScaleSimulation.Workload("measured", millions), Cluster.of(1));
            assertThat(costs.stream()
                            .mapToDouble(ScaleSimulation.Cost::coreSeconds)
                            .sum())
                    .as("CPU seconds of %s million quads", row[0])
                    .isCloseTo(Double.parseDouble(row[1]), Percentage.withPercentage(15));
            assertThat(costs.stream().mapToDouble(ScaleSimulation.Cost::bytes).sum())
                    .as("bytes of %s million quads", row[0])
                    .isCloseTo(Double.parseDouble(row[2]), Percentage.withPercentage(15));
        }
    }

    @Test
    void aStageTakesAsLongAsTheScarcestLetsIt() {
        Constants one = new Constants(List.of(
                new Constants.Stage("map", 16, 100e6, 0, 0, Constants.Place.ROWS),
                new Constants.Stage("verify", 1, 100e6, 100e6, 1, Constants.Place.GIVEN),
                new Constants.Stage("index", 8, 500e6, 0, 2, Constants.Place.PUBLISHER)));
        ScaleSimulation simulation = new ScaleSimulation(one);
        ScaleSimulation.Workload workload = new ScaleSimulation.Workload("ten", 10);
        // 160 core seconds on 16 cores: 10 s; 1 GB at 500 MB a second: 2 s. 80 core seconds on two: 40 s; 5 GB: 10 s.
        assertThat(simulation.costs(workload, Cluster.of(1)))
                .extracting(ScaleSimulation.Cost::name, ScaleSimulation.Cost::seconds, ScaleSimulation.Cost::limit)
                .containsExactly(
                        tuple("map", 10.0, ScaleSimulation.Limit.CORES),
                        tuple("index", 40.0, ScaleSimulation.Limit.TWO_CORES));
        // Three times 160 core seconds on 160 cores: 3 s; then 10 core seconds on one: 10 s; the index as before.
        assertThat(simulation.costs(workload, Cluster.of(10)))
                .extracting(ScaleSimulation.Cost::name, ScaleSimulation.Cost::seconds)
                .containsExactly(tuple("map (cluster)", 3.0), tuple("verify", 10.0), tuple("index", 40.0));
        // A thousand machines: 480 core seconds on 16,000 cores, 2 GB on a thousand disks, 1 GB over a thousand
        // networks.
        assertThat(simulation.costs(workload, Cluster.of(1000)).get(0).seconds())
                .isCloseTo(0.03, within(1e-9));
    }

    @Test
    void whatDoesNotFitIsSaid() {
        ScaleSimulation simulation = new ScaleSimulation(measured);
        assertThat(simulation.shortage(ScaleSimulation.Workload.REGISTER, Cluster.of(1)))
                .isEmpty();
        assertThat(simulation.shortage(ScaleSimulation.Workload.PORTAL, Cluster.of(100)))
                .hasValueSatisfying(said -> assertThat(said).startsWith("does not fit"));
    }

    @Test
    void thePaperHasTheTablesThatTheSimulationPrints() throws IOException {
        assertThat(Files.readString(PAPER))
                .contains(ScaleSimulation.tables(measured).strip());
    }

    @Test
    void thePaperHasTheConstants() throws IOException {
        String paper = Files.readString(PAPER);
        Map<String, String> rows = paper.lines()
                .filter(line -> line.startsWith("| `"))
                .collect(Collectors.toMap(line -> line.split("`")[1], line -> line, (one, other) -> one));
        for (String[] constant : Constants.lines("constants.tsv")) {
            assertThat(rows.get(constant[0]))
                    .as(constant[0])
                    .isNotNull()
                    .contains("| " + constant[1] + " |", "| " + constant[2] + " |");
        }
    }
}
