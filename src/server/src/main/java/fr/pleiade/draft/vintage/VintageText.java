package fr.pleiade.draft.vintage;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.findings.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is said of another vintage: the pairs with their evidence, what is gone and new, what to look at, and each line that changes. */
final class VintageText {
    private static final int WIDEST = 44;
    /** What codes of a system are in a column whose header does not name it. */
    private static final Set<String> UNTOLD = Set.of("code", "text", "integer");

    private final Vintage vintage;
    private final FileProfile before;
    private final FileProfile now;
    private final Locale language;
    private final List<String> lines = new ArrayList<>();

    VintageText(Vintage vintage, FileProfile before, FileProfile now, Locale language) {
        this.vintage = vintage;
        this.before = before;
        this.now = now;
        this.language = language;
    }

    /** @param skipsOthers whether the sheet passes over what it does not name */
    List<String> lines(String text, String changed, List<Text> byHand, boolean skipsOthers) {
        say(
                "%s (%d rows, %d columns) beside %s (%d rows, %d columns)",
                "%s (%d lignes, %d colonnes) à côté de %s (%d lignes, %d colonnes)",
                now.name(),
                now.rows(),
                now.columns().size(),
                before.name(),
                before.rows(),
                before.columns().size());
        List<Pair> renamed =
                vintage.pairs().stream().filter(pair -> !pair.isSame()).toList();
        say(
                "  %d columns have the same name",
                "  %d colonnes ont le même nom", vintage.pairs().size() - renamed.size());
        pairs(renamed);
        list("Gone (%d), optional from now on:", "Disparues (%d), désormais facultatives :", vintage.gone());
        list(
                skipsOthers ? "New (%d), passed over as the sheet says:" : "New (%d), each with a line in the sheet:",
                skipsOthers
                        ? "Nouvelles (%d), laissées de côté comme le dit la feuille :"
                        : "Nouvelles (%d), chacune avec une ligne dans la feuille :",
                vintage.fresh());
        otherTypes();
        byHand.forEach(said -> lines.add("  " + said.in(language)));
        changes(text, changed);
        return lines;
    }

    private void say(String en, String fr, Object... values) {
        lines.add(new Text(en, fr).with(values).in(language));
    }

    private void pairs(List<Pair> renamed) {
        if (renamed.isEmpty()) {
            return;
        }
        lines.add("");
        say(
                "Renamed (%d); those with ? deserve a look:",
                "Renommées (%d) ; celles avec ? méritent un regard :", renamed.size());
        int widest = renamed.stream()
                .mapToInt(pair -> names(pair).length())
                .filter(length -> length <= 2 * WIDEST)
                .max()
                .orElse(0);
        for (Pair pair : renamed) {
            String names = names(pair);
            lines.add((pair.isSure() ? "    " : "  ? ")
                    + names
                    + " ".repeat(Math.max(2, widest + 2 - names.length()))
                    + pair.why().in(language));
        }
    }

    private static String names(Pair pair) {
        return pair.before() + " → " + pair.now();
    }

    private void list(String en, String fr, List<String> columns) {
        if (!columns.isEmpty()) {
            lines.add("");
            say(en, fr, columns.size());
            lines.add("    " + String.join(", ", columns));
        }
    }

    /** Cells that are written otherwise than the sheet says would be findings. */
    private void otherTypes() {
        List<String> said = new ArrayList<>();
        for (Pair pair : vintage.pairs()) {
            ColumnGuess old = before.column(pair.before()).orElseThrow();
            String was = type(old);
            String is = type(now.column(pair.now()).orElseThrow());
            boolean isEmpty = was.equals(ColumnGuess.EMPTY) || is.equals(ColumnGuess.EMPTY);
            boolean isUntold = UNTOLD.contains(is) && old.isOfSystem();
            if (!was.equals(is) && !isEmpty && !isUntold && !vintage.mended().contains(pair.now())) {
                said.add(new Text("    %s: was %s, now is %s", "    %s : était %s, est maintenant %s")
                        .with(pair.now(), was, is)
                        .in(language));
            }
        }
        if (!said.isEmpty()) {
            lines.add("");
            say(
                    "Written otherwise than before; the sheet's line may need another type or list:",
                    "Écrites autrement qu'avant ; la ligne de la feuille demande peut-être un autre type ou list :");
            lines.addAll(said);
        }
    }

    private String type(ColumnGuess column) {
        String list = column.separator().isEmpty()
                ? ""
                : new Text(", list by %s", ", liste par %s")
                        .with(column.separator())
                        .in(language);
        return column.type() + list;
    }

    private void changes(String text, String changed) {
        lines.add("");
        say("Changes in mapping.yml:", "Changements dans mapping.yml :");
        List<String> old = Arrays.asList(text.split("\n"));
        List<String> all = Arrays.asList(changed.split("\n"));
        Set<String> kept = new HashSet<>(all);
        Set<String> known = new HashSet<>(old);
        int at = 0;
        for (String line : all) {
            Optional<String> replaced = Optional.empty();
            while (at < old.size() && !kept.contains(old.get(at)) && replaced.isEmpty()) {
                replaced = Optional.of(old.get(at++));
            }
            replaced.ifPresent(was -> lines.add("  - " + was));
            if (known.contains(line)) {
                at = Math.max(at, old.indexOf(line) + 1);
            } else {
                lines.add("  + " + line);
            }
        }
    }
}
