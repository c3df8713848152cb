package fr.pleiade.release;

import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** One publication, from its first stage to its last. */
final class Publication {
    private final Site site;
    private final Path sources;
    private final Path state;
    private final Publisher.Reuse reuse;
    private final Releases releases;
    private final StageClock clock;

    Publication(Site site, Path sources, Path state, Publisher.Reuse reuse, PublishObserver observer) {
        this.site = site;
        this.sources = sources;
        this.state = state;
        this.reuse = reuse;
        this.releases = Releases.in(state);
        this.clock = new StageClock(observer);
    }

    PublishReport run() throws IOException {
        for (Path leftover : Building.leftovers(state)) {
            Building.delete(leftover);
        }
        Inputs inputs = clock.run(
                Stage.ACQUIRE,
                () -> Inputs.acquire(
                        site,
                        sources,
                        clock.progress(Stage.ACQUIRE, site.datasets().size())));
        SortedMap<String, String> madeFrom = inputs.madeFrom(site.base());
        Optional<Release> current = reuse == Publisher.Reuse.NOTHING ? Optional.empty() : releases.current();
        if (current.isPresent() && current.get().manifest().madeFrom().equals(madeFrom)) {
            return report(PublishReport.Outcome.UNCHANGED, current.get());
        }
        try (Building building = Building.begin(state)) {
            return report(PublishReport.Outcome.PUBLISHED, build(building, inputs, madeFrom));
        }
    }

    private Release build(Building building, Inputs inputs, SortedMap<String, String> madeFrom) throws IOException {
        Graphs graphs = new Graphs(site, sources, building, inputs, clock);
        clock.run(Stage.MAP, graphs::map);
        clock.run(Stage.LINK, graphs::link);
        clock.run(Stage.CHECK, graphs::check);
        Path target = releases.folder().resolve(graphs.releaseId());
        if (!Files.exists(target)) {
            clock.run(Stage.INDEX, graphs::index);
            return clock.run(Stage.SWITCH, () -> {
                ManifestDocument.write(manifest(inputs, graphs, madeFrom), building.folder());
                return switchTo(building.finish(releases.folder(), graphs.releaseId()));
            });
        }
        return clock.run(Stage.SWITCH, () -> switchTo(Release.open(target)));
    }

    private Manifest manifest(Inputs inputs, Graphs graphs, SortedMap<String, String> madeFrom) {
        return new Manifest(
                graphs.releaseId(),
                site.base(),
                Instant.now(),
                Software.NAME,
                inputs.all(),
                graphs.published(),
                graphs.links(),
                madeFrom,
                clock.durations());
    }

    private Release switchTo(Release release) {
        releases.makeCurrent(release);
        return release;
    }

    private PublishReport report(PublishReport.Outcome outcome, Release release) {
        return new PublishReport(
                outcome, release.id(), release.graphs(), release.manifest().links(), clock.durations());
    }
}
