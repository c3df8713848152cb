/**
 * Graphs that were made elsewhere, such as on a cluster: found by their list of digests, verified line by line while they are read.
 *
 * <p>Start at {@link fr.pleiade.publication.parts.GivenGraphs}. Shape of the folder, whose list is that of {@code sha256sum}:
 *
 * <pre>
 * towns/SHA256SUMS         the digest and the name of each part, in the order of their lines, and of the mapping
 * towns/part-00000.nq      canonical N-Quads, sorted by bytes, each once: in the parts, and from one part to the next
 * towns/part-00001.nq
 * towns/report.json        how many rows there were, if that is told
 * towns/findings/….csv     what was found in them, if anything was
 * </pre>
 *
 * <p>May import {@code findings}, {@code quads}, {@code rdf}, {@code sources}, {@code sources.fetch} and {@code release}.
 */
@NullMarked
package fr.pleiade.publication.parts;

import org.jspecify.annotations.NullMarked;
