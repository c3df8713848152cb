package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.publication.name.NameLinking;
import fr.pleiade.publication.parts.GivenGraph;
import fr.pleiade.publication.parts.GivenGraphs;
import fr.pleiade.quality.Gate;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Verdict;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.Building;
import fr.pleiade.release.Leftovers;
import fr.pleiade.release.Manifest;
import fr.pleiade.release.ManifestDocument;
import fr.pleiade.release.Pruning;
import fr.pleiade.release.PublicationException;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.Software;
import fr.pleiade.release.Stage;
import fr.pleiade.release.document.ServedCatalog;
import fr.pleiade.release.finding.FindingPages;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One publication, from its first stage to its last. */
final class Publication {
    private final Site site;
    private final Path state;
    private final PublishOptions options;
    private final Releases releases;
    private final StageClock clock;

    Publication(Site site, Path state, PublishOptions options, PublishObserver observer) {
        this.site = site;
        this.state = state;
        this.options = options;
        this.releases = Releases.in(state);
        this.clock = new StageClock(observer);
    }

    /** Gets the sources, telling how that advances. */
    @FunctionalInterface
    interface Acquisition {
        Fetched run(StageClock.Progress progress) throws IOException;
    }

    PublishReport run(Acquisition acquisition) throws IOException {
        Leftovers.clean(state);
        Acquired acquired = clock.run(Stage.ACQUIRE, () -> acquire(acquisition));
        Optional<Release> same = acquired.reusable().all();
        if (same.isPresent()) {
            if (same.get().indexProblem().isPresent()
                    || same.get().namesProblem().isPresent()) {
                new Pruning(same.get()).restore(options.loader());
            }
            return report(PublishReport.Outcome.UNCHANGED, same.get(), verdict(same.get()), acquired);
        }
        try (Building building = Building.begin(state)) {
            Graphs graphs = make(building, acquired, state);
            Verdict verdict = graphs.verdict();
            if (graphs.isStopped()) {
                throw unmapped(verdict);
            }
            return verdict.refuses()
                    ? report(PublishReport.Outcome.REFUSED, graphs, new InMemoryGraph(), acquired)
                    : report(PublishReport.Outcome.PUBLISHED, publish(graphs, building, acquired), verdict, acquired);
        }
    }

    /** {@return what is worst with a source that cannot be mapped, and how much more there is} */
    private static PublicationException unmapped(Verdict verdict) {
        Finding worst = verdict.groups().get(0).examples().get(0).finding();
        long others = verdict.count(Severity.ERROR) - 1;
        String advice = worst.remedy().en();
        return PublicationException.input(
                worst.place().describe(),
                worst.problem().en(),
                others > 0 ? "%s (%d more: see pleiade check)".formatted(advice, others) : advice);
    }

    PublishReport rehearse(Acquisition acquisition) throws IOException {
        Leftovers.clean(state);
        return rehearse(acquisition, state);
    }

    /** @param place the folder in which what is made stands until it has been looked at */
    PublishReport rehearse(Acquisition acquisition, Path place) throws IOException {
        Acquired acquired = clock.run(Stage.ACQUIRE, () -> acquire(acquisition));
        try (Building building = Building.begin(place)) {
            Graphs graphs = make(building, acquired, place);
            return graphs.isStopped()
                    ? report(PublishReport.Outcome.REFUSED, graphs, new InMemoryGraph(), acquired)
                    : report(PublishReport.Outcome.REHEARSED, graphs, rehearsed(graphs, acquired), acquired);
        }
    }

    /** {@return the catalogue as it would be served, were this the release; empty if nobody asked for it} */
    private InMemoryGraph rehearsed(Graphs graphs, Acquired acquired) {
        return options.catalogue() == PublishOptions.Catalogue.LEFT
                ? new InMemoryGraph()
                : ServedCatalog.of(graphs.catalog(), manifest(graphs, acquired, graphs.folders()));
    }

    /** {@return what the gate said of the findings that a release has} */
    private static Verdict verdict(Release release) {
        Gate gate = new Gate(Policy.DEFAULTS); // they have the severities that they were given then
        for (PublishedGraph graph : release.graphs()) {
            FindingPages findings = release.findingPages(graph.slug());
            for (int page = 1; (page - 1L) * FindingPages.PER_PAGE < findings.total(); page++) {
                findings.page(page).forEach(finding -> gate.judge(graph.slug(), finding));
            }
        }
        return gate.verdict();
    }

    /** @param place the folder below which that is written what a person must look at */
    private Graphs make(Building building, Acquired acquired, Path place) throws IOException {
        Graphs graphs = new Graphs(building, place.resolve(NameLinking.REVIEW), acquired, options, clock);
        clock.run(Stage.MAP, graphs::map);
        if (graphs.isStopped()) {
            return graphs;
        }
        clock.run(Stage.LINK, graphs::link);
        return clock.run(Stage.CHECK, graphs::check);
    }

