/**
 * What a release is as it is served: the catalogue with what is known of it once the release is made, the context that its JSON-LD has,
 * and how large its files are; known to the publication, which rehearses it or says it, and to the server.
 *
 * <p>Start at {@link fr.pleiade.release.document.ServedCatalog} and {@link fr.pleiade.release.document.DumpFile}. May import {@code rdf}, {@code quads}, {@code syntax}
 * and {@code release}.
 */
@NullMarked
package fr.pleiade.release.document;

import org.jspecify.annotations.NullMarked;
