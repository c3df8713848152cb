/**
 * RDF as values: terms, quads, small graphs, prefixes, the line of N-Quads, and the IRIs of the vocabularies that the code knows.
 *
 * <p>Start at {@link fr.pleiade.rdf.Term} and {@link fr.pleiade.rdf.Quad}. May import {@code findings}. Knows no library.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/">RDF 1.1 Concepts</a>
 */
@NullMarked
package fr.pleiade.rdf;

import org.jspecify.annotations.NullMarked;
