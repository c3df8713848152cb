package fr.pleiade.web.reconcile.table;

import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.table.Reasons;
import fr.pleiade.linking.table.TableMatch;
import fr.pleiade.web.page.Shown;
import fr.pleiade.web.served.Lexicon;
import java.util.List;
import java.util.Locale;

/**
 * A row of the result, as the page shows it.
 *
 * @param number the row's, from 1
 * @param named what it says
 * @param state {@code sure}, {@code doubt} or {@code none}
 * @param things the thing that is meant, or those that may be
 * @param reason why, in a sentence
 */
record Line(long number, String named, String state, List<Thing> things, String reason) {
    private static final int LONGEST = 200;

    Line {
        things = List.copyOf(things);
    }

    /**
     * A thing.
     *
     * @param name what it is called
     * @param href where its page is
     * @param places where it is, or {@code ""}
     * @param score from 0 to 100
     */
    record Thing(String name, String href, String places, double score) {}

    static Line of(TableMatch.Matched row, Lexicon lexicon, String base, Locale locale) {
        String named = row.named();
        return new Line(
                row.number(),
                named.length() > LONGEST ? named.substring(0, LONGEST) + "…" : named,
                row.isMatch() ? "sure" : row.found().isEmpty() ? "none" : "doubt",
                row.found().stream()
                        .limit(row.isMatch() ? 1 : row.found().size())
                        .map(candidate -> thing(candidate, lexicon, base, locale))
                        .toList(),
                Reasons.of(row.found(), locale));
    }

    private static Thing thing(Candidate candidate, Lexicon lexicon, String base, Locale locale) {
        String iri = candidate.thing().iri();
        List<String> places = candidate.thing().places().stream()
                .map(place ->
                        place.iri().isEmpty() ? String.join(" ", place.names()) : lexicon.name(place.iri(), locale))
                .distinct()
                .limit(2)
                .toList();
        return new Thing(
                candidate.thing().name(locale.getLanguage()).text(),
                Shown.href(iri, base),
                String.join(", ", places),
                candidate.score());
    }
}
