package fr.pleiade.publication;

import fr.pleiade.quads.Sha256;
import fr.pleiade.release.Building;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.origin.OriginFile;
import fr.pleiade.release.origin.OriginRule;
import fr.pleiade.store.OpenDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What of the current release can be taken over: the graphs that are made from the same files by the same software. */
final class Reusable {
    private final Optional<Release> current;
    private final MadeFrom before;
    private final MadeFrom now;

    /**
     * @param before what the current release's graphs were made from
     * @param now what the graphs are to be made from
     */
    Reusable(Optional<Release> current, MadeFrom before, MadeFrom now) {
        this.current = current;
        this.before = before;
        this.now = now;
    }

    /** {@return that nothing may be taken over} */
    static Reusable nothing(MadeFrom now) {
        return new Reusable(Optional.empty(), now, now);
    }

    /** {@return the current release, if anything may be taken over from it} */
    Optional<Release> release() {
        return current;
    }

    /** {@return the current release, if it is what would be made} */
    Optional<Release> all() {
        return current.filter(release -> release.isWhole()
                && release.isServable()
                && OpenDatabase.hasAllIndexes(release.tdb2())
                && before.equals(now));
    }

    /**
     * Takes a graph and its findings over into a building, if it can be.
     *
     * @return the graph's figures and links, or nothing if it must be made
     */
    Optional<DatasetGraph.Made> take(String slug, Building building) throws IOException {
        Optional<PublishedGraph> graph = current.flatMap(release -> release.graph(slug));
        if (graph.isEmpty() || current.isEmpty() || !before.agrees(now, slug)) {
            return Optional.empty();
        }
        Release release = current.get();
        Path file = release.graphFile(slug);
        Path findings = Release.findingFile(release.folder(), slug);
        Path origins = OriginFile.of(release.folder(), slug);
        if (!Files.exists(findings)
                || !Files.exists(origins)
                || !Sha256.of(file).equals(graph.get().sha256())) {
            return Optional.empty();
        }
        Building.reuse(file, building.graphFile(slug));
        Building.reuse(findings, building.findingFile(slug));
        Files.createDirectories(OriginFile.of(building.folder(), slug).getParent());
        Building.reuse(origins, OriginFile.of(building.folder(), slug));
        Building.reuse(OriginRule.fileOf(release.folder(), slug), OriginRule.fileOf(building.folder(), slug));
        Path table = Release.tableFile(release.folder(), slug);
        if (Files.exists(table)) {
            Building.reuse(table, building.tableFile(slug));
            Building.reuse(Release.schemaFile(release.folder(), slug), building.schemaFile(slug));
        }
        return Optional.of(new DatasetGraph.Made(
                graph.get(),
                release.links(slug),
                release.manifest().stated().getOrDefault(slug, new TreeMap<>()),
                Set.of()));
    }
}
