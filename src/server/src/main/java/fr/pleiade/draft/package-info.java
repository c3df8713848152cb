/**
 * The way from a CSV file to a dataset: what a file holds, guessed from its bytes, each guess with its evidence.
 *
 * <p>Start at {@link fr.pleiade.draft.Profiler}, which makes a {@link fr.pleiade.draft.FileProfile}. Memory does not grow with the file.
 * May import {@code findings}, {@code identifiers}, {@code mapping.bytes}, {@code quads}, {@code rdf}, {@code sources}, {@code syntax}, {@code quality.csv} and
 * {@code release}; the only package that knows juniversalchardet.
 */
@NullMarked
package fr.pleiade.draft;

import org.jspecify.annotations.NullMarked;
