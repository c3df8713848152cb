package fr.pleiade.cli;

import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import fr.pleiade.release.diff.EntityChange;
import fr.pleiade.release.diff.KeptChanges;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade releases}: lists what was published, compares it, and goes back to it. */
@Command(
        name = "releases",
        description = "Lists, shows, compares, rolls back and prunes releases; R is an id or how one begins.",
        subcommands = DiffCommand.class,
        mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {
    private static final String ROW = "%-1s %-12s  %-16s %8s %11s %8s %9s %9s  %s%n";
    private static final String AN_ID = "a release: its id, or how it begins";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Before a subcommand or behind it, they mean the same. */
    @Mixin
    private SiteOptions options = new SiteOptions();

    @Override
    public Integer call() {
        return list();
    }

    /** {@return the options that the subcommands share} */
    SiteOptions options() {
        return options;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Lists the releases, the one that became current last first, and removes what a killed process left unfinished.")
    int list() {
        PrintWriter out = spec.commandLine().getOut();
        Releases releases = Releases.in(options.state());
        for (Path cleaned : releases.clean()) {
            out.printf("%s was left unfinished by a process that was killed; it is removed.%n", cleaned);
        }
        for (ReleaseException unreadable : releases.damaged()) {
            out.println("Cannot be read: " + unreadable.getMessage());
        }
        String current = releases.currentId().orElse("");
        List<Release> all = releases.all();
        if (all.isEmpty()) {
            out.printf("Nothing is published yet in %s; run: ./pleiade publish%n", options.state());
        } else {
            out.printf(ROW, "", "release", "date", "datasets", "triples", "errors", "warnings", "megabytes", "");
            all.forEach(release -> printRow(release, release.id().equals(current)));
            all.forEach(release -> problem(release, current)
                    .ifPresent(
                            damaged -> out.printf("Release %s is damaged: %s%n", release.id(), damaged.getMessage())));
            printClock(all, out);
        }
        out.flush();
        return 0;
    }

    private void printRow(Release release, boolean current) {
        spec.commandLine()
                .getOut()
                .printf(
                        ROW,
                        current ? "*" : "",
                        release.id(),
                        DATE.format(release.created()),
                        datasets(release),
                        triples(release),
                        findings(release, Severity.ERROR),
                        findings(release, Severity.WARNING),
                        megabytes(release.bytes()),
                        release.isWhole() ? "" : "(pruned: no index)");
    }

    /** Of the current release the index is read too. */
    private static Optional<ReleaseException> problem(Release release, String current) {
        Optional<ReleaseException> problem = release.problem();
        return problem.isEmpty() && release.id().equals(current) ? release.indexProblem() : problem;
    }

    /** The order is the history's, not the clock's; where they differ, a reader would wonder. */
    private static void printClock(List<Release> all, PrintWriter out) {
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i - 1).created().isBefore(all.get(i).created())) {
                out.printf(
                        "%s became current after %s, and is older: by a rollback, or because the clock was put back.%n",
                        all.get(i - 1).id(), all.get(i).id());
            }
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Shows the graphs, links and findings of a release, and how much it has changed.")
    int show(@Parameters(paramLabel = "R", description = AN_ID) String id) {
        PrintWriter out = spec.commandLine().getOut();
        Release release = Releases.in(options.state()).find(id);
        out.printf("Release %s of %s%n", release.id(), DATE.format(release.created()));
        out.printf("  base    %s%n  folder  %s%n%n", release.base(), release.folder());
        for (PublishedGraph graph : release.graphs()) {
            out.printf(
                    "%-26s %d rows, %d triples, %d entities, %d links, %d errors, %d warnings%n",
                    graph.slug(),
                    graph.rows(),
                    graph.triples(),
                    graph.entities(),
                    graph.links(),
                    graph.findings(Severity.ERROR),
                    graph.findings(Severity.WARNING));
            for (LinkReport rule : release.links(graph.slug())) {
                out.printf(
                        "  → %s: %d of %d keys, %d of %d things that have one, of %d%n",
                        rule.label().en(), rule.links(), rule.keys(), rule.linked(), rule.keyed(), rule.candidates());
            }
        }
        KeptChanges.of(release).ifPresent(changes -> printChanges(changes, out));
        out.flush();
        return 0;
    }

    private static void printChanges(KeptChanges changes, PrintWriter out) {
        out.printf("%nChanged since %s, which was current before:%n", changes.before());
        changes.counts()
                .forEach((slug, counts) -> out.printf(
                        "  %-24s %d created, %d removed, %d changed%n",
                        slug,
                        counts.things(EntityChange.Kind.ADDED),
                        counts.things(EntityChange.Kind.REMOVED),
                        counts.things(EntityChange.Kind.CHANGED)));
        if (changes.counts().isEmpty()) {
            out.println("  no graph");
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            description = "Makes an earlier release current again: the one before the current one, or R.")
    int rollback(@Parameters(paramLabel = "R", arity = "0..1", defaultValue = "", description = AN_ID) String id) {
        Releases releases = Releases.in(options.state());
        Release release = id.isEmpty() ? releases.previous() : releases.find(id);
        releases.makeCurrent(release);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "Release %s of %s is current in %s.%n", release.id(), DATE.format(release.created()), options.state());
        out.flush();
        return 0;
    }

    @Command(
            mixinStandardHelpOptions = true,
            description =
                    "Keeps the newest releases whole, and the current one; the others lose their index and are packed. They can"
                            + " still be shown, compared and gone back to.")
    int prune(
            @Option(names = "--keep", paramLabel = "N", required = true, description = "how many stay whole")
                    int keep) {
        PrintWriter out = spec.commandLine().getOut();
        Releases releases = Releases.in(options.state());
        if (keep < 1) {
            throw new Misuse("--keep must be 1 or more, since one release must stay whole, not " + keep);
        }
        List<Release> pruned = releases.prune(keep);
        if (pruned.isEmpty()) {
            out.printf("There was nothing to prune in %s.%n", options.state());
        }
        for (Release release : pruned) {
            out.printf(
                    "Release %s has no index any more, and its graphs take %s MB instead of %s in %s.%n",
                    release.id(),
                    megabytes(releases.find(release.id()).bytes()),
                    megabytes(plain(release)),
                    options.state());
        }
        out.flush();
        return 0;
    }

    private static long plain(Release release) {
        return release.graphs().stream().mapToLong(PublishedGraph::bytes).sum();
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1e6);
    }

    private static long datasets(Release release) {
        return release.graphs().stream().filter(graph -> graph.rows() > 0).count();
    }

    private static long triples(Release release) {
        return release.graphs().stream().mapToLong(PublishedGraph::triples).sum();
    }

    private static long findings(Release release, Severity severity) {
        return release.graphs().stream().mapToLong(g -> g.findings(severity)).sum();
    }
}
