package fr.pleiade.cli;

import fr.pleiade.site.Site;
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

    @Override
    public Integer call() {
        if (preview != null) {
            requireFolder(preview);
            return Serving.preview(options, preview, spec.commandLine().getOut(), Locale.ENGLISH);
        }
        return Serving.run(options, serving, spec.commandLine().getOut());
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
