/**
 * The page in front of the SPARQL endpoint: an editor, and the example queries; queries themselves are answered by {@code store}.
 *
 * <p>Start at {@link fr.pleiade.web.sparql.SparqlController}. May import {@code web}, {@code web.http}, {@code web.page},
 * {@code site}.
 */
@NullMarked
package fr.pleiade.web.sparql;

import org.jspecify.annotations.NullMarked;
