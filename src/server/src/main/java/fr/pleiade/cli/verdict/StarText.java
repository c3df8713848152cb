package fr.pleiade.cli.verdict;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.stars.Audit;
import fr.pleiade.quality.stars.Star;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * The stars of each dataset, for people, and what the next one needs.
 *
 * <pre>{@code
 * ★★★★☆    towns: 4 stars of 5; the next: link your data to other data to provide context
 *          → lead to the data of others: by a rule in links.ttl, or …
 * }</pre>
 */
final class StarText {
    private static final Text ALL = new Text("all 5 stars", "les 5 étoiles");
    private static final Text SOME = new Text("%s of 5 stars; the next: %s", "%s étoiles sur 5 ; la suivante : %s");

    private final PrintWriter out;
    private final Locale locale;

    StarText(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    void print(List<Audit> audits) {
        if (!audits.isEmpty()) {
            out.println();
        }
        for (Audit audit : audits) {
            String said = audit.next()
                    .map(next -> next.step().sentence().in(locale))
                    .map(sentence -> SOME.with(audit.total(), sentence).in(locale))
                    .orElseGet(() -> ALL.in(locale));
            out.printf("%-14s %s: %s%n", Audit.drawn(audit.total()), audit.slug(), said);
            audit.next()
                    .map(Star::needs)
                    .orElse(List.of())
                    .forEach(need -> out.printf("%15s→ %s%n", "", VerdictText.shown(need.in(locale))));
        }
    }
}
