package fr.pleiade.release;

import fr.pleiade.linking.names.NameIndex;
import fr.pleiade.quads.Coding;
import fr.pleiade.quads.Durable;
import fr.pleiade.quads.PackedFile;
import fr.pleiade.quads.Sha256;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.release.inverse.InverseFile;
import fr.pleiade.store.OpenDatabase;
import fr.pleiade.store.Store;
import fr.pleiade.store.load.Loader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one release small, or whole again. The caller has the lock.
 *
 * <p>A pruned release has no index, and its graphs are packed. Whenever one of the two ends before its time, every graph is there, plain
 * or packed or both, and the index is there as a whole or not at all; done again, it goes on.
 */
public final class Pruning {
    private static final String REMOVED = "tdb2-removed";
    private static final String RESTORED = "tdb2-restored";
    private static final String UNFINISHED = ".unfinished";
    private final Release release;

    public Pruning(Release release) {
        this.release = release;
    }

    /** {@return whether this is something below a release that a pruning or a restoration has not finished} */
    static boolean isUnfinished(Path path) {
        String name = path.getFileName().toString();
        return name.equals(REMOVED) || name.equals(RESTORED) || name.endsWith(UNFINISHED);
    }

    /** {@return whether something is left to prune} */
    boolean isDue() {
        return release.isWhole()
                || Files.exists(folder(REMOVED))
                || Files.exists(folder(Inverse.FOLDER))
                || Files.exists(release.names())
                || release.graphs().stream().anyMatch(graph -> Files.exists(plain(graph)));
    }

    /** Removes the index, in one step for whoever looks. */
    void removeIndex() throws IOException {
        removeQuads();
        Building.delete(folder(Inverse.FOLDER));
        Building.delete(release.names());
    }

    private void removeQuads() throws IOException {
        Path removed = folder(REMOVED);
        Building.delete(removed);
        if (release.isWhole()) {
            Files.move(release.tdb2(), removed, StandardCopyOption.ATOMIC_MOVE);
            Durable.force(release.folder());
        }
        Building.delete(removed);
    }

    /**
     * Packs the graphs.
     *
     * @param packed the packed graphs of all releases by their digests, to which these are added: equal ones are stored once
     * @throws ReleaseException if a graph was altered; it stays as it is
     */
    void pack(Map<String, Path> packed) throws IOException {
        for (PublishedGraph graph : release.graphs()) {
            Path target = packed(graph);
            if (!Files.exists(target)) {
                pack(graph, packed);
                Durable.force(folder("graphs"));
            }
            packed.putIfAbsent(graph.sha256(), target);
            Files.deleteIfExists(plain(graph));
        }
    }

    private void pack(PublishedGraph graph, Map<String, Path> packed) throws IOException {
        Path unfinished = unfinished(packed(graph));
        Path same = packed.get(graph.sha256());
        if (same != null) {
            Building.reuse(same, unfinished);
            Durable.force(unfinished);
        } else {
            PackedFile.write(plain(graph), unfinished);
            try (InputStream in = Coding.ZSTD.decode(Files.newInputStream(unfinished))) {
                requireSame(graph, Sha256.of(in));
            }
            Durable.force(unfinished);
        }
        Files.move(unfinished, packed(graph), StandardCopyOption.ATOMIC_MOVE);
    }

    private void requireSame(PublishedGraph graph, String digest) throws IOException {
        if (!digest.equals(graph.sha256())) {
            Files.deleteIfExists(unfinished(packed(graph)));
            throw ReleaseException.altered(plain(graph), digest, graph.sha256());
        }
    }

    /**
     * Unpacks the graphs and builds the index again, where they are not there; and an index that an earlier version built otherwise, or
     * that was altered. What the manifest says of the index is then what was built: two indexes of the same need not have the same bytes.
     */
    public void restore(Loader loader) throws IOException {
        Building.delete(folder(REMOVED));
        for (PublishedGraph graph : release.graphs()) {
            if (!Files.exists(plain(graph))) {
                unpack(graph);
            }
        }
        if (!release.isWhole()) {
            turnAround();
            indexNames();
        } else if (release.namesProblem().isPresent()) {
            indexNames();
        }
        if (!release.isWhole() || release.indexProblem().isPresent() || !OpenDatabase.hasAllIndexes(release.tdb2())) {
            buildIndex(loader);
        }
        for (PublishedGraph graph : release.graphs()) {
            Files.deleteIfExists(packed(graph));
        }
    }

