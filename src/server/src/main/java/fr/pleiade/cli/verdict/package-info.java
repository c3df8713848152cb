/**
 * The forms in which the gate's verdict is written, and how a sample differs from what was expected of it.
 *
 * <p>Start at {@link fr.pleiade.cli.verdict.VerdictFormat}. May import {@code findings}, {@code draft.sample}, {@code rdf}, {@code syntax}, {@code quality}, {@code quality.harvest}, {@code quality.stars} and
 * {@code release.finding}.
 */
@NullMarked
package fr.pleiade.cli.verdict;

import org.jspecify.annotations.NullMarked;
