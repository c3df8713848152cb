package fr.pleiade.cli;

import fr.pleiade.draft.publisher.NewSite;
import fr.pleiade.draft.publisher.SiteFolder;
import fr.pleiade.findings.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pleiade init DIR}: an empty publisher's site. */
@Command(
        name = "init",
        description = {
            "Writes the folder of a new site, in which datasets are made with: pleiade new FILE.csv --site DIR.",
            "Asks for its language, its publisher, its title, its base and its licence, each with a proposed answer. A folder that is not"
                    + " empty is refused."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the site was written",
            "1:the folder is not empty, or an answer is none; the message says why, and nothing was written",
            "2:the command was misused",
            "3:the environment failed: disk, memory"
        })
final class InitCommand implements Callable<Integer> {
    /** Where the site is that ships with the program; a package puts it elsewhere than a checkout. */
    private static final String SHIPPED = "pleiade.sample";

    private static final String USUAL_BASE = "http://localhost:8080/";
    private static final String USUAL_LICENCE = "licence-ouverte-2.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "the folder of the site: empty, or not there yet")
    private Path folder = Path.of("");

    @Option(names = "--yes", description = "ask nothing: take what is proposed")
    private boolean yes;

    @Option(names = "--title", paramLabel = "TEXT", description = "the title of the catalogue")
    private @Nullable String title;

    @Option(names = "--publisher", paramLabel = "NAME", description = "the name of who publishes")
    private @Nullable String publisher;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "what every published IRI begins with (proposed: " + USUAL_BASE + ")")
    private @Nullable String base;

    @Option(
            names = {"--license", "--licence"},
            paramLabel = "WORD",
            description = "the licence of what is not licensed otherwise (proposed: " + USUAL_LICENCE + ")")
    private @Nullable String licence;

    @Option(
            names = "--lang",
            paramLabel = "en|fr",
            description = "the language of the site, and of what is said (proposed: en)")
    private @Nullable String language;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        SiteFolder site = new SiteFolder(Path.of(System.getProperty(SHIPPED, System.getProperty("pleiade.home", "."))));
        site.requireFree(folder);
        Optional<Questions> questions = yes ? Optional.empty() : Questions.onTerminal(out, said());
        if (!yes && questions.isEmpty()) {
            throw new Misuse("there is no terminal to ask at; --yes takes what is proposed. Nothing was written");
        }
        NewSite answered = answered(questions);
        int files = site.write(folder, answered).size();
        Locale locale = Locale.forLanguageTag(answered.language());
        out.println(new Text("Written: %s, %d files", "Écrit : %s, %d fichiers")
                .with(folder, files)
                .in(locale));
        out.println(new Text(
                        "Next: ./pleiade new FILE.csv --serve --site %1$s; ./pleiade publish --serve --site %1$s",
                        "Ensuite : ./pleiade new FICHIER.csv --serve --site %1$s ; ./pleiade publish --serve --site %1$s")
                .with(folder)
                .in(locale));
        out.flush();
        return ExitCode.OK;
    }

    private Locale said() {
        return Locale.forLanguageTag(language == null ? "en" : checkedLanguage(language));
    }

    private NewSite answered(Optional<Questions> questions) {
        String spoken = checkedLanguage(
                answer(questions, language, new Text("Language, en or fr?", "Langue, fr ou en ?"), "en"));
        Optional<Questions> ask = questions.map(asked -> asked.in(Locale.forLanguageTag(spoken)));
        Path name = folder.toAbsolutePath().normalize().getFileName();
        String who = answer(
                ask, publisher, new Text("Who publishes?", "Qui publie ?"), name == null ? "Pléiade" : name.toString());
        String called = answer(
                ask,
                title,
                new Text("Title of the catalogue?", "Titre du catalogue ?"),
                new Text("Open data: %s", "Données ouvertes : %s").with(who).in(Locale.forLanguageTag(spoken)));
        String address = answer(
                ask,
                base,
                new Text(
                        "Address that every identifier begins with?",
                        "Adresse par laquelle commence tout identifiant ?"),
                USUAL_BASE);
        String terms = answer(ask, licence, new Text("Licence?", "Licence ?"), USUAL_LICENCE);
        return new NewSite(called, who, SiteOptions.checkedBase("--base", address), NewSite.licence(terms), spoken);
    }

    private static String answer(Optional<Questions> questions, @Nullable String said, Text question, String proposed) {
        return said != null
                ? said
                : questions.map(ask -> ask.ask(question, proposed)).orElse(proposed);
    }

    private static String checkedLanguage(String said) {
        if (!said.equals("en") && !said.equals("fr")) {
            throw new Misuse("--lang is en or fr, not " + said);
        }
        return said;
    }
}
