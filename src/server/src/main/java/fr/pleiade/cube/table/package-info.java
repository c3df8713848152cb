/**
 * The observations of cubes as tables of codes and numbers, which are made once a release and in which slices are found.
 *
 * <p>Start at {@link fr.pleiade.cube.table.CubeTable}; {@link fr.pleiade.cube.table.CubeTables} makes them. May import {@code rdf},
 * {@code quads} and {@code cube}.
 */
@NullMarked
package fr.pleiade.cube.table;

import org.jspecify.annotations.NullMarked;
