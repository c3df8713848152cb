package fr.pleiade.publication.table;

import java.util.List;

/**
 * A kind of triples that the mapping makes of a table, and the columns that might give them.
 *
 * @param about the template of the subjects
 * @param property the property's IRI
 * @param candidates the columns, each of which would do alone, the best first
 */
record Offer(UriPattern about, String property, List<Candidate> candidates) {
    Offer {
        candidates = List.copyOf(candidates);
    }
}
