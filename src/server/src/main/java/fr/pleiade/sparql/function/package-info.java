/**
 * The functions that a query may call, and how much they and everything else in it may use.
 *
 * <p>Start at {@link fr.pleiade.sparql.function.Functions}, the published list, and {@link fr.pleiade.sparql.function.Budget}. Imports
 * no other package.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#SparqlOps">SPARQL 1.1 Query Language, section 17</a>
 */
@NullMarked
package fr.pleiade.sparql.function;

import org.jspecify.annotations.NullMarked;
