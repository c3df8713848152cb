/**
 * Sorted N-Quads files, the seam between the stages: written, sorted, searched, packed, compared and digested.
 *
 * <p>Start at {@link fr.pleiade.quads.QuadLine}, the one place where a line's terms are found, at
 * {@link fr.pleiade.quads.LineSorter} for writing and at {@link fr.pleiade.quads.GraphFile} for reading. A file has
 * one quad a line, sorted by bytes, without duplicates; packed, it is seekable zstd. May import {@code rdf}; the only package that
 * knows zstd.
 *
 * @see <a href="https://www.w3.org/TR/n-quads/">RDF 1.1 N-Quads</a>
 */
@NullMarked
package fr.pleiade.quads;

import org.jspecify.annotations.NullMarked;
