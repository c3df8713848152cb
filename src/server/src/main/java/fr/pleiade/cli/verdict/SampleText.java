package fr.pleiade.cli.verdict;

import fr.pleiade.draft.sample.Expectation;
import fr.pleiade.findings.Text;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * How what a sample gives differs from what was expected, for people.
 *
 * <pre>{@code
 * towns/expected.nt: 1 lines gone, 1 new
 *   - <http://localhost:8080/id/town/1> <…#label> "Bourg" .
 *   + <http://localhost:8080/id/town/1> <…#label> "Bourg"@fr .
 * }</pre>
 */
public final class SampleText {
    private static final int SHOWN = 20;
    private static final Text AS_BEFORE = new Text("%s/%s: as before", "%s/%s : comme avant");
    private static final Text CHANGED =
            new Text("%s/%s: %d lines gone, %d new", "%s/%s : %d lignes disparues, %d nouvelles");
    private static final Text MORE = new Text("  … and %d more", "  … et %d autres");

    private final PrintWriter out;
    private final Locale locale;

    public SampleText(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    public void print(String dataset, List<Expectation.Difference> differences) {
        for (Expectation.Difference difference : differences) {
            if (difference.isNone()) {
                out.println(AS_BEFORE.with(dataset, difference.file()).in(locale));
            } else {
                out.println(CHANGED.with(
                                dataset,
                                difference.file(),
                                difference.missing().size(),
                                difference.more().size())
                        .in(locale));
                printLines("  - ", difference.missing());
                printLines("  + ", difference.more());
            }
        }
    }

    private void printLines(String sign, List<String> lines) {
        lines.stream().limit(SHOWN).forEach(line -> out.println(sign + VerdictText.shown(line)));
        if (lines.size() > SHOWN) {
            out.println(MORE.with(lines.size() - SHOWN).in(locale));
        }
    }
}
