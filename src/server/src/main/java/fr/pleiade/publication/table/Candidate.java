package fr.pleiade.publication.table;

import fr.pleiade.rdf.Term;
import java.util.List;
import java.util.Optional;

/**
 * A column that might give a kind of triples, if the published graph agrees.
 *
 * @param about makes the subjects
 * @param property the property
 * @param column the column of the file that it is, by its position from 0, an empty cell of which gives nothing; or {@link #VIRTUAL}
 * @param value makes the values
 */
record Candidate(UriPattern about, Term.Iri property, int column, Value value) {
    static final int VIRTUAL = -1;

    boolean isVirtual() {
        return column == VIRTUAL;
    }

    Candidate with(Value other) {
        return new Candidate(about, property, column, other);
    }

    /** {@return whether a row gives nothing by it} */
    boolean isSilent(List<String> cells) {
        return !isVirtual() && cells.get(column).isEmpty();
    }

    /** {@return the values of a row that is not silent; nothing at all if they would not be what the description says} */
    Optional<List<Term>> values(List<String> cells) {
        return value.of(isVirtual() ? "" : cells.get(column), cells);
    }
}
