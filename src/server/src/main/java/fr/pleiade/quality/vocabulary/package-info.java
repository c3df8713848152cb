/**
 * Whether the properties and classes that a mapping or a link rule uses are terms of some vocabulary.
 *
 * <p>Start at {@link fr.pleiade.quality.vocabulary.TermCheck}. May import {@code findings}, {@code rdf}, {@code mapping.bytes},
 * {@code mapping.model} and {@code quality}.
 */
@NullMarked
package fr.pleiade.quality.vocabulary;

import org.jspecify.annotations.NullMarked;
