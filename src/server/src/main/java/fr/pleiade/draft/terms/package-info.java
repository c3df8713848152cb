/**
 * The properties that a new dataset's columns may have at once, because another dataset says the same with them or many do.
 *
 * <p>Start at {@link fr.pleiade.draft.terms.KnownTerms}. May import {@code draft}, {@code findings}, {@code identifiers}, {@code mapping.model},
 * {@code mapping.sheet}, {@code mapping.translation}, {@code mapping.yaml}, {@code quality.csv}, {@code rdf}, {@code site} and {@code syntax}.
 */
@NullMarked
package fr.pleiade.draft.terms;

import org.jspecify.annotations.NullMarked;
