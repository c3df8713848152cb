/**
 * What a publication does for statistics: the tables of its cubes, and the counts of use as a source.
 *
 * <p>Start at {@link fr.pleiade.publication.statistics.Tabulation} and {@link fr.pleiade.publication.statistics.UsedSources}. May import
 * {@code rdf}, {@code site}, {@code cube}, {@code cube.table}, {@code release}, {@code inbox} and {@code publication.count}.
 */
@NullMarked
package fr.pleiade.publication.statistics;

import org.jspecify.annotations.NullMarked;
