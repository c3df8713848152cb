/**
 * Cubes of statistics and their slices, each at an address of its own: pages, CSV, JSON-stat, RDF.
 *
 * <p>Start at {@link fr.pleiade.web.cube.CubeController}. May import {@code web.map}, {@code findings}, {@code rdf}, {@code quads}, {@code cube.link}, {@code cube.table},
 * {@code release}, {@code web}, {@code web.document}, {@code web.figures}, {@code web.http}, {@code web.page} and {@code web.served}.
 *
 * @see <a href="https://json-stat.org/full/">JSON-stat 2.0</a>
 * @see <a href="https://www.w3.org/TR/vocab-data-cube/#slices">The RDF Data Cube Vocabulary, section 7, slices</a>
 */
@NullMarked
package fr.pleiade.web.cube;

import org.jspecify.annotations.NullMarked;
