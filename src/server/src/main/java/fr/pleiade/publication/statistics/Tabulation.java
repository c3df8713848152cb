package fr.pleiade.publication.statistics;

import static fr.pleiade.rdf.Vocabulary.QB;

import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.table.CubeTables;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Building;
import fr.pleiade.release.Release;
import fr.pleiade.site.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Collection;
import java.util.Map;

/** Makes the tables of a release's cubes, in which pages find slices. A graph without observations is not read. */
public final class Tabulation {
    private Tabulation() {}

    /**
     * Writes the tables into the release.
     *
     * @param vocabulary what the vocabularies say; cubes may be described there, or by the datasets
     * @param partitions what was counted of each dataset's graph
     */
    public static void write(
            InMemoryGraph vocabulary,
            Collection<Dataset> datasets,
            Map<String, Partitions> partitions,
            Building building)
            throws IOException {
        InMemoryGraph described = new InMemoryGraph();
        described.addAll(vocabulary);
        datasets.forEach(dataset -> described.addAll(dataset.description()));
        try (CubeTables tables = new CubeTables(Cubes.of(described), Release.cubes(building.folder()))) {
            for (Map.Entry<String, Partitions> counted : partitions.entrySet()) {
                if (counted.getValue().properties().containsKey(QB + "dataSet")) {
                    try (InputStream lines = Files.newInputStream(building.graphFile(counted.getKey()))) {
                        tables.read(counted.getKey(), lines);
                    }
                }
            }
        }
    }
}
