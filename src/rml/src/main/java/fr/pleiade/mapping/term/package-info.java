/**
 * One row and a term map become terms in N-Quads syntax: the expressions of a mapping with their columns known.
 *
 * <p>Start at {@link fr.pleiade.mapping.term.Binding} and {@link fr.pleiade.mapping.term.TermSet}. May import
 * {@code findings}, {@code rdf}, {@code sources}, {@code mapping.bytes}, {@code mapping.datatype}, {@code mapping.function}
 * and {@code mapping.model}.
 */
@NullMarked
package fr.pleiade.mapping.term;

import org.jspecify.annotations.NullMarked;
