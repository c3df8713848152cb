/**
 * Copies of releases on other machines: what a publisher tells of its releases and their files, and the following of it.
 *
 * <p>Start at {@link fr.pleiade.release.replica.Replica}. A copy has the files that the publisher's release has; what a release has
 * besides, its indexes, is made of them again. May import {@code quads}, {@code sources.fetch} and {@code release}.
 */
@NullMarked
package fr.pleiade.release.replica;

import org.jspecify.annotations.NullMarked;
