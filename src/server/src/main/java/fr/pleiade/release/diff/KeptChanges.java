package fr.pleiade.release.diff;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Building;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a release has changed, worked out once, when it was made, and kept in its folder: {@code changes/}.
 *
 * <p>It leads from the release that was the current one at that time: after a rollback, from the one that was gone back to. A first
 * release has none, and neither has one that replaces a damaged one. A release that becomes current again, by a rollback or because the
 * same is made again, keeps what it had.
 *
 * <p>{@code counts.txt} has the figures of each graph that differs and is read at once: lines {@code graph <slug>}, {@code things
 * <added> <removed> <changed>} and {@code property <iri> <before> <removed> <added>}. Beside it stands a {@link PatchFile} for each such
 * graph, of which any page is read without those before it. Graphs of equal digests are not read. Thread-safe; holds the figures.
 */
public final class KeptChanges {
    /** How many things there are on a page. */
    public static final int PER_PAGE = PatchFile.PER_PAGE;

    private static final String COUNTS = "counts.txt";
    private static final ChangeCounts NONE = new ChangeCounts(Map.of(), Collections.emptySortedMap());

    private final Path folder;
    private final String before;
    private final SortedMap<String, ChangeCounts> counts;

    private KeptChanges(Path folder, String before, SortedMap<String, ChangeCounts> counts) {
        this.folder = folder;
        this.before = before;
        this.counts = Collections.unmodifiableSortedMap(counts);
    }

    /**
     * {@return what a release has changed, if it was compared with another one}
     *
     * @throws ReleaseException if it cannot be read
     */
    public static Optional<KeptChanges> of(Release release) {
        String before = release.manifest().folders().comparedWith();
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Path folder = release.folder().resolve(Manifest.CHANGES);
        try {
            return Optional.of(new KeptChanges(folder, before, readCounts(folder.resolve(COUNTS))));
        } catch (IOException | UncheckedIOException e) {
            throw ReleaseException.damaged(folder, "what the release has changed cannot be read", e);
        }
    }

    /**
     * Compares a release in the making with the one that is current.
     *
     * @param after its graphs, whose files are there
     * @param base the base of its addresses
     */
    public static KeptChanges write(Release before, Collection<PublishedGraph> after, String base, Building building)
            throws IOException {
        Path folder = Files.createDirectories(building.folder().resolve(Manifest.CHANGES));
        SortedSet<String> slugs = Diff.slugs(before.graphs(), after);
        SortedMap<String, ChangeCounts> counts = new TreeMap<>();
        for (String slug : slugs) {
            boolean isThere = after.stream().anyMatch(graph -> graph.slug().equals(slug));
            try (InputStream old = Diff.open(before, slug);
                    InputStream young =
                            isThere ? Files.newInputStream(building.graphFile(slug)) : InputStream.nullInputStream()) {
                Path plain = building.work().resolve(slug + ".rdfp");
                try (PatchFile.Writer patch = new PatchFile(folder.resolve(slug)).writer(plain, address(before))) {
                    counts.put(slug, compare(old, young, base, patch));
                }
            }
        }
        writeCounts(counts, folder.resolve(COUNTS));
        return new KeptChanges(folder, before.id(), counts);
    }

    private static String address(Release release) {
        return release.base() + "release/" + release.id();
    }

    private static ChangeCounts compare(InputStream old, InputStream young, String base, PatchFile.Writer patch)
            throws IOException {
        PropertyCounter properties = new PropertyCounter();
        Map<EntityChange.Kind, Long> things = new EnumMap<>(EntityChange.Kind.class);
        GraphDiff.compare(old, young, base, properties, thing -> {
            patch.add(thing);
            things.merge(thing.kind(), 1L, Long::sum);
        });
        return new ChangeCounts(things, properties.values());
    }

