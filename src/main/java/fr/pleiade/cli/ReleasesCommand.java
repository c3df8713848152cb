package fr.pleiade.cli;

import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.release.ReleaseException;
import fr.pleiade.release.Releases;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
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
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Override
    public Integer call() {
        return list(options);
    }

    @Command(description = "Lists the releases, the newest first, and removes what a killed process left unfinished.")
    int list(@Mixin SiteOptions site) {
        PrintWriter out = spec.commandLine().getOut();
        Releases releases = Releases.in(site.state());
        for (Path cleaned : releases.clean()) {
            out.printf("%s was left unfinished by a process that was killed; it is removed.%n", cleaned);
        }
        for (ReleaseException damaged : releases.damaged()) {
            out.println("Damaged: " + damaged.getMessage());
        }
        String current = releases.currentId().orElse("");
        List<Release> all = releases.all();
        if (all.isEmpty()) {
            out.println("Nothing is published yet; run: ./pleiade publish");
        } else {
            out.printf(ROW, "", "release", "date", "datasets", "triples", "errors", "warnings", "megabytes", "");
            all.forEach(release -> printRow(release, release.id().equals(current)));
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
                        release.bytes() >> 20,
                        release.isWhole() ? "" : "(pruned: no index)");
    }

    @Command(description = "Shows the graphs, links and findings of a release.")
    int show(@Parameters(paramLabel = "R") String id, @Mixin SiteOptions site) {
        PrintWriter out = spec.commandLine().getOut();
        Release release = Releases.in(site.state()).find(id);
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
                out.printf("  → %s: %d of %d%n", rule.label().en(), rule.linked(), rule.candidates());
            }
        }
        out.flush();
        return 0;
    }

    @Command(description = "Makes an earlier release current again: the one before the current one, or R.")
    int rollback(@Parameters(paramLabel = "R", arity = "0..1", defaultValue = "") String id, @Mixin SiteOptions site) {
        Releases releases = Releases.in(site.state());
        Release release = id.isEmpty() ? releases.previous() : releases.find(id);
        releases.makeCurrent(release);
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Release %s of %s is current.%n", release.id(), DATE.format(release.created()));
        out.flush();
        return 0;
    }

    @Command(description = "Keeps the newest releases whole; the others keep manifest, graphs and findings.")
    int prune(
            @Option(names = "--keep", required = true, description = "how many stay whole") int keep,
            @Mixin SiteOptions site) {
        PrintWriter out = spec.commandLine().getOut();
        List<Release> pruned = Releases.in(site.state()).prune(keep);
        pruned.forEach(release -> out.println("Release " + release.id() + " has lost its index."));
        out.printf("%d releases pruned.%n", pruned.size());
        out.flush();
        return 0;
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
