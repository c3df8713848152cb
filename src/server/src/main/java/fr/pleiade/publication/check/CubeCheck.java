package fr.pleiade.publication.check;

import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.cube.CubeStructure;
import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.Integrity;
import fr.pleiade.cube.Violation;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublishedGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Checks the cubes of a release: their structures, which stand among the vocabularies, and the observations of each dataset's graph.
 *
 * <p>A graph without observations is not read. Code lists may be in any graph.
 */
public final class CubeCheck {
    private static final List<String> LISTING =
            List.of(SKOS + "inScheme", SKOS + "topConceptOf", SKOS + "hasTopConcept", SKOS + "member");

    private final Cubes cubes;
    private final Map<String, Partitions> partitions;
    private final Function<String, Path> files;
    private final Path work;

    /**
     * @param vocabulary what the vocabularies say, cubes among it
     * @param partitions what was counted of each dataset's graph
     * @param files where a graph is, by its slug
     * @param work a folder for what is sorted
     */
    public CubeCheck(
            InMemoryGraph vocabulary, Map<String, Partitions> partitions, Function<String, Path> files, Path work) {
        this.cubes = Cubes.of(vocabulary);
        this.partitions = partitions;
        this.files = files;
        this.work = work;
    }

    /** Tells what is wrong in a graph. */
    public void check(String slug, Consumer<Finding> findings) throws IOException {
        Partitions counted = partitions.get(slug);
        boolean hasObservations = counted != null && counted.properties().containsKey(QB + "dataSet");
        boolean declares = slug.equals(PublishedGraph.VOCABULARY);
        if (!declares && !hasObservations) {
            return;
        }
        try (Integrity integrity = new Integrity(cubes, work, violation -> findings.accept(finding(violation)))) {
            if (declares) {
                integrity.lookAtStructures();
                return;
            }
            for (String other : read(slug)) {
                try (InputStream lines = Files.newInputStream(files.apply(other))) {
                    integrity.read(lines);
                }
            }
            integrity.finish();
        }
    }

    /** {@return the graphs to be read: this one, and where there are code lists those that list codes} */
    private TreeSet<String> read(String slug) {
        TreeSet<String> read = new TreeSet<>(List.of(slug));
        if (cubes.structures().values().stream().anyMatch(CubeCheck::hasCodes)) {
            read.add(PublishedGraph.VOCABULARY);
            partitions.forEach((other, counted) -> {
                boolean hasObservations = counted.properties().containsKey(QB + "dataSet");
                if (!hasObservations && LISTING.stream().anyMatch(counted.properties()::containsKey)) {
                    read.add(other);
                }
            });
        }
        return read;
    }

    private static boolean hasCodes(CubeStructure structure) {
        return structure.components().stream()
                .anyMatch(component -> component.codeList().isPresent());
    }

    private static Finding finding(Violation violation) {
        Text rule = violation.constraint().rule();
        Text problem = violation.problem();
        String label = violation.constraint().label();
        return Rule.BROKEN_CUBE.at(
                new Place.OfThing(violation.thing(), ""),
                "%1$s, %2$s: %4$s",
                "%1$s, %3$s : %5$s",
                label,
                rule.en(),
                rule.fr(),
                problem.en(),
                problem.fr());
    }
}
