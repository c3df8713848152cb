package fr.pleiade.cli.profile;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.Overlap;
import fr.pleiade.findings.Text;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints what a file seems to hold: a table of its columns, and below it what is known of the whole. */
public final class ProfilePrinter {
    private static final int WIDEST = 36;
    private static final List<Text> HEADS = List.of(
            new Text("column", "colonne"),
            new Text("becomes", "devient"),
            new Text("filled", "remplies"),
            new Text("distinct", "distinctes"),
            new Text("bad", "fausses"),
            new Text("example", "exemple"));
    private static final List<Integer> NUMBERS = List.of(2, 3, 4);

    private final PrintWriter out;
    private final Locale language;

    public ProfilePrinter(PrintWriter out, Locale language) {
        this.out = out;
        this.language = language;
    }

    public void print(FileProfile profile) {
        out.println(said(
                "%s: %d rows, %d columns",
                "%s : %d lignes, %d colonnes",
                profile.name(),
                profile.rows(),
                profile.columns().size()));
        profile.notes().forEach(note -> out.println("  " + note.in(language)));
        out.println();
        table(profile);
        out.println();
        out.println(said("Key: %s", "Clé : %s", profile.key().isEmpty() ? "—" : String.join(" + ", profile.key())));
        out.println(said("Label: %s", "Libellé : %s", profile.label().orElse("—")));
        profile.parallel()
                .forEach(lists -> out.println(
                        said("Lists that belong together: %s", "Listes parallèles : %s", String.join(", ", lists))));
        evidence(profile);
        out.flush();
    }

    private void table(FileProfile profile) {
        List<String[]> lines = new ArrayList<>();
        lines.add(HEADS.stream().map(head -> head.in(language)).toArray(String[]::new));
        for (ColumnGuess column : profile.columns()) {
            lines.add(new String[] {
                cut(column.header()),
                becomes(column),
                String.valueOf(column.filled()),
                String.valueOf(column.distinct()),
                column.badCells() == 0 ? "" : String.valueOf(column.badCells()),
                column.personal().isPresent() ? "…" : cut(column.example())
            });
        }
        int[] widths = new int[HEADS.size()];
        lines.forEach(line -> Arrays.setAll(widths, i -> Math.max(widths[i], line[i].length())));
        for (String[] line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.length; i++) {
                String blanks = " ".repeat(widths[i] - line[i].length());
                text.append("  ").append(NUMBERS.contains(i) ? blanks + line[i] : line[i] + blanks);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private String becomes(ColumnGuess column) {
        if (column.personal().isPresent()) {
            return said("nothing: personal", "rien : personnel");
        }
        String list = column.separator().isEmpty() ? "" : said(", list by %s", ", liste par %s", column.separator());
        String link = column.link()
                .filter(Overlap::isWritten)
                .map(overlap -> " → " + overlap.keys().dataset())
                .orElse("");
        return column.type() + list + link;
    }

    private void evidence(FileProfile profile) {
        out.println();
        for (ColumnGuess column : profile.columns()) {
            List<String> why = new ArrayList<>();
            column.personal()
                    .ifPresent(kind -> why.add(said("looks like %s", "semble contenir %s", kind.in(language))));
            column.evidence().forEach(said -> why.add(said.in(language)));
            if (column.badCells() > 0 && column.personal().isEmpty()) {
                why.add(said("not so: %s", "sauf : %s", String.join(", ", column.bad())));
            }
            if (!why.isEmpty() && !column.type().equals(ColumnGuess.EMPTY)) {
                out.println("  " + column.header() + said(": ", " : ") + String.join("; ", why));
            }
        }
    }

    private String said(String en, String fr, Object... values) {
        return new Text(en, fr).with(values).in(language);
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > WIDEST ? line.substring(0, WIDEST - 1) + "…" : line;
    }
}
