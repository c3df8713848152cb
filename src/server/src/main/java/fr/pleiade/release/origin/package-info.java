/**
 * Where the triples of a release's graphs come from: which line of which source, by which rule, kept beside the graphs in a few bytes a triple.
 *
 * <p>Start at {@link fr.pleiade.release.origin.Origins}, which reads them, and {@link fr.pleiade.release.origin.OriginFile}, which makes a
 * file of them. May import {@code findings}, {@code rdf} and {@code quads}.
 */
@NullMarked
package fr.pleiade.release.origin;

import org.jspecify.annotations.NullMarked;
