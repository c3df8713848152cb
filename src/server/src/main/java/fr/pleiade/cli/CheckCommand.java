package fr.pleiade.cli;

import fr.pleiade.cli.verdict.SampleText;
import fr.pleiade.draft.sample.Expectation;
import fr.pleiade.draft.sample.Sample;
import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Text;
import fr.pleiade.publication.FaultFindings;
import fr.pleiade.publication.PublishOptions;
import fr.pleiade.publication.PublishReport;
import fr.pleiade.publication.Publisher;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Verdict;
import fr.pleiade.quality.harvest.CatalogueRehearsal;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.sources.fetch.Downloader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade check [DATASET…]}: everything but publishing, and all that is wrong. */
@Command(
        name = "check",
        description = "Does everything but publish, and tells all that is wrong, the costliest first.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it could be published",
            "1:something refuses it, or cannot be read",
            "2:the command was misused",
            "3:the environment failed: disk, memory"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..*", paramLabel = "DATASET", description = "the datasets to check (default: all)")
    private Set<String> datasets = Set.of();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Mixin
    private VerdictOptions shown = new VerdictOptions();

    @Mixin
    private LossOptions losses = new LossOptions();

    @Option(names = "--fetch", description = "first download the sources whose dataset.ttl gives a dcat:downloadURL")
    private boolean fetch;

    @Option(
            names = "--harvest",
            description =
                    "then tell what data.gouv.fr, data.europa.eu, CKAN and Google would keep, drop or misread of the catalogue, and"
                            + " the scores that they would give; nobody is asked")
    private boolean harvest;

    @Option(
            names = "--accept-sample",
            paramLabel = "DATASET",
            description =
                    "after a change of the mapping: show how what it makes of the dataset's sample.csv differs from expected.nt and"
                            + " expected-findings.csv, and write these anew; nothing else is checked")
    private Set<String> accepted = Set.of();

    @Override
    public Integer call() {
        return accepted.isEmpty() ? check() : accept();
    }

    /** Shows what samples give now, and makes it what is expected. */
    private int accept() {
        if (!datasets.isEmpty() || harvest || !shown.isForPeople()) {
            throw new Misuse("--accept-sample only accepts: check in a second command");
        }
        Verdict verdict = new Verdict(List.of());
        try {
            Site site = Site.read(options.mappings(), options.ontology(), options.base());
            PublishCommand.requireDatasets("--accept-sample", accepted, site);
            for (Dataset dataset : site.datasets()) {
                if (accepted.contains(dataset.slug())) {
                    accept(dataset, site);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Misuse e) {
            throw e;
        } catch (RuntimeException e) {
            verdict = unreadable(e);
            shown.print(verdict, List.of(), spec.commandLine().getOut());
        }
        return verdict.refuses() ? Failures.INPUT : ExitCode.OK;
    }

    private void accept(Dataset dataset, Site site) throws IOException {
        if (!Sample.isIn(dataset.mapping().toAbsolutePath().resolveSibling(""))) {
            throw new Misuse("%s has no %s: write a few rows of the source, with its header, into one"
                    .formatted(dataset.slug(), Sample.ROWS));
        }
        List<Expectation.Difference> differences = new Expectation(dataset.mapping(), dataset.slug())
                .accept(base -> Site.identifierSystems(site.ontology(), base));
        new SampleText(spec.commandLine().getOut(), shown.locale()).print(dataset.slug(), differences);
    }

    private int check() {
        requireRoom();
        PrintWriter out = spec.commandLine().getOut();
        Verdict verdict;
        List<Audit> audits = List.of();
        List<Rehearsal> rehearsals = List.of();
        try {
            Site site = Site.read(options.mappings(), options.ontology(), options.base());
            PublishCommand.requireDatasets("DATASET", datasets, site);
            Verdict samples = samples(site);
            PublishReport report = check(site);
            verdict = new Verdict(Stream.concat(samples.groups().stream(), report.verdict().groups().stream())
                    .toList());
            audits = report.audits().stream()
                    .filter(audit -> datasets.isEmpty() || datasets.contains(audit.slug()))
                    .toList();
            rehearsals = harvest ? rehearsed(report, audits) : List.of();
        } catch (RuntimeException e) {
            verdict = unreadable(e);
        }
        Verdict chosen = datasets.isEmpty() ? verdict : verdict.only(withoutDataset());
        if (harvest) {
            shown.print(chosen, audits, rehearsals, out);
        } else {
            shown.print(chosen, audits, out);
        }
        return verdict.refuses() ? Failures.INPUT : ExitCode.OK;
    }

    /** {@return where the samples of the chosen datasets give anything else than is expected} */
    private Verdict samples(Site site) {
        List<FindingGroup> groups = new ArrayList<>();
        for (Dataset dataset : site.datasets()) {
            if (datasets.isEmpty() || datasets.contains(dataset.slug())) {
                groups.addAll(sample(dataset, site).groups());
            }
        }
        return new Verdict(groups);
    }

    private Verdict sample(Dataset dataset, Site site) {
        Expectation expectation = new Expectation(dataset.mapping(), dataset.slug());
        Optional<Text> absent = expectation.absent();
        if (absent.isPresent()) {
            if (shown.isForPeople()) {
                spec.commandLine().getErr().println(absent.get().in(shown.locale()));
            }
            return new Verdict(List.of());
        }
        try {
            return Verdict.of(
                    dataset.slug(), expectation.differences(base -> Site.identifierSystems(site.ontology(), base)));
        } catch (RuntimeException e) {
            return unreadable(e);
        }
    }

    private void requireRoom() {
        if (harvest && !shown.tellsHarvest()) {
            throw new Misuse("--harvest is told as text or as JSON: leave --format out, or say --format json");
        }
    }

    /** {@return what would become of each dataset that has stars, were it released and harvested today} */
    private List<Rehearsal> rehearsed(PublishReport report, List<Audit> audits) {
        List<String> slugs = audits.stream().map(Audit::slug).toList();
        return CatalogueRehearsal.of(report.catalog(), options.base(), slugs, LocalDate.now(ZoneOffset.UTC))
                .datasets();
    }

    private PublishReport check(Site site) {
        return new Publisher(site, options.sources(), options.state(), publishOptions())
                .check(ProgressDisplay.usual(spec.commandLine().getErr()));
    }

    /** {@return what could not be read, as a verdict} */
    static Verdict unreadable(RuntimeException thrown) {
        List<Finding> findings = FaultFindings.of(thrown);
        if (findings.isEmpty()) {
            throw thrown;
        }
        return Verdict.of("", findings);
    }

    /** {@return the chosen datasets, and what is said of none} */
    private Set<String> withoutDataset() {
        Set<String> chosen = new TreeSet<>(datasets);
        chosen.add("");
        return chosen;
    }

    private PublishOptions publishOptions() {
        PublishOptions usual = harvest ? PublishOptions.USUAL.readingCatalogue() : PublishOptions.USUAL;
        PublishOptions chosen = losses.in(usual.only(datasets));
        return fetch ? chosen.fetching(Downloader.Limits.USUAL) : chosen;
    }
}
