/**
 * Says a query in other algebra with the same answer, which TDB2 works out faster.
 *
 * <p>Start at {@link fr.pleiade.sparql.plan.PlannedEngine}. May import {@code sparql.geo} and {@code store.count}.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#sparqlQuery">SPARQL 1.1 Query Language, section 18.2</a>
 */
@NullMarked
package fr.pleiade.sparql.plan;

import org.jspecify.annotations.NullMarked;
