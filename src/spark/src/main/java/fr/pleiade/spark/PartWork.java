package fr.pleiade.spark;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.engine.EmptyCells;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What every task of a run is given.
 *
 * @param plan what is mapped
 * @param files opens sources and tables
 * @param graph the graph of quads that the mapping leaves in the default graph; {@code ""} leaves them there
 * @param emptyCells what empty cells mean
 */
record PartWork(Plan plan, ClusterFiles files, String graph, EmptyCells emptyCells) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@return the circumstances of mapping a part} */
    Run run(Consumer<Finding> findings) {
        return Run.in(Path.of("")).withGraph(graph).withFindings(findings).withEmptyCells(emptyCells);
    }

    LogicalSource source(SourcePart part) {
        return plan.sources().get(part.source());
    }
}
