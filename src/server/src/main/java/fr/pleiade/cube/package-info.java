/**
 * Cubes of statistics as RDF Data Cube has them: what a cube is made of, and whether its observations keep the vocabulary's constraints.
 *
 * <p>Start at {@link fr.pleiade.cube.Cubes}, then {@link fr.pleiade.cube.Integrity}. May import {@code findings}, {@code rdf} and
 * {@code quads}.
 */
@NullMarked
package fr.pleiade.cube;

import org.jspecify.annotations.NullMarked;
