package fr.pleiade.cli;

import fr.pleiade.release.PublishObserver;
import fr.pleiade.release.PublishReport;
import fr.pleiade.release.Publisher;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(names = "--serve", description = "then serve the release, until interrupted")
    private boolean serve;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        if (serve) {
            Serving.requireFreePort(options);
        }
        Site site = Site.read(options.mappings(), options.ontology(), options.base());
        PublishReport report = new Publisher(site, options.sources(), options.state()).publish(progress(err));
        ReportPrinter printer = new ReportPrinter(out);
        printer.print(report);
        Releases.in(options.state()).current().ifPresent(printer::printFindings);
        if (serve) {
            return Serving.run(options, out);
        }
        out.printf("%nSee it: ./pleiade serve, then %s%n", options.base());
        return 0;
    }

    private static PublishObserver progress(PrintWriter err) {
        return Boolean.getBoolean("pleiade.terminal") ? ProgressDisplay.onTerminal(err) : ProgressDisplay.asLines(err);
    }
}
