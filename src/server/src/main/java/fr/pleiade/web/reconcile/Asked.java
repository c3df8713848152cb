package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.MatchQuery;
import java.util.List;

/**
 * One query of a batch.
 *
 * @param key how the answer refers to it; {@code ""} where the order does
 * @param query what is looked for
 * @param mustHave classes that each candidate must have, all of them
 * @param isTypePreferred whether things of other classes are given where there are none of the query's
 */
record Asked(String key, MatchQuery query, List<String> mustHave, boolean isTypePreferred) {
    Asked {
        mustHave = List.copyOf(mustHave);
    }
}
