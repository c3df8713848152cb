/**
 * Writes the results of queries as SPARQL's JSON, row by row and without blanks.
 *
 * <p>Start at {@link fr.pleiade.sparql.result.JsonResults} and {@link fr.pleiade.sparql.result.XmlAnswers}. May import
 * {@code findings}.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
@NullMarked
package fr.pleiade.sparql.result;

import org.jspecify.annotations.NullMarked;
