/**
 * Makes a TDB2 index out of N-Quads files, or out of another index and what has changed.
 *
 * <p>Start at {@link fr.pleiade.store.load.Loader} and {@link fr.pleiade.store.load.IndexPatch}. May import {@code rdf}, {@code quads},
 * {@code jena}, {@code store} and {@code store.count}; the only package that writes TDB2's files by itself.
 */
@NullMarked
package fr.pleiade.store.load;

import org.jspecify.annotations.NullMarked;
