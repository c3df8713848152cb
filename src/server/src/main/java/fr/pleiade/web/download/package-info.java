/**
 * Downloads: each dataset, and the whole, in every syntax.
 *
 * <p>Start at {@link fr.pleiade.web.download.DumpController}. Written from the release's sorted graph files, never from the
 * store, so that lexical forms are those of the sources. May import {@code web.served}, {@code rdf}, {@code syntax}, {@code quads},
 * {@code release}, {@code web} and {@code web.http}.
 */
@NullMarked
package fr.pleiade.web.download;

import org.jspecify.annotations.NullMarked;
