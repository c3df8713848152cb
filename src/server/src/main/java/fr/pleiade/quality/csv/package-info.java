/**
 * What is looked at in a source file before its rows are mapped: how the file begins, then each cell in one pass.
 *
 * <p>Start at {@link fr.pleiade.quality.csv.SourceCheck}. May import {@code findings}, {@code rdf}, {@code identifiers}, {@code sources},
 * {@code mapping.bytes}, {@code mapping.model}, {@code telephone} and {@code quality}.
 */
@NullMarked
package fr.pleiade.quality.csv;

import org.jspecify.annotations.NullMarked;
