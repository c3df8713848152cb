package fr.pleiade.cli;

import fr.pleiade.findings.Text;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.publication.parts.GivenGraphs;
import fr.pleiade.quality.Verdict;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.sources.fetch.Downloader;
import fr.pleiade.store.RemoteStore;
import fr.pleiade.store.load.Loader;
import fr.pleiade.web.edge.Networks;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pleiade publish}: builds a release from the sources and makes it current. */
@Command(
        name = "publish",
        description = "Acquires, maps, links, checks and indexes the sources, then switches to the new release.",
        mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Option(names = "--fetch", description = "first download the sources whose dataset.ttl gives a dcat:downloadURL")
    private boolean fetch;

    @Option(
            names = "--fetch-from",
            paramLabel = "NETWORK",
            split = ",",
            description =
                    "also download from these addresses or networks, such as 10.0.0.0/8; without it, only from the public Internet")
    private List<String> fetchFrom = List.of();

    @Option(
            names = "--graphs",
            paramLabel = "URI",
            description =
                    "take the graphs that were made elsewhere, in a folder or below an http: or https: address, as their SHA256SUMS names them; these datasets are not mapped")
    private @Nullable String graphs;

    @Option(names = "--dry-run", description = "do everything but index and switch, and keep nothing")
    private boolean dryRun;

    @Mixin
    private VerdictOptions shown = new VerdictOptions();

    @Option(names = "--only", paramLabel = "DATASET", description = "make this dataset; the others stay as they are")
    private Set<String> only = Set.of();

    @Mixin
    private LossOptions losses = new LossOptions();

    @Option(names = "--force", description = "make every graph anew, even if nothing has changed")
    private boolean force;

    @Option(names = "--keep", paramLabel = "N", description = "then prune: keep the last N releases whole")
    private @Nullable Integer keep;

    @Option(
            names = "--loader",
            paramLabel = "own|jena",
            description = "who makes the index: own, or Jena's loader, slower, should ours be at fault")
    private Loader loader = Loader.OWN;

    @Mixin
    private StoreOptions store = new StoreOptions();

    @Option(names = "--serve", description = "then serve the release, until interrupted")
    private boolean serve;

    @Mixin
    private ServingOptions serving = new ServingOptions();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        requireReleaseToKeep();
        if (serve) {
            Serving.requireFreePort(options, serving);
        }
        Optional<RemoteStore.Address> elsewhere = store.address();
        if (dryRun) {
            return rehearse(out, err);
        }
        PublishReport report = publisher().publish(ProgressDisplay.usual(err));
        print(report, out);
        if (report.outcome() == PublishReport.Outcome.REFUSED) {
            return Failures.INPUT;
        }
        Releases releases = Releases.in(options.state());
        elsewhere.ifPresent(address -> releases.current().ifPresent(release -> store.push(address, release, out)));
        if (keep != null) {
            releases.prune(keep);
        }
        if (serve) {
            return Serving.run(options, serving, out);
        }
        out.println();
        out.println(new Text("See it: ./pleiade serve, then %s", "Pour le voir : ./pleiade serve, puis %s")
                .with(options.base())
                .in(shown.locale()));
        return 0;
    }

    private Publisher publisher() {
        Site site = Site.read(options.mappings(), options.ontology(), options.base());
        requireDatasets("--only", only, site);
        return new Publisher(site, options.sources(), options.state(), publishOptions());
    }

    private int rehearse(PrintWriter out, PrintWriter err) {
        Verdict verdict;
        try {
            PublishReport report = publisher().rehearse(ProgressDisplay.usual(err));
            print(report, out);
            verdict = report.verdict();
        } catch (RuntimeException e) {
            verdict = CheckCommand.unreadable(e);
            shown.print(verdict, out);
        }
        return verdict.refuses() ? Failures.INPUT : ExitCode.OK;
    }

    private void print(PublishReport report, PrintWriter out) {
        if (shown.isForPeople()) {
            new ReportPrinter(out, shown.locale()).print(report);
        }
        shown.print(report.verdict(), report.audits(), out);
    }

    /** @throws Misuse if the site lacks one of the datasets */
    static void requireDatasets(String option, Set<String> named, Site site) {
        Set<String> unknown = new TreeSet<>(named);
        site.datasets().forEach(dataset -> unknown.remove(dataset.slug()));
        if (!unknown.isEmpty()) {
            throw new Misuse("%s: the site has no dataset '%s'; it has %s"
                    .formatted(
                            option,
                            String.join("', '", unknown),
                            site.datasets().stream().map(Dataset::slug).collect(Collectors.joining(", "))));
        }
    }

    private void requireReleaseToKeep() {
        if (keep != null && keep < 1) {
            throw new Misuse("--keep must be 1 or more, since one release must stay whole, not " + keep);
        }
    }

    private PublishOptions publishOptions() {
        PublishOptions chosen = losses.in(PublishOptions.USUAL.only(only).loadedBy(loader));
        Networks nearby = Misuse.checked("--fetch-from", () -> new Networks(fetchFrom));
        chosen = fetch ? chosen.fetching(Downloader.Limits.USUAL.reaching(nearby.matcher())) : chosen;
        chosen = graphs == null ? chosen : chosen.takingGraphs(address(graphs));
        return force ? chosen.anew() : chosen;
    }

    /** {@return a folder's address, or the one that is written} */
    private static URI address(String text) {
        return Misuse.checked("--graphs", () -> {
            if (!text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*")) {
                return Path.of(text).toUri();
            }
            URI address = URI.create(text);
            GivenGraphs.requireReadable(address);
            return address;
        });
    }
}
