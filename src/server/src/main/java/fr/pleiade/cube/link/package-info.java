/**
 * Cubes in the words of cube.link, as visualize.admin.ch opens them: how they are written, and whether they keep its shapes.
 *
 * <p>Start at {@link fr.pleiade.cube.link.LinkWriter} and {@link fr.pleiade.cube.link.LinkShapes}. May import {@code findings}, {@code rdf},
 * {@code quads} and {@code cube}. Specification: <a href="https://cube.link/">cube.link</a>.
 */
@NullMarked
package fr.pleiade.cube.link;

import org.jspecify.annotations.NullMarked;