    private Acquired acquire(Acquisition acquisition) throws IOException {
        StageClock.Progress progress =
                clock.progress(Stage.ACQUIRE, site.datasets().size());
        Fetched fetched = acquisition.run(progress);
        Map<String, GivenGraph> given = options.graphs().isEmpty()
                ? Map.of()
                : GivenGraphs.read(options.graphs().get(), slugs(site));
        Inputs inputs = Inputs.acquire(site, fetched.sources(), given, options.threads(), progress);
        requireDatasets(inputs);
        Site read = readAgain();
        Optional<Release> current = sound();
        MadeFrom asIs = inputs.madeFrom(site.base());
        MadeFrom before = current.isPresent() ? MadeFrom.read(current.get().folder()) : asIs;
        MadeFrom madeFrom = options.only().isEmpty() ? asIs : asIs.onlyFor(options.only(), before);
        Reusable reusable = options.reuse() == PublishOptions.Reuse.NOTHING
                ? Reusable.nothing(madeFrom)
                : new Reusable(current, before, madeFrom);
        return new Acquired(read, fetched, inputs.readAs(asIs, madeFrom), madeFrom, Policy.of(read), reusable, current);
    }

    /** {@return the site's descriptions, read after they were digested, so that those of other bytes are found out in the end} */
    private Site readAgain() {
        Site again = site.again();
        if (!slugs(again).equals(slugs(site))) {
            throw PublicationException.input(
                    site.mappings().toString(),
                    "it had the datasets %s, and has %s while it is being published"
                            .formatted(String.join(", ", slugs(site)), String.join(", ", slugs(again))),
                    "publish again when nobody is editing it");
        }
        return again;
    }

    private static List<String> slugs(Site site) {
        return site.datasets().stream().map(Dataset::slug).toList();
    }

    private void requireDatasets(Inputs inputs) {
        Set<String> unknown = new TreeSet<>(options.only());
        inputs.datasets().forEach(dataset -> unknown.remove(dataset.slug()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the site has no dataset " + String.join(", ", unknown));
        }
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

    private Release publish(Graphs graphs, Building building, Acquired acquired) throws IOException {
        Optional<Release> same = finished(releases.folder().resolve(graphs.releaseId()));
        if (same.isPresent()) {
            return clock.run(Stage.SWITCH, () -> {
                acquired.madeFrom().write(same.get().folder());
                new Pruning(same.get()).restore(options.loader());
                return switchTo(same.get());
            });
        }
        clock.run(Stage.INDEX, () -> graphs.index(options.loader()));
        return clock.run(Stage.SWITCH, () -> {
            acquired.madeFrom().write(building.folder());
            Manifest manifest = manifest(graphs, acquired, graphs.folders().indexed(building.folder()));
            ManifestDocument.write(manifest, building.folder());
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
            if (release.isServable()) {
                return Optional.of(release);
            }
            Building.delete(target); // an earlier version made it of the same, without what pages need
            return Optional.empty();
        } catch (ReleaseException e) {
            requireDamage(e);
            Building.delete(target);
            return Optional.empty();
        }
    }

    private Manifest manifest(Graphs graphs, Acquired acquired, Manifest.Folders folders) {
        Manifest manifest = new Manifest(
                        graphs.releaseId(),
                        site.base(),
                        Instant.now(),
                        Software.NAME,
                        acquired.inputs().all(),
                        acquired.fetched().retrievals(),
                        graphs.published(),
                        graphs.links(),
                        clock.durations(),
                        folders)
                .stating(graphs.stated());
        return acquired.before().map(Release::manifest).map(manifest::after).orElse(manifest);
    }

    private Release switchTo(Release release) {
        releases.point(release);
        return release;
    }

    private PublishReport report(
            PublishReport.Outcome outcome, Graphs graphs, InMemoryGraph catalog, Acquired acquired) {
        return new PublishReport(
                outcome,
                graphs.isStopped() ? "" : graphs.releaseId(),
                graphs.published(),
                graphs.links(),
                graphs.stated(),
                List.copyOf(acquired.fetched().findings().values()),
                graphs.verdict(),
                graphs.audits(),
                catalog,
                clock.durations());
    }

    private PublishReport report(PublishReport.Outcome outcome, Release release, Verdict verdict, Acquired acquired) {
        return new PublishReport(
                outcome,
                release.id(),
                release.graphs(),
                release.manifest().links(),
                release.manifest().stated(),
                List.copyOf(acquired.fetched().findings().values()),
                verdict,
                List.copyOf(release.audits().values()),
                new InMemoryGraph(),
                clock.durations());
    }
}
