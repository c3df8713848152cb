/**
 * Downloads: each dataset, and the whole, in every syntax, as files and as the Graph Store Protocol's reads.
 *
 * <p>Start at {@link fr.pleiade.web.download.DumpController} and {@link fr.pleiade.web.download.GraphStoreController}. Written from the release's sorted graph files, never from the
 * store, so that lexical forms are those of the sources. May import {@code web.served}, {@code findings}, {@code rdf}, {@code syntax}, {@code quads},
 * {@code release}, {@code release.replica}, {@code release.table}, {@code web} and {@code web.http}.
 */
@NullMarked
package fr.pleiade.web.download;

import org.jspecify.annotations.NullMarked;
