/**
 * Slices of cubes as people and programs read them: called by what they measure, drawn, in a sentence, in a table.
 *
 * <p>Start at {@link fr.pleiade.web.figures.CubesOfRelease}, then {@link fr.pleiade.web.figures.Slice} and
 * {@link fr.pleiade.web.figures.SliceView}. May import {@code findings}, {@code rdf}, {@code cube.table}, {@code release},
 * {@code web.http}, {@code web.page} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.figures;

import org.jspecify.annotations.NullMarked;
