/**
 * What is looked at in graphs that are made, before anybody sees them: losses against the release before, links that lead nowhere, cubes.
 *
 * <p>Start at {@link fr.pleiade.publication.check.Losses}. May import {@code findings}, {@code mapping.bytes}, {@code rdf}, {@code quads},
 * {@code cube}, {@code cube.link}, {@code quality}, {@code release}, {@code release.inverse} and {@code publication.count}.
 */
@NullMarked
package fr.pleiade.publication.check;

import org.jspecify.annotations.NullMarked;
