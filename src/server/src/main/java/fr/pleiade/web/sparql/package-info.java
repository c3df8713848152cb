/**
 * The page in front of the SPARQL endpoint: an editor, and the example queries; queries themselves are answered by {@code sparql}.
 *
 * <p>Start at {@link fr.pleiade.web.sparql.EndpointController}. May import {@code web}, {@code web.http}, {@code web.page},
 * {@code release}, {@code sparql}, {@code site}, {@code syntax}.
 */
@NullMarked
package fr.pleiade.web.sparql;

import org.jspecify.annotations.NullMarked;
