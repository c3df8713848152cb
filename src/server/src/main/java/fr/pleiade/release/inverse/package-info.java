/**
 * The lines of a release's graphs turned around, the object first: so that what points to a thing, or bears a code, is read from sorted
 * files like everything else, without an index of triples.
 *
 * <p>Start at {@link fr.pleiade.release.inverse.Inverse}, which reads them, and {@link fr.pleiade.release.inverse.InverseFile}, which
 * makes one. May import {@code rdf} and {@code quads}.
 */
@NullMarked
package fr.pleiade.release.inverse;

import org.jspecify.annotations.NullMarked;
