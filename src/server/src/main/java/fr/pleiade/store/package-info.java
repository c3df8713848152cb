/**
 * The triple store: a TDB2 index over a release's N-Quads, opened and queried, or graphs pushed to a store elsewhere.
 *
 * <p>Start at {@link fr.pleiade.store.Store} for the index and at {@link fr.pleiade.store.RemoteStore} for a push;
 * {@code store.load} makes the index, and {@code sparql} answers from it over HTTP. May import {@code rdf},
 * {@code quads} and {@code jena}.
 *
 * @see <a href="https://jena.apache.org/documentation/tdb2/">TDB2</a>
 */
@NullMarked
package fr.pleiade.store;

import org.jspecify.annotations.NullMarked;
