package fr.pleiade.draft.folder;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Overlap;
import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes the page of a new dataset: where it is from, and a table of its columns. */
final class ReadmeText {
    private static final int LONGEST = 160;

    private final FileProfile profile;
    private final NewDataset dataset;
    private final Locale language;

    ReadmeText(FileProfile profile, NewDataset dataset, Locale language) {
        this.profile = profile;
        this.dataset = dataset;
        this.language = language;
    }

    String text() {
        StringBuilder text =
                new StringBuilder("# ").append(cell(dataset.title())).append("\n\n");
        say(
                text,
                "* **Source**: `%s`, %d rows, %d columns.",
                "* **Source** : `%s`, %d lignes, %d colonnes.",
                profile.name(),
                profile.rows(),
                profile.columns().size());
        say(text, "* **Licence**: %s.", "* **Licence** : %s.", dataset.licence());
        say(text, "* **Key**: %s.", "* **Clé** : %s.", cell(String.join(" + ", profile.key())));
        say(
                text,
                "* **Label**: %s.",
                "* **Libellé** : %s.",
                cell(profile.label().orElse("—")));
        profile.notes()
                .forEach(note ->
                        text.append("* ").append(cell(note.in(language))).append('\n'));
        text.append('\n');
        say(
                text,
                "| column | becomes | filled | distinct | example | why |",
                "| colonne | devient | remplies | distinctes | exemple | pourquoi |");
        text.append("|---|---|---:|---:|---|---|\n");
        profile.columns().forEach(column -> row(text, column));
        text.append('\n');
        say(
                text,
                "`mapping.yml` says it to the machine. `./pleiade check %1$s` compares what it makes of `sample.csv` with `expected.nt` and `expected-findings.csv`: read them, mend them, and they stay true; `./pleiade check --accept-sample %1$s` writes them anew.",
                "`mapping.yml` le dit à la machine. `./pleiade check %1$s` compare ce qu'il fait de `sample.csv` avec `expected.nt` et `expected-findings.csv` : à relire, à corriger, et cela restera vrai ; `./pleiade check --accept-sample %1$s` les récrit.",
                dataset.slug());
        return text.toString();
    }

    private void row(StringBuilder text, ColumnGuess column) {
        boolean isPersonal = column.personal().isPresent();
        List<String> why = new ArrayList<>();
        column.personal().ifPresent(kind -> why.add(kind.in(language)));
        if (!isPersonal) {
            column.evidence().forEach(said -> why.add(said.in(language)));
        }
        text.append("| ")
                .append(String.join(
                        " | ",
                        cell(column.header()),
                        isPersonal ? said("nothing: personal", "rien : personnel") : cell(becomes(column)),
                        String.valueOf(column.filled()),
                        String.valueOf(column.distinct()),
                        isPersonal ? "" : cell(column.example()),
                        cell(String.join(said("; ", " ; "), why))))
                .append(" |\n");
    }

    private String becomes(ColumnGuess column) {
        String list = column.separator().isEmpty() ? "" : said(", list by %s", ", liste par %s", column.separator());
        String link = column.link()
                .filter(Overlap::isWritten)
                .map(overlap -> " → " + overlap.keys().dataset())
                .orElse("");
        String part = profile.key().contains(column.header())
                ? said("key, ", "clé, ")
                : profile.label().filter(column.header()::equals).isPresent() ? said("label, ", "libellé, ") : "";
        return part + column.type() + list + link;
    }

    private void say(StringBuilder text, String en, String fr, Object... values) {
        text.append(said(en, fr, values)).append('\n');
    }

    private String said(String en, String fr, Object... values) {
        return new Text(en, fr).with(values).in(language);
    }

    /** {@return a text in one line, in which nothing is a mark of Markdown's tables or of HTML} */
    private static String cell(String text) {
        return YamlText.comment(text, LONGEST).replace("|", "\\|").replace("<", "&lt;");
    }
}
