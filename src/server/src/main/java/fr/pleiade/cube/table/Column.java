package fr.pleiade.cube.table;

import fr.pleiade.rdf.Term;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A dimension or an attribute of a cube, with the values that its observations have.
 *
 * @param property its IRI
 * @param values by code, from 0, in the order in which the graphs first have them
 */
public record Column(String property, List<Term> values) {
    /** Where an observation has no value. */
    public static final int ABSENT = -1;

    public Column {
        values = List.copyOf(values);
    }

    /** {@return the codes by value} */
    Map<Term, Integer> codes() {
        Map<Term, Integer> codes = new HashMap<>();
        for (int code = 0; code < values.size(); code++) {
            codes.put(values.get(code), code);
        }
        return codes;
    }
}
