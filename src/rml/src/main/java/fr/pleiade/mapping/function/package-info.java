/**
 * The functions that a mapping can call: pure, named by published IRIs, one row of a table each.
 *
 * <p>Start at {@link fr.pleiade.mapping.function.Functions} and {@link fr.pleiade.mapping.function.Function}. May import
 * {@code findings}, {@code identifiers}, {@code mapping.bytes}, {@code mapping.datatype}, {@code rdf} and
 * {@code telephone}.
 *
 * @see <a href="https://fno.io/spec/">the Function Ontology</a>
 */
@NullMarked
package fr.pleiade.mapping.function;

import org.jspecify.annotations.NullMarked;
