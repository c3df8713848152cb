package fr.pleiade.quality.identity;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.Rule;
import fr.pleiade.rdf.Quad;
import java.util.Map;

/**
 * What a register's record makes doubtful of a link.
 *
 * @param rule of which kind it is
 * @param link the link
 * @param isWithheld whether it must not be published
 * @param en what the record says, in English
 * @param fr likewise in French
 */
record IdentityDoubt(Rule rule, Quad link, boolean isWithheld, String en, String fr) {
    Finding finding(Map<Quad, Place> places) {
        Place row = places.get(link.in(Quad.DEFAULT_GRAPH));
        return rule.at(
                row != null ? row : new Place.OfThing(link.subject().text(), ""),
                "%3$s is said to be the same as %4$s, but %1$s%5$s",
                "%3$s est dit identique à %4$s, mais %2$s%6$s",
                en,
                fr,
                "<" + link.subject().text() + ">",
                "<" + link.object().text() + ">",
                isWithheld ? ": the owl:sameAs is not published" : "",
                isWithheld ? " : cet owl:sameAs n'est pas publié" : "");
    }
}
