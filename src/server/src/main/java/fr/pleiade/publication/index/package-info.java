/**
 * The TDB2 index of a release: built, or patched from the one before, and looked into before anybody else does.
 *
 * <p>Start at {@link fr.pleiade.publication.index.Index}. May import {@code rdf}, {@code quads}, {@code store},
 * {@code store.load}, {@code release} and {@code release.diff}.
 */
@NullMarked
package fr.pleiade.publication.index;

import org.jspecify.annotations.NullMarked;
