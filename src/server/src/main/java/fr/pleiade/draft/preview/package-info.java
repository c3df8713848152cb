/**
 * A dataset looked at while it is being made: what its files give now, before anything is published.
 *
 * <p>Start at {@link fr.pleiade.draft.preview.Preview}. Reads the publisher's folders, writes nothing. May import {@code draft.sample},
 * {@code findings}, {@code identifiers}, {@code linking}, {@code mapping}, {@code mapping.engine}, {@code mapping.sheet},
 * {@code publication}, {@code quads}, {@code quality}, {@code quality.csv}, {@code quality.stars}, {@code rdf}, {@code release}, {@code site}, {@code sources} and {@code syntax}.
 */
@NullMarked
package fr.pleiade.draft.preview;

import org.jspecify.annotations.NullMarked;
