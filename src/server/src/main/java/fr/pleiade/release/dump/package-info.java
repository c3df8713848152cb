/**
 * What a release's graphs are as documents in other syntaxes: the context that JSON-LD has, and how large a file will be, known to the
 * publication that says so and to the server that sends it.
 *
 * <p>Start at {@link fr.pleiade.release.dump.DumpFile}. May import {@code rdf}, {@code quads} and {@code syntax}.
 */
@NullMarked
package fr.pleiade.release.dump;

import org.jspecify.annotations.NullMarked;
