package fr.pleiade.cli;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.folder.NewDataset;
import fr.pleiade.findings.Text;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says of a new dataset; what it does not say is asked, or proposed. */
final class NewOptions {
    private static final String NONE = "-";

    @Option(names = "--yes", description = "ask nothing: take what is proposed")
    private boolean yes;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "the dataset's name: lower-case letters, digits and hyphens")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TEXT", description = "its title")
    private @Nullable String title;

    @Option(
            names = {"--license", "--licence"},
            paramLabel = "WORD",
            description = "its licence: licence-ouverte-2.0, odbl, cc-by, cc0, …, or an address")
    private @Nullable String licence;

    @Option(names = "--key", paramLabel = "COLUMN[,COLUMN]", description = "the columns that together name a row")
    private @Nullable String key;

    @Option(
            names = "--label",
            paramLabel = "COLUMN",
            description = "the column that says what people call a row; - for none")
    private @Nullable String label;

    @Option(
            names = "--like",
            paramLabel = "DATASET",
            description =
                    "the file is another vintage of this dataset's: pair its columns, and add their names to the dataset's mapping.yml")
    private @Nullable String like;

    /** {@return the dataset whose file of another vintage this is} */
    Optional<String> like() {
        return Optional.ofNullable(like);
    }

    /** A vintage is named, titled, licensed and keyed as its dataset is. */
    void refuseBesideLike() {
        if (name != null || title != null || licence != null || key != null || label != null) {
            throw new Misuse(
                    "--like takes name, title, licence, key and label from the dataset; leave the other options out");
        }
    }

    boolean isYes(Questions ask, Text question) {
        return ask.ask(question, "y").matches("(?i)[yoj].*");
    }

    boolean asksNothing() {
        return yes;
    }

    /** {@return whether something is said that only a new folder has} */
    boolean saysSomething() {
        return yes || name != null || title != null || licence != null || key != null || label != null;
    }

    /** {@return the dataset as the options say, then as is answered} */
    NewDataset dataset(NewDataset proposed, Optional<Questions> questions) {
        NewDataset said =
                proposed.with(Optional.ofNullable(name), Optional.ofNullable(title), Optional.ofNullable(licence));
        return questions
                .map(ask -> said.with(
                        answer(ask, name, new Text("Name?", "Nom ?"), said.slug()),
                        answer(ask, title, new Text("Title?", "Titre ?"), said.title()),
                        answer(ask, licence, new Text("Licence?", "Licence ?"), said.licence())))
                .orElse(said);
    }

    /** {@return the profile with the key and the label that the options say, then those that are answered} */
    FileProfile profile(FileProfile found, Optional<Questions> questions) {
        String foundKey = key != null ? key : found.key().isEmpty() ? NONE : String.join(",", found.key());
        String foundLabel = label != null ? label : found.label().orElse(NONE);
        Optional<String> keys = questions
                .map(ask -> answer(
                        ask, key, new Text("Key, columns with commas?", "Clé, colonnes avec virgules ?"), foundKey))
                .orElse(Optional.of(foundKey));
        Optional<String> labels = questions
                .map(ask -> answer(ask, label, new Text("Label, a column?", "Libellé, une colonne ?"), foundLabel))
                .orElse(Optional.of(foundLabel));
        FileProfile keyed = keys.filter(said -> !said.equals(String.join(",", found.key())))
                .map(said -> found.withKey(columns(said, found)))
                .orElse(found);
        Optional<String> chosen = labels.filter(said -> !said.equals(NONE));
        chosen.ifPresent(keyed::named);
        return keyed.withLabel(chosen);
    }

    private static Optional<String> answer(Questions ask, @Nullable String said, Text question, String proposed) {
        return Optional.of(said != null ? said : ask.ask(question, proposed));
    }

    /** {@return the columns that a text names, with commas between them; a header may have commas itself} */
    private static List<String> columns(String text, FileProfile profile) {
        if (text.equals(NONE)) {
            return List.of();
        }
        List<String> headers =
                profile.columns().stream().map(ColumnGuess::header).collect(Collectors.toList());
        if (headers.contains(text)) {
            return List.of(text);
        }
        return Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
