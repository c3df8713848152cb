package fr.pleiade.linking.byname;

import fr.pleiade.findings.Text;
import fr.pleiade.linking.names.Candidate;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a thing may be.
 *
 * @param iri the candidate
 * @param source the dataset's slug, or the register's IRI
 * @param label what it is called
 * @param score how likely, from 0 to 100
 * @param isMatch whether no other was near when they were compared
 * @param parts how well each part agrees, from 0 to 1
 */
record Likely(
        String iri, String source, String label, double score, boolean isMatch, Map<Candidate.Part, Double> parts) {
    static final double CERTAIN = 100;

    Likely {
        parts = parts.isEmpty() ? Map.of() : new EnumMap<>(parts);
    }

    static Likely of(Candidate candidate) {
        return new Likely(
                candidate.thing().iri(),
                candidate.thing().graph(),
                candidate.thing().name("fr").text(),
                candidate.score(),
                candidate.isMatch(),
                candidate.parts());
    }

    boolean has(Candidate.Part part) {
        return parts.containsKey(part);
    }

    /** {@return the evidence in words} */
    Text reasons() {
        return Candidate.Part.words(parts);
    }
}
