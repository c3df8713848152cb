/**
 * The page in front of the SPARQL endpoint: an editor, and the example queries; queries themselves are answered by {@code sparql}.
 *
 * <p>Start at {@link fr.pleiade.web.sparql.EndpointController}. May import {@code rdf}, {@code quads}, {@code site}, {@code sparql},
 * {@code release}, {@code web}, {@code web.document}, {@code web.http} and {@code web.page}.
 */
@NullMarked
package fr.pleiade.web.sparql;

import org.jspecify.annotations.NullMarked;
