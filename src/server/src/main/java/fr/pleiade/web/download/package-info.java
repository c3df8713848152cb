/**
 * Downloads: each dataset, and the whole, in every syntax.
 *
 * <p>Start at {@link fr.pleiade.web.download.DumpController}. Written from the release's sorted graph files, never from the
 * store, so that lexical forms are those of the sources. May import {@code rdf}, {@code syntax}, {@code quads},
 * {@code site}, {@code release}, {@code web} and {@code web.http}.
 */
@NullMarked
package fr.pleiade.web.download;

import org.jspecify.annotations.NullMarked;
