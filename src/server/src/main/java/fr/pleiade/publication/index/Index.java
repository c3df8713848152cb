package fr.pleiade.publication.index;

import fr.pleiade.quads.LineDiff;
import fr.pleiade.release.Building;
import fr.pleiade.release.IndexedTerms;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.store.OpenDatabase;
import fr.pleiade.store.Store;
import fr.pleiade.store.StoreException;
import fr.pleiade.store.load.IndexPatch;
import fr.pleiade.store.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * Makes the TDB2 index of a release in the making.
 *
 * <p>Where few triples differ from the current release, a copy of its index is patched, else a new one is loaded. Either way it is
 * opened, and must have of each graph exactly as many triples as {@link IndexedTriples} says, and their terms as {@link IndexedTerms}
 * looks for them.
 */
public final class Index {
    private static final long CHANGED_SHARE = 20; // at most one triple of so many
    private static final long BYTES_PER_TRIPLE = 1_000; // a fresh index takes half of it; patches make it grow
    private static final long SMALL = 240L << 20; // what TDB2's 24 files have before anything is in them, and some

    private final Building building;
    private final Collection<PublishedGraph> graphs;
    private final Loader loader;
    private final long triples;

    public Index(Building building, Collection<PublishedGraph> graphs, Loader loader) {
        this.building = building;
        this.graphs = List.copyOf(graphs);
        this.loader = loader;
        this.triples = graphs.stream().mapToLong(PublishedGraph::triples).sum();
    }

    /**
     * Makes the index.
     *
     * @param current the release whose index may be patched, by our own loader only
     * @param indexed told how many triples are in the index so far
     * @throws PublicationException if the index does not have what the graphs have
     */
    public void make(Optional<Release> current, LongConsumer indexed) throws IOException {
        boolean patched = loader == Loader.OWN && current.isPresent() && patch(current.get());
        if (!patched || !isComplete()) {
            Path folder = Release.tdb2(building.folder());
            Building.delete(folder);
            loader.load(folder, files(), indexed);
            requireComplete();
        }
        indexed.accept(triples);
    }

    private boolean patch(Release current) throws IOException {
        if (!Files.isDirectory(current.tdb2())
                || !OpenDatabase.hasAllIndexes(current.tdb2())
                || current.indexProblem().isPresent()
                || size(current.tdb2()) > BYTES_PER_TRIPLE * triples + SMALL) {
            return false;
        }
        Path removed = building.work().resolve("removed.nq");
        Path added = building.work().resolve("added.nq");
        try (LineDiff difference = new LineDiff(removed, added)) {
            for (String slug : Diff.slugs(graphs, current.graphs())) {
                difference.compare(existing(current.graphFile(slug)), existing(building.graphFile(slug)));
                if (difference.changes() * CHANGED_SHARE > triples) {
                    return false;
                }
            }
        }
        try {
            new IndexPatch(current.tdb2(), Release.tdb2(building.folder())).run(removed, added);
            return true;
        } catch (StoreException e) {
            return false; // it names blank nodes, or two spellings of one number: such an index is built anew
        }
    }

    private Path existing(Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        Path nothing = building.work().resolve("nothing.nq");
        return Files.exists(nothing) ? nothing : Files.createFile(nothing);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private boolean isComplete() throws IOException {
        return problem().isEmpty();
    }

    private void requireComplete() throws IOException {
        Optional<IndexedTerms.Problem> problem = problem();
        if (problem.isPresent()) {
            throw PublicationException.environment(
                    Release.tdb2(building.folder()).toString(),
                    problem.get().found(),
                    problem.get().advice());
        }
    }

    private Optional<IndexedTerms.Problem> problem() throws IOException {
        try (Store store = Store.open(Release.tdb2(building.folder()))) {
            Optional<IndexedTerms.Problem> miscounted = miscounted(store);
            return miscounted.isPresent() ? miscounted : new IndexedTerms(store).problem(files());
        }
    }

    /** An index cannot have more triples than its file has lines, so only where it has fewer must they be counted by their values. */
    private Optional<IndexedTerms.Problem> miscounted(Store store) throws IOException {
        for (PublishedGraph graph : graphs) {
            long found = store.count(graph.iri());
            long expected = found == graph.triples() ? found : IndexedTriples.count(building.graphFile(graph.slug()));
            if (found != expected) {
                return Optional.of(new IndexedTerms.Problem(
                        "the index has %d triples of <%s>, and should have %d of the %d in its file"
                                .formatted(found, graph.iri(), expected, graph.triples()),
                        "see whether the disk is sound, and publish again"));
            }
        }
        return Optional.empty();
    }

    private List<Path> files() {
        return graphs.stream().map(graph -> building.graphFile(graph.slug())).toList();
    }
}