    private void unpack(PublishedGraph graph) throws IOException {
        Path unfinished = unfinished(plain(graph));
        try (InputStream in = release.openGraph(graph.slug())) {
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
        }
        Durable.force(unfinished);
        Files.move(unfinished, plain(graph), StandardCopyOption.ATOMIC_MOVE);
        Durable.force(folder("graphs"));
    }

    /** Before the index, for a release that has its index has this too. */
    private void turnAround() throws IOException {
        Path inverse = folder(Inverse.FOLDER);
        Path work = folder(RESTORED);
        Building.delete(inverse);
        Building.delete(work);
        Files.createDirectory(work);
        try {
            Set<String> codes = release.graph(PublishedGraph.VOCABULARY).isPresent()
                    ? InverseFile.codes(release.graphFile(PublishedGraph.VOCABULARY))
                    : Set.of();
            for (PublishedGraph graph : release.graphs()) {
                try (InverseFile file = new InverseFile(release.base(), codes, work)) {
                    file.write(plain(graph), InverseFile.of(release.folder(), graph.slug()), target -> {});
                }
            }
            Durable.forceAll(inverse);
        } finally {
            Building.delete(work);
        }
    }

    private void indexNames() throws IOException {
        Path work = folder(RESTORED);
        Building.delete(work);
        Files.createDirectory(work);
        try {
            Path index = work.resolve("names");
            NameIndex names = release.nameIndex();
            names.make(index, Optional.empty());
            requireNames(names, index);
            Building.delete(release.names());
            Files.move(index, release.names(), StandardCopyOption.ATOMIC_MOVE);
            Durable.force(release.folder());
        } finally {
            Building.delete(work);
        }
    }

    /** @throws PublicationException if an index of names has not what the graphs have */
    public static void requireNames(NameIndex names, Path index) throws IOException {
        Optional<String> problem = names.problem(index);
        if (problem.isPresent()) {
            throw PublicationException.environment(
                    index.toString(), problem.get(), "see whether the disk is sound, and publish again");
        }
    }

    private void buildIndex(Loader loader) throws IOException {
        Path building = folder(RESTORED);
        Building.delete(building);
        Files.createDirectory(building);
        try {
            Path index = building.resolve("tdb2");
            List<Path> files = release.graphs().stream().map(this::plain).toList();
            loader.load(index, files, quads -> {});
            requireTerms(index, files);
            Durable.forceAll(index);
            Manifest manifest = release.manifest();
            ManifestDocument.write(manifest.with(manifest.folders().indexed(building)), building);
            removeQuads();
            Files.move(index, release.tdb2(), StandardCopyOption.ATOMIC_MOVE);
            Path described = building.resolve(ManifestDocument.FILE);
            Durable.force(described);
            Files.move(described, folder(ManifestDocument.FILE), StandardCopyOption.ATOMIC_MOVE);
            Durable.force(release.folder());
        } finally {
            Building.delete(building);
        }
    }

    private static void requireTerms(Path index, List<Path> files) throws IOException {
        try (Store store = Store.open(index)) {
            Optional<IndexedTerms.Problem> problem = new IndexedTerms(store).problem(files);
            if (problem.isPresent()) {
                throw PublicationException.environment(
                        index.toString(), problem.get().found(), problem.get().advice());
            }
        }
    }

    /** {@return a file beside the one that is to be; it is written there first, over what an earlier attempt has left} */
    private static Path unfinished(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.deleteIfExists(unfinished);
        return unfinished;
    }

    private Path folder(String name) {
        return release.folder().resolve(name);
    }

    private Path plain(PublishedGraph graph) {
        return Release.graphFile(release.folder(), graph.slug());
    }

    private Path packed(PublishedGraph graph) {
        return Release.packedFile(release.folder(), graph.slug());
    }
}
