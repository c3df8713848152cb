/**
 * RDF as text: terms, quads, and the syntaxes that they are read from and written to.
 *
 * <p>Start at {@link fr.pleiade.rdf.Quad}, {@link fr.pleiade.syntax.RdfReader} and {@link fr.pleiade.syntax.RdfWriter}. May
 * import {@code findings}, {@code quads} and {@code rdf}; the only package that knows RDF4J Rio and its JSON-LD processor.
 */
@NullMarked
package fr.pleiade.syntax;

import org.jspecify.annotations.NullMarked;
