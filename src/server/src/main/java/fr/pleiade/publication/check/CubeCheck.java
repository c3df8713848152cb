package fr.pleiade.publication.check;

import static fr.pleiade.rdf.Vocabulary.CUBE;
import static fr.pleiade.rdf.Vocabulary.CUBE_LINK;
import static fr.pleiade.rdf.Vocabulary.QB;
import static fr.pleiade.rdf.Vocabulary.SDMX_ATTRIBUTE;
import static fr.pleiade.rdf.Vocabulary.SKOS;

import fr.pleiade.cube.CubeStructure;
import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.Integrity;
import fr.pleiade.cube.Violation;
import fr.pleiade.cube.link.LinkShapes;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.publication.count.Partitions;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.PublishedGraph;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the cubes of a release: their structures, which stand among the vocabularies, and the observations of each dataset's graph.
 *
 * <p>A graph without observations is not read. Code lists may be in any graph.
 */
public final class CubeCheck {
    private static final List<String> LISTING =
            List.of(SKOS + "inScheme", SKOS + "topConceptOf", SKOS + "hasTopConcept", SKOS + "member");

    /** How many violations are told with the rows that they come from. */
    private static final int PLACED = 10_000;

    private final Cubes cubes;
    private final Set<String> inCells;
    private final Map<String, Partitions> partitions;
    private final Function<String, Path> files;
    private final Path work;
    private final BiFunction<String, Set<Quad>, Map<Quad, Place>> rows;

    /**
     * @param vocabulary what the vocabularies say, cubes among it
     * @param partitions what was counted of each dataset's graph
     * @param files where a graph is, by its slug
     * @param work a folder for what is sorted
     * @param rows which rows of a dataset, by its slug, say some triples: asked only if something is wrong
     */
    public CubeCheck(
            InMemoryGraph vocabulary,
            Map<String, Partitions> partitions,
            Function<String, Path> files,
            Path work,
            BiFunction<String, Set<Quad>, Map<Quad, Place>> rows) {
        this.rows = rows;
        this.cubes = Cubes.of(vocabulary);
        this.inCells = new HashSet<>(Set.of(SDMX_ATTRIBUTE + "obsStatus"));
        cubes.structures()
                .values()
                .forEach(structure ->
                        structure.all(CubeStructure.Kind.MEASURE).forEach(measure -> inCells.add(measure.property())));
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
        List<Violation> violations = new ArrayList<>();
        Consumer<Violation> collecting = violation -> {
            if (violations.size() < PLACED) {
                violations.add(violation);
            } else {
                findings.accept(finding(violation, Map.of()));
            }
        };
        Path file = files.apply(slug);
        try (Integrity integrity = new Integrity(cubes, work, collecting);
                LinkShapes shapes = new LinkShapes(file, linkedCubes(file, counted), collecting)) {
            if (declares) {
                integrity.lookAtStructures();
            }
            integrity.lookAtViews();
            for (String other : declares ? Set.<String>of() : read(slug)) {
                try (InputStream lines = Files.newInputStream(files.apply(other))) {
                    integrity.read(lines, other.equals(slug) ? shapes::look : subject -> {});
                }
            }
            integrity.finish();
            shapes.finish();
        }
        Map<Quad, Place> places = places(slug, violations);
        violations.forEach(violation -> findings.accept(finding(violation, places)));
    }

    /** {@return the cubes of a graph in cube.link's words: those that are declared so, if it has no others} */
    private Set<String> linkedCubes(Path file, @Nullable Partitions counted) throws IOException {
        long said = counted == null ? 0 : counted.properties().getOrDefault(CUBE_LINK + "observationSet", 0L);
        if (said == 0) {
            return Set.of();
        }
        GraphFile graph = GraphFile.of(file);
        Set<String> declared = cubes.structures().keySet().stream()
                .filter(dataSet -> cubes.graph()
                        .objects(new Term.Iri(dataSet), CUBE + "alsoAs")
                        .contains(new Term.Iri(CUBE_LINK)))
                .filter(graph::hasSubject)
                .collect(Collectors.toSet());
        return declared.size() == said ? declared : LinkShapes.cubes(file);
    }

    /**
     * {@return where the evidence comes from; that something is an observation, from the cell of its number, or of what stands there instead:
     * a row may have many observations}
     */
    private Map<Quad, Place> places(String slug, List<Violation> violations) {
        Set<Quad> evidence =
                violations.stream().flatMap(each -> each.evidence().stream()).collect(Collectors.toSet());
        if (evidence.isEmpty()) {
            return Map.of();
        }
        GraphFile graph = GraphFile.of(files.apply(slug));
        Map<Quad, Quad> cells = new HashMap<>();
        evidence.stream()
                .filter(each -> each.predicate().equals(Vocabulary.TYPE))
                .forEach(each -> graph.about(each.subject(), quad -> {
                    if (inCells.contains(quad.predicate().value())) {
                        cells.putIfAbsent(each, new Quad(quad.subject(), quad.predicate(), quad.object()));
                    }
                }));
        evidence.addAll(cells.values());
        Map<Quad, Place> places = new HashMap<>(rows.apply(slug, evidence));
        cells.forEach((observation, cell) ->
                Optional.ofNullable(places.get(cell)).ifPresent(place -> places.put(observation, place)));
        return places;
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

    private static Finding finding(Violation violation, Map<Quad, Place> places) {
        List<Place> rows = violation.evidence().stream()
                .flatMap(triple -> Optional.ofNullable(places.get(triple)).stream())
                .toList();
        Place place = rows.isEmpty() ? new Place.OfThing(violation.thing(), "") : rows.get(0);
        String thing = rows.isEmpty() ? "" : "<" + violation.thing() + "> ";
        String others = rows.stream().skip(1).map(Place::describe).collect(Collectors.joining(", ", " (", ")"));
        Text problem = violation.problem();
        String en = thing + problem.en() + (rows.size() > 1 ? others : "");
        String fr = thing + problem.fr() + (rows.size() > 1 ? others : "");
        Text rule = violation.constraint().rule();
        return switch (violation.constraint()) {
            case SUM -> Rule.TOTAL_DIFFERS.at(place, "%1$s", "%2$s", en, fr);
            case FAR_YEAR -> Rule.FAR_YEAR.at(place, "%1$s", "%2$s", en, fr);
            case VIEW -> Rule.NOT_FOR_CUBE_LINK.at(place, "%1$s", "%2$s", en, fr);
            case VARIED -> Rule.CONSTANT_DIMENSION.at(place, "%1$s", "%2$s", en, fr);
            default ->
                Rule.BROKEN_CUBE.at(
                        place,
                        "%1$s, %2$s: %4$s",
                        "%1$s, %3$s : %5$s",
                        violation.constraint().label(),
                        rule.en(),
                        rule.fr(),
                        en,
                        fr);
        };
    }
}
