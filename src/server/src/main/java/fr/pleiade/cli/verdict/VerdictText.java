package fr.pleiade.cli.verdict;

import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.FindingGroup;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.Verdict;
import java.io.PrintWriter;
import java.util.Locale;

/**
 * What was found, for people: a line for each kind, its first examples below it, and how to mend it.
 *
 * <pre>{@code
 * refuse   duplicate-key, two rows with one key: 2 in labos
 *          labos.csv:4: lines 2 and 4 both make id/labo/L01
 *          → give each thing a key of its own
 * }</pre>
 */
final class VerdictText {
    private static final Text CELL = new Text("%s:%d, column '%s', value '%s'", "%s:%d, colonne « %s », valeur « %s »");
    private static final Text MORE = new Text(" (%s with this value)", " (%s de même valeur)");
    private static final Text COLUMN = new Text(", column '%s'", ", colonne « %s »");
    private static final Text NOTHING = new Text("Nothing is wrong.", "Rien à signaler.");
    private static final Text REFUSED = new Text(
            "Refused: %s to mend before anything is published; %s warnings, %s notes.",
            "Refusé : %s à corriger avant toute publication ; %s avertissements, %s notes.");
    private static final Text ACCEPTED = new Text(
            "It can be published: %s warnings, %s notes.", "Publication possible : %s avertissements, %s notes.");

    private final PrintWriter out;
    private final Locale locale;

    VerdictText(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    void print(Verdict verdict) {
        verdict.groups().forEach(this::print);
        String warnings = number(verdict.count(Severity.WARNING));
        String notes = number(verdict.count(Severity.INFO));
        if (verdict.groups().isEmpty()) {
            out.println(NOTHING.in(locale));
        } else if (verdict.refuses()) {
            out.println(REFUSED.with(number(verdict.count(Severity.ERROR)), warnings, notes)
                    .in(locale));
        } else {
            out.println(ACCEPTED.with(warnings, notes).in(locale));
        }
    }

    private void print(FindingGroup group) {
        String title = Rule.titleOf(group.rule()).in(locale);
        String where = group.dataset().isEmpty() ? "" : in() + group.dataset();
        String column = group.column().isEmpty()
                ? ""
                : COLUMN.with(shown(group.column())).in(locale);
        out.printf(
                "%-14s %s, %s: %s%s%s%n",
                Policy.word(group.severity()).in(locale), group.rule(), title, number(group.count()), where, column);
        for (FindingGroup.Example example : group.examples()) {
            String more =
                    example.count() > 1 ? MORE.with(number(example.count())).in(locale) : "";
            out.printf(
                    "%15s%s: %s%s%n",
                    "",
                    place(example.finding().place()),
                    shown(example.finding().problem().in(locale)),
                    more);
        }
        out.printf("%15s→ %s%n", "", group.examples().get(0).finding().remedy().in(locale));
    }

    private String in() {
        return new Text(" in ", " dans ").in(locale);
    }

    private String place(Place place) {
        return place instanceof Place.InCell cell
                ? CELL.with(cell.file(), cell.line(), shown(cell.column()), shown(cell.value()))
                        .in(locale)
                : shown(place.describe());
    }

    /** {@return the text on one line, with what a terminal would obey made visible} */
    static String shown(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                shown.append("\\u%04x".formatted(c));
            } else {
                shown.appendCodePoint(c);
            }
        });
        return shown.toString();
    }

    /** {@return the number with a no-break space between thousands: the same in every locale} */
    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u00a0');
    }
}
