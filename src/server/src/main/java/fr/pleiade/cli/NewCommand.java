package fr.pleiade.cli;

import fr.pleiade.cli.profile.ProfilePrinter;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.KeyCheck;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.draft.folder.DatasetFolder;
import fr.pleiade.draft.folder.NewDataset;
import fr.pleiade.draft.folder.Proposal;
import fr.pleiade.draft.vintage.Vintage;
import fr.pleiade.findings.Text;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Catalog;
import fr.pleiade.site.Site;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade new FILE.csv}: what a file seems to hold, with the evidence, and a folder of the dataset that it becomes. */
@Command(
        name = "new",
        description = {
            "Reads a CSV file, says what it seems to hold, and writes the folder of the dataset that it becomes.",
            "With --like, it pairs the file with the dataset of another vintage instead, and adds its names to that dataset's mapping.yml.",
            "Asks for its name, title, licence, key and label, each with a proposed answer. Without a terminal and without --yes nothing is"
                    + " written."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the profile was printed, and the folder written if that was wanted",
            "1:no dataset can be made of the file, or its name is taken; the message says why, and nothing was written",
            "2:the command was misused",
            "3:the environment failed: disk, memory"
        })
final class NewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "the CSV file")
    private Path file = Path.of("");

    @Mixin
    private NewOptions said = new NewOptions();

    @Mixin
    private SiteOptions options = new SiteOptions();

    @Option(names = "--lang", paramLabel = "en|fr", description = "the language of what is said (default: en)")
    private String language = "en";

    @Option(
            names = "--serve",
            description =
                    "then show what the folder gives, anew whenever its files are saved, to this machine only; serve --preview shows it"
                            + " again")
    private boolean serve;

    @Override
    public Integer call() {
        if (!language.equals("en") && !language.equals("fr")) {
            throw new Misuse("--lang is en or fr, not " + language);
        }
        Locale locale = Locale.forLanguageTag(language);
        PrintWriter out = spec.commandLine().getOut();
        Path ontology = options.ontology();
        String base = options.base();
        Profiler profiler = new Profiler(Site.identifierSystems(ontology, base), keys(ontology, base));
        if (said.like().isPresent()) {
            return like(said.like().get(), profiler, locale);
        }
        FileProfile profile = profiler.profile(file);
        new ProfilePrinter(out, locale).print(profile);
        Optional<Questions> questions = said.asksNothing() ? Optional.empty() : Questions.onTerminal(out, locale);
        if (questions.isPresent() || said.saysSomething()) {
            String slug = write(profile, questions, locale);
            out.flush();
            return serve ? Serving.preview(options, slug, out, locale) : ExitCode.OK;
        } else {
            out.println();
            out.println(new Text(
                            "Nothing was written: there is no terminal to ask at; --yes takes what is proposed.",
                            "Rien n'a été écrit : il n'y a pas de terminal où poser des questions ; --yes prend ce qui est proposé.")
                    .in(locale));
        }
        return ExitCode.OK;
    }

    /** Pairs the file with a dataset that is there, shows all that would change, and writes it if that is wanted. */
    private int like(String slug, Profiler profiler, Locale locale) {
        said.refuseBesideLike();
        PrintWriter out = spec.commandLine().getOut();
        Vintage vintage = Vintage.of(folder(), slug, file, profiler);
        vintage.words(locale).forEach(out::println);
        out.println();
        out.flush();
        boolean isWanted = said.asksNothing()
                || Questions.onTerminal(out, locale)
                        .map(ask -> said.isYes(ask, new Text("Write this?", "L'écrire ?")))
                        .orElse(false);
        if (!isWanted) {
            out.println(new Text("Nothing was written; --yes writes it.", "Rien n'a été écrit ; --yes l'écrit.")
                    .in(locale));
            return ExitCode.OK;
        }
        DatasetFolder.Written written = vintage.write(locale);
        out.println(new Text("Written: %s", "Écrit : %s")
                .with(written.folder().resolve("mapping.yml"))
                .in(locale));
        written.copy()
                .forEach(copy -> out.println(
                        new Text("Copied: %s", "Copié : %s").with(copy).in(locale)));
        out.println(new Text(
                        "Now: ./pleiade check %1$s; ./pleiade publish",
                        "Maintenant : ./pleiade check %1$s ; ./pleiade publish")
                .with(slug)
                .in(locale));
        return ExitCode.OK;
    }

    private DatasetFolder folder() {
        Path ontology = options.ontology();
        return new DatasetFolder(
                options.mappings(),
                options.sources(),
                options.base(),
                Site.catalog(options.mappings(), options.base()).description().prefixes(),
                other -> Site.identifierSystems(ontology, other));
    }

    private String write(FileProfile profile, Optional<Questions> questions, Locale locale) {
        PrintWriter out = spec.commandLine().getOut();
        out.println();
        String base = options.base();
        Catalog catalog = Site.catalog(options.mappings(), base);
        DatasetFolder folder = folder();
        NewDataset dataset = said.dataset(Proposal.of(profile, catalog, base), questions);
        folder.requireFree(dataset.slug());
        FileProfile keyed = said.profile(profile, questions);
        if (!keyed.key().equals(profile.key())) {
            KeyCheck.require(keyed.key(), file, keyed);
        }
        DatasetFolder.Written written = folder.write(file, keyed, dataset, locale);
        out.println(new Text("Written: %s", "Écrit : %s").with(written.folder()).in(locale));
        written.copy()
                .forEach(copy -> out.println(
                        new Text("Copied: %s", "Copié : %s").with(copy).in(locale)));
        out.println(new Text(
                        "Change a line of mapping.yml, then: ./pleiade check %1$s; ./pleiade publish --serve",
                        "Changer une ligne de mapping.yml, puis : ./pleiade check %1$s ; ./pleiade publish --serve")
                .with(dataset.slug())
                .in(locale));
        return dataset.slug();
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
