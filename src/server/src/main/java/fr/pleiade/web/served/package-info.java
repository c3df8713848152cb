/**
 * The release that pages and documents are made from, with what is worked out of it once: names, context, catalogue, examples.
 *
 * <p>Start at {@link fr.pleiade.web.served.Served}. May import {@code findings}, {@code materialisation}, {@code identifiers}, {@code linking.names}, {@code quality.look}, {@code quality.stars}, {@code rdf}, {@code syntax}, {@code release},
 * {@code release.document} and {@code release.inverse}.
 */
@NullMarked
package fr.pleiade.web.served;

import org.jspecify.annotations.NullMarked;
