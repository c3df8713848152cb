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
        Building.clean(state);
        Inputs inputs = clock.run(
                Stage.ACQUIRE,
                () -> Inputs.acquire(
                        site,
                        sources,
                        clock.progress(Stage.ACQUIRE, site.datasets().size())));
        SortedMap<String, String> madeFrom = inputs.madeFrom(site.base());
        Optional<Release> current = reuse == Publisher.Reuse.NOTHING ? Optional.empty() : releases.current();
        Reusable reusable = new Reusable(current, madeFrom);
        if (current.isPresent() && reusable.isAll()) {
            return report(PublishReport.Outcome.UNCHANGED, current.get());
        }
        try (Building building = Building.begin(state)) {
            Graphs graphs = new Graphs(site, sources, building, inputs, reusable, clock);
            return report(PublishReport.Outcome.PUBLISHED, build(graphs, building, inputs, madeFrom));
        }
    }

    private Release build(Graphs graphs, Building building, Inputs inputs, SortedMap<String, String> madeFrom)
            throws IOException {
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
        return clock.run(Stage.SWITCH, () -> {
            Release same = Release.open(target);
            Index.restore(same);
            return switchTo(same);
        });
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
        releases.point(release);
        return release;
    }

    private PublishReport report(PublishReport.Outcome outcome, Release release) {
        return new PublishReport(
                outcome, release.id(), release.graphs(), release.manifest().links(), clock.durations());
    }
}
