package fr.pleiade.release;

import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One publication, from its first stage to its last. */
final class Publication {
    private final Site site;
    private final Path state;
    private final Publisher.Reuse reuse;
    private final Releases releases;
    private final StageClock clock;

    Publication(Site site, Path state, Publisher.Reuse reuse, PublishObserver observer) {
        this.site = site;
        this.state = state;
        this.reuse = reuse;
        this.releases = Releases.in(state);
        this.clock = new StageClock(observer);
    }

    /** Gets the sources, telling how that advances. */
    @FunctionalInterface
    interface Acquisition {
        Fetched run(StageClock.Progress progress) throws IOException;
    }

    PublishReport run(Acquisition acquisition) throws IOException {
        Building.clean(state);
        Acquired acquired = clock.run(Stage.ACQUIRE, () -> acquire(acquisition));
        Optional<Release> same = acquired.reusable().all();
        if (same.isPresent()) {
            return report(PublishReport.Outcome.UNCHANGED, same.get(), acquired);
        }
        try (Building building = Building.begin(state)) {
            Graphs graphs = new Graphs(site, building, acquired, clock);
            return report(PublishReport.Outcome.PUBLISHED, build(graphs, building, acquired), acquired);
        }
    }

    private Acquired acquire(Acquisition acquisition) throws IOException {
        StageClock.Progress progress =
                clock.progress(Stage.ACQUIRE, site.datasets().size());
        Fetched fetched = acquisition.run(progress);
        Inputs inputs = Inputs.acquire(site, fetched.folder(), progress);
        MadeFrom madeFrom = inputs.madeFrom(site.base());
        Reusable reusable =
                reuse == Publisher.Reuse.NOTHING ? Reusable.nothing(madeFrom) : Reusable.of(sound(), madeFrom);
        return new Acquired(fetched, inputs, madeFrom, reusable);
    }

    /** {@return the current release, if it is not damaged; a damaged one is replaced, not built on} */
    private Optional<Release> sound() {
        try {
            Optional<Release> current = releases.current();
            current.ifPresent(Release::verifyGraphs);
            return current;
        } catch (ReleaseException e) {
            requireDamage(e);
            return Optional.empty();
        }
    }

    private static void requireDamage(ReleaseException e) {
        if (e.kind() != ReleaseException.Kind.DAMAGED) {
            throw e; // what a newer version wrote is not ours to replace
        }
    }

    private Release build(Graphs graphs, Building building, Acquired acquired) throws IOException {
        clock.run(Stage.MAP, graphs::map);
        clock.run(Stage.LINK, graphs::link);
        clock.run(Stage.CHECK, graphs::check);
        Optional<Release> same = finished(releases.folder().resolve(graphs.releaseId()));
        if (same.isPresent()) {
            return clock.run(Stage.SWITCH, () -> {
                acquired.madeFrom().write(same.get().folder());
                Index.restore(same.get());
                return switchTo(same.get());
            });
        }
        clock.run(Stage.INDEX, graphs::index);
        return clock.run(Stage.SWITCH, () -> {
            acquired.madeFrom().write(building.folder());
            ManifestDocument.write(manifest(graphs, acquired), building.folder());
            return switchTo(building.finish(releases.folder(), graphs.releaseId()));
        });
    }

    /** {@return the release that was finished earlier with the same id; one that is damaged makes room} */
    private static Optional<Release> finished(Path target) throws IOException {
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        try {
            Release release = Release.open(target);
            release.verifyGraphs();
            return Optional.of(release);
        } catch (ReleaseException e) {
            requireDamage(e);
            Building.delete(target);
            return Optional.empty();
        }
    }

    private Manifest manifest(Graphs graphs, Acquired acquired) {
        return new Manifest(
                graphs.releaseId(),
                site.base(),
                Instant.now(),
                Software.NAME,
                acquired.inputs().all(),
                acquired.fetched().retrievals(),
                graphs.published(),
                graphs.links(),
                clock.durations());
    }

    private Release switchTo(Release release) {
        releases.point(release);
        return release;
    }

    private PublishReport report(PublishReport.Outcome outcome, Release release, Acquired acquired) {
        return new PublishReport(
                outcome,
                release.id(),
                release.graphs(),
                release.manifest().links(),
                List.copyOf(acquired.fetched().findings().values()),
                clock.durations());
    }
}
