/**
 * What changed between two releases, thing by thing: as sentences, JSON and RDF.
 *
 * <p>Start at {@link fr.pleiade.release.diff.Diff}, which compares any two, and {@link fr.pleiade.release.diff.KeptChanges}, what a
 * release keeps of its difference from the one before. May import {@code findings}, {@code rdf}, {@code syntax}, {@code quads} and
 * {@code release}.
 */
@NullMarked
package fr.pleiade.release.diff;

import org.jspecify.annotations.NullMarked;
