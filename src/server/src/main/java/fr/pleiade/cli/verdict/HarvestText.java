package fr.pleiade.cli.verdict;

import fr.pleiade.findings.Text;
import fr.pleiade.quality.harvest.Fate;
import fr.pleiade.quality.harvest.Field;
import fr.pleiade.quality.harvest.Harvester;
import fr.pleiade.quality.harvest.Rehearsal;
import fr.pleiade.quality.harvest.Score;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/**
 * What portals would make of each dataset's description, for people.
 *
 * <pre>{@code
 * towns
 *   data.europa.eu: 395 of 405, excellent
 *     -10  a licence of the European Union's list: it has no entry for this one
 *   data.gouv.fr: 8 of 9
 *     -1   …
 *   CKAN drops: dcat:version; distributions: spdx:checksum
 * }</pre>
 */
final class HarvestText {
    private static final Text OF = new Text("%s: %s of %s", "%s : %s sur %s");
    private static final Text DROPS = new Text("%s drops: ", "%s ignore : ");
    private static final Text MISREADS = new Text("%s reads otherwise %s: %s", "%s lit autrement %s : %s");

    private static final Text LOST = new Text("%s: %s", "%s\u202f: %s");

    private final PrintWriter out;
    private final Locale locale;

    HarvestText(PrintWriter out, Locale locale) {
        this.out = out;
        this.locale = locale;
    }

    /** Writes all of a rehearsal. */
    void print(Rehearsal rehearsal) {
        out.printf("%n%s%n", rehearsal.slug());
        print(Harvester.EUROPA, rehearsal.europa(), ", " + rehearsal.rating().in(locale));
        print(Harvester.DATA_GOUV, rehearsal.dataGouv(), "");
        for (Harvester harvester : Harvester.values()) {
            fates(harvester, rehearsal.fields());
        }
        rehearsal.notes().forEach(note -> out.printf("  %s%n", note.in(locale)));
        out.flush();
    }

    private void print(Harvester harvester, Score score, String rating) {
        out.printf(
                "  %s%s%n",
                OF.with(harvester.title(), score.total(), score.most()).in(locale), rating);
        score.lost()
                .forEach(point -> out.printf(
                        "    %-4d %s%n",
                        point.got() - point.most(),
                        LOST.with(
                                        point.title().in(locale),
                                        VerdictText.shown(point.why().in(locale)))
                                .in(locale)));
    }

    private void fates(Harvester harvester, List<Field> fields) {
        List<String> dropped = fields.stream()
                .filter(field -> field.at(harvester).kind() == Fate.Kind.DROPPED)
                .map(HarvestText::name)
                .toList();
        if (!dropped.isEmpty()) {
            out.printf("  %s%s%n", DROPS.with(harvester.title()).in(locale), String.join(", ", dropped));
        }
        fields.stream()
                .filter(field -> field.at(harvester).kind() == Fate.Kind.MISREAD)
                .forEach(field -> out.printf(
                        "  %s%n",
                        MISREADS.with(
                                        harvester.title(),
                                        name(field),
                                        VerdictText.shown(
                                                field.at(harvester).note().in(locale)))
                                .in(locale)));
    }

    private static String name(Field field) {
        String property = VerdictText.shown(Rehearsal.shortened(field.property()));
        return field.level() == Field.Level.DATASET ? property : "dcat:distribution/" + property;
    }
}
