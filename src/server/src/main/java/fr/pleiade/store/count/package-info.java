/**
 * How many triples, properties and classes a store has, as they are kept beside its index for whoever plans a query.
 *
 * <p>Start at {@link fr.pleiade.store.count.StoreCounts} and {@link fr.pleiade.store.count.PlannerStatistics}. May import {@code rdf}.
 *
 * @see <a href="https://jena.apache.org/documentation/tdb/optimizer.html">TDB optimizer, statistics rule file</a>
 */
@NullMarked
package fr.pleiade.store.count;

import org.jspecify.annotations.NullMarked;