    private static void writeCounts(SortedMap<String, ChangeCounts> counts, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        counts.forEach((slug, graph) -> {
            lines.add("graph " + slug);
            lines.add("things %d %d %d"
                    .formatted(
                            graph.things(EntityChange.Kind.ADDED),
                            graph.things(EntityChange.Kind.REMOVED),
                            graph.things(EntityChange.Kind.CHANGED)));
            graph.properties()
                    .forEach((iri, values) -> lines.add(
                            "property %s %d %d %d".formatted(iri, values.before(), values.removed(), values.added())));
        });
        Files.write(file, lines);
    }

    private static SortedMap<String, ChangeCounts> readCounts(Path file) throws IOException {
        SortedMap<String, ChangeCounts> counts = new TreeMap<>();
        String slug = "";
        Map<EntityChange.Kind, Long> things = Map.of();
        SortedMap<String, ChangeCounts.Values> properties = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ");
            switch (parts[0]) {
                case "graph" -> {
                    slug = parts[1];
                    properties = new TreeMap<>();
                }
                case "things" -> things = things(parts);
                default ->
                    properties.put(
                            parts[1],
                            new ChangeCounts.Values(
                                    Long.parseLong(parts[2]), Long.parseLong(parts[3]), Long.parseLong(parts[4])));
            }
            counts.put(slug, new ChangeCounts(things, properties));
        }
        return counts;
    }

    private static Map<EntityChange.Kind, Long> things(String[] parts) {
        Map<EntityChange.Kind, Long> things = new EnumMap<>(EntityChange.Kind.class);
        for (EntityChange.Kind kind : EntityChange.Kind.values()) {
            long number = Long.parseLong(parts[1 + kind.ordinal()]);
            if (number > 0) {
                things.put(kind, number);
            }
        }
        return things;
    }

    /** {@return the id of the release from which they lead} */
    public String before() {
        return before;
    }

    /** {@return the figures of each graph that differs, by its slug} */
    public SortedMap<String, ChangeCounts> counts() {
        return counts;
    }

    /** {@return the figures of one graph; nothing but zeros if it does not differ} */
    public ChangeCounts counts(String slug) {
        return counts.getOrDefault(slug, NONE);
    }

    /** {@return how many things of all datasets this became of} */
    public long inDatasets(EntityChange.Kind kind) {
        return counts.entrySet().stream()
                .filter(graph -> !PublishedGraph.NOT_DATASETS.contains(graph.getKey()))
                .mapToLong(graph -> graph.getValue().things(kind))
                .sum();
    }

    /**
     * {@return one page of the things of a graph that differ, in the order of their IRIs; empty if there is no such page or graph}
     *
     * @param page from 1
     */
    public List<EntityChange> page(String slug, int page) {
        List<EntityChange> changes = new ArrayList<>();
        read(
                slug,
                patch -> patch.read((page - 1L) * PER_PAGE, change -> {
                    changes.add(change);
                    return changes.size() < PER_PAGE;
                }));
        return List.copyOf(changes);
    }

    /** {@return what became of one thing in a graph, if it differs; reads some pages, whatever their number} */
    public Optional<EntityChange> find(String slug, Term thing) {
        List<EntityChange> found = new ArrayList<>();
        int[] seen = new int[1];
        read(
                slug,
                patch -> patch.readNear(thing.toNTriples(), change -> {
                    if (change.entity().equals(thing.text())) {
                        found.add(change);
                    }
                    return found.isEmpty() && ++seen[0] < PER_PAGE;
                }));
        return found.stream().findFirst();
    }

    /** Gives each thing of a graph that differs, in the same order. */
    public void forEach(String slug, Consumer<EntityChange> changes) {
        read(
                slug,
                patch -> patch.read(0, change -> {
                    changes.accept(change);
                    return true;
                }));
    }

    @FunctionalInterface
    private interface Work {
        void on(PatchFile patch) throws IOException;
    }

    private void read(String slug, Work work) {
        if (!counts.containsKey(slug)) {
            return;
        }
        try {
            work.on(new PatchFile(folder.resolve(slug)));
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(slug) + ": " + e.getMessage(), e);
        }
    }
}
