package fr.pleiade.cli;

import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade new FILE.csv}: what a file seems to hold, with the evidence. */
@Command(
        name = "new",
        description = "Reads a CSV file, and says what it seems to hold and what it would become.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the profile was printed",
            "1:no dataset can be made of the file; the message says why",
            "2:the command was misused",
            "3:the environment failed: disk, memory"
        })
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "the CSV file")
    private Path file = Path.of("");

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Option(names = "--lang", paramLabel = "en|fr", description = "the language of what is said (default: en)")
    private String language = "en";

    @Override
    public Integer call() {
        if (!language.equals("en") && !language.equals("fr")) {
            throw new Misuse("--lang is en or fr, not " + language);
        }
        Path ontology = options.ontology();
        String base = options.base();
        Profiler profiler = new Profiler(Site.identifierSystems(ontology, base), keys(ontology, base));
        FileProfile profile = profiler.profile(file);
        new ProfilePrinter(spec.commandLine().getOut(), Locale.forLanguageTag(language)).print(profile);
        return ExitCode.OK;
    }

    /** {@return the keys of the current release; none before there is one} */
    private PublishedKeys keys(Path ontology, String base) {
        Path state = options.state();
        if (!Files.isDirectory(state)) {
            return PublishedKeys.NONE;
        }
        Set<String> properties = PublishedKeys.properties(ontology.resolve(Site.IDENTIFIER_SYSTEMS), base);
        return Releases.in(state)
                .current()
                .map(release -> PublishedKeys.of(release, properties))
                .orElse(PublishedKeys.NONE);
    }
}
