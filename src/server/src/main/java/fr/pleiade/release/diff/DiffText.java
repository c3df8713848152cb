package fr.pleiade.release.diff;

import fr.pleiade.findings.Text;
import fr.pleiade.release.PublishedGraph;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/**
 * A difference as sentences in French or English: a summary for each graph, then a line for each thing.
 *
 * <p>Shape: {@code Université de Lutèce: renamed from "Lutèce 1" to "Université de Lutèce"; gained the identifier https://ror.org/…}.
 * Only things of this site are told; pages and accounts elsewhere, and the figures that the catalogue keeps of each dataset, are counted.
 */
public final class DiffText {
    private static final Text SUMMARY =
            new Text("%s: %d created, %d removed, %d changed", "%s : créations %d, suppressions %d, modifications %d");
    private static final Text UNTOLD = new Text(
            "not told here: %d things elsewhere, or figures of the catalogue; JSON and TriG have them",
            "non détaillé ici : %d choses situées ailleurs, ou chiffres du catalogue ; le JSON et le TriG les donnent");
    private static final Text NOTHING = new Text("Nothing differs.", "Rien ne diffère.");

    private final Diff diff;
    private final Locale locale;
    private final PrintWriter out;
    private final ChangeSentence sentence;

    private DiffText(Diff diff, Locale locale, PrintWriter out) {
        this.diff = diff;
        this.locale = locale;
        this.out = out;
        this.sentence = new ChangeSentence(diff, locale);
    }

    /** Writes the sentences; flushes, and leaves the writer open. */
    public static void write(Diff diff, Locale locale, PrintWriter out) {
        DiffText text = new DiffText(diff, locale, out);
        SortedMap<String, Map<EntityChange.Kind, Long>> counts = diff.counts();
        if (counts.isEmpty()) {
            out.println(NOTHING.in(locale));
        }
        counts.forEach(text::write);
        out.flush();
    }

    private void write(String slug, Map<EntityChange.Kind, Long> counts) {
        out.println(SUMMARY.in(locale)
                .formatted(
                        slug,
                        counts.getOrDefault(EntityChange.Kind.ADDED, 0L),
                        counts.getOrDefault(EntityChange.Kind.REMOVED, 0L),
                        counts.getOrDefault(EntityChange.Kind.CHANGED, 0L)));
        long[] untold = new long[1];
        diff.forEach(slug, change -> {
            if (isTold(slug, change)) {
                out.println("  " + sentence.of(change));
            } else {
                untold[0]++;
            }
        });
        if (untold[0] > 0) {
            out.println("  " + UNTOLD.in(locale).formatted(untold[0]));
        }
    }

    private boolean isTold(String slug, EntityChange change) {
        boolean isFigure =
                slug.equals(PublishedGraph.CATALOG) && change.entity().contains("#");
        return change.entity().startsWith(diff.after().base()) && !isFigure;
    }
}
