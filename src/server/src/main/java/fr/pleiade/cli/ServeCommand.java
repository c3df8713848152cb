package fr.pleiade.cli;

import fr.pleiade.release.replica.Replica;
import fr.pleiade.site.Site;
import fr.pleiade.sources.fetch.Downloader;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pleiade serve}: serves the current release until interrupted. */
@Command(
        name = "serve",
        description =
                "Serves the current release, or with --preview one dataset as it is being made, until interrupted.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Mixin
    private ServingOptions serving = new ServingOptions();

    @Option(
            names = "--preview",
            paramLabel = "DATASET",
            description =
                    "instead of the release, show what this dataset's files give now, anew whenever one is saved; to this machine only, and"
                            + " where the port is taken on any free one")
    private @Nullable String preview;

    @Option(
            names = "--from",
            paramLabel = "URL",
            description =
                    "serve a copy of what is published at this address of another Pléiade: its releases are taken over, file by file, as"
                            + " they become current there, and served on when it is away")
    private @Nullable URI from;

    @Option(
            names = "--bandwidth",
            paramLabel = "KB",
            description = "with --from, take at most so many kilobytes a second (default: as fast as it goes)")
    private @Nullable Integer bandwidth;

    @Option(
            names = "--keep",
            paramLabel = "N",
            description = "with --from, keep the last N releases whole (default: ${DEFAULT-VALUE})")
    private int keep = 3;

    @Override
    public Integer call() {
        if (from != null && preview != null) {
            throw new Misuse("--preview shows what is made here, --from what is published elsewhere: one of the two");
        }
        if (bandwidth != null && (from == null || bandwidth < 1)) {
            throw new Misuse("--bandwidth takes 1 or more, and needs --from");
        }
        if (keep < 1) {
            throw new Misuse("--keep must be 1 or more: one release is served");
        }
        if (from != null) {
            return follow(from);
        }
        if (preview != null) {
            requireFolder(preview);
            return Serving.preview(options, preview, spec.commandLine().getOut(), Locale.ENGLISH);
        }
        return Serving.run(options, serving, spec.commandLine().getOut());
    }

    private int follow(URI publisher) {
        boolean isWeb = ("http".equals(publisher.getScheme()) || "https".equals(publisher.getScheme()))
                && publisher.getHost() != null
                && publisher.getQuery() == null;
        if (!isWeb) {
            throw new Misuse(
                    "--from takes the address of a home page, such as https://data.example.org/, not " + publisher);
        }
        URI home = publisher.toString().endsWith("/") ? publisher : URI.create(publisher + "/");
        long bytes = bandwidth == null ? 0 : bandwidth * 1000L;
        Replica.Limits limits = new Replica.Limits(Downloader.Limits.USUAL.reaching(any -> true), bytes, keep);
        Replica replica = new Replica(home, options.state(), limits);
        return Serving.follow(replica, options, serving, spec.commandLine().getOut());
    }

    /** What is in the folder may be at fault; that is what a preview shows. */
    private void requireFolder(String slug) {
        List<String> slugs = Site.slugs(options.mappings());
        if (!slugs.contains(slug)) {
            throw new Misuse("--preview: the site has no dataset '%s'; it has %s"
                    .formatted(slug, slugs.isEmpty() ? "none yet" : String.join(", ", slugs)));
        }
    }
}
