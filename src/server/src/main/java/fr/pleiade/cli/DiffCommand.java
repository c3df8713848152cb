package fr.pleiade.cli;

import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.release.diff.Diff;
import fr.pleiade.release.diff.DiffJson;
import fr.pleiade.release.diff.DiffRdf;
import fr.pleiade.release.diff.DiffText;
import fr.pleiade.syntax.Syntax;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pleiade releases diff R1 R2}: what differs between two releases. */
@Command(
        name = "diff",
        description = "Tells what differs between two releases, thing by thing.%n"
                + "Without R1 and R2: what the current release has changed.",
        mixinStandardHelpOptions = true)
final class DiffCommand implements Callable<Integer> {
    private static final Set<String> LANGUAGES = Set.of("en", "fr");

    /** How a difference is written. */
    enum Format {
        TEXT,
        JSON,
        TRIG
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @ParentCommand
    private ReleasesCommand releases = new ReleasesCommand();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "R1",
            description = "the earlier release: its id, or how it begins (default: the one before the current one)")
    private String before = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "R2",
            description = "the later one (default: the current one)")
    private String after = "";

    @Option(
            names = "--format",
            paramLabel = "text|json|trig",
            description = "for people, for programs, or as RDF (default: text)")
    private Format format = Format.TEXT;

    @Option(names = "--lang", paramLabel = "TAG", description = "the language of the sentences: en or fr (default: en)")
    private String language = "en";

    @Override
    public Integer call() {
        Locale locale = locale();
        PrintWriter out = spec.commandLine().getOut();
        Releases kept = Releases.in(releases.options().state());
        Release earlier = before.isEmpty() ? kept.previous() : kept.find(before);
        Diff diff = Diff.between(earlier, after.isEmpty() ? current(kept) : kept.find(after));
        switch (format) {
            case TEXT -> DiffText.write(diff, locale, out);
            case JSON -> DiffJson.write(diff, out);
            case TRIG -> DiffRdf.write(diff, Syntax.TRIG, System.out);
        }
        return 0;
    }

    private Locale locale() {
        Locale locale = Locale.forLanguageTag(language);
        if (!LANGUAGES.contains(locale.getLanguage())) {
            throw new Misuse("--lang must be en or fr, not '%s'".formatted(language));
        }
        return locale;
    }

    private static Release current(Releases releases) {
        return releases.current().orElseThrow(() -> new Misuse("no release is current; name two"));
    }
}
