package fr.pleiade.release;

import fr.pleiade.linking.LinkReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What of the current release can be taken over: the graphs that are made from the same files by the same software. */
final class Reusable {
    private final Optional<Release> current;
    private final SortedMap<String, String> madeFrom;

    /** @param madeFrom for each slug, the digest of what the graph is to be made from */
    Reusable(Optional<Release> current, SortedMap<String, String> madeFrom) {
        this.current = current;
        this.madeFrom = madeFrom;
    }

    /** {@return the current release, if anything may be taken over from it} */
    Optional<Release> release() {
        return current;
    }

    /** {@return whether the current release is what would be made} */
    boolean isAll() {
        return current.filter(release -> release.manifest().madeFrom().equals(madeFrom))
                .isPresent();
    }

    /**
     * Takes a graph and its findings over into a building, if it can be.
     *
     * @return the graph's figures and links, or nothing if it must be made
     */
    Optional<DatasetGraph.Made> take(String slug, Building building) throws IOException {
        if (current.isEmpty() || !same(current.get().manifest(), slug)) {
            return Optional.empty();
        }
        Release release = current.get();
        Optional<PublishedGraph> graph = release.graph(slug);
        Path file = release.graphFile(slug);
        Path findings = Release.findingFile(release.folder(), slug);
        if (graph.isEmpty()
                || !Files.exists(findings)
                || !Sha256.of(file).equals(graph.get().sha256())) {
            return Optional.empty();
        }
        Building.reuse(file, building.graphFile(slug));
        Building.reuse(findings, building.findingFile(slug));
        List<LinkReport> links = release.manifest().links().getOrDefault(slug, List.of());
        return Optional.of(new DatasetGraph.Made(graph.get().withOnlyFindings(FindingFile.count(findings)), links));
    }

    private boolean same(Manifest manifest, String slug) {
        return madeFrom.containsKey(slug)
                && madeFrom.get(slug).equals(manifest.madeFrom().get(slug));
    }
}
