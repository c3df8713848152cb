/**
 * Findings on disk: as they were found, and in the order in which they are shown.
 *
 * <p>Start at {@link fr.pleiade.release.finding.FindingFile} and {@link fr.pleiade.release.finding.FindingPages}. May import
 * {@code findings}, {@code rdf} and {@code quads}.
 */
@NullMarked
package fr.pleiade.release.finding;

import org.jspecify.annotations.NullMarked;
