/**
 * The page in front of the SPARQL endpoint: an editor, and the example queries; queries themselves are answered by {@code sparql}.
 *
 * <p>Start at {@link fr.pleiade.web.sparql.EndpointController}. May import {@code findings}, {@code rdf}, {@code syntax},
 * {@code quads}, {@code sparql}, {@code sparql.function}, {@code store}, {@code release}, {@code web}, {@code web.document}, {@code web.http}, {@code web.map}, {@code web.page},
 * {@code web.served} and {@code web.shape}.
 */
@NullMarked
package fr.pleiade.web.sparql;

import org.jspecify.annotations.NullMarked;
