package fr.pleiade.materialisation;

import fr.pleiade.quads.GraphWriter;
import fr.pleiade.quads.LineSorter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Adds to graphs what follows from them.
 *
 * @param materialisation what is to be stated
 * @param work a folder for what does not fit in memory
 * @param base the site's base
 */
public record Statements(Materialisation materialisation, Path work, String base) {
    /**
     * What was added to a graph.
     *
     * @param figures the graph's figures now
     * @param written how many statements follow
     */
    public record Added(GraphWriter.Figures figures, Materialisation.Written written) {}

    /** Adds to a graph's file what follows from it. {@return what that was, if something follows} */
    public Optional<Added> add(Path graph, List<Path> others) throws IOException {
        if (materialisation.isEmpty()) {
            return Optional.empty();
        }
        try (LineSorter sorter = new LineSorter(work)) {
            Materialisation.Written written = materialisation.write(graph, others, sorter);
            if (written.isNothing()) {
                return Optional.empty();
            }
            Path before = Files.move(graph, work.resolve(graph.getFileName() + ".before"));
            sorter.addSorted(before);
            GraphWriter.Figures figures = GraphWriter.write(sorter, graph, base);
            Files.delete(before);
            return Optional.of(new Added(figures, written));
        }
    }
}
