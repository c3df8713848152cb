/**
 * What became of a dataset from release to release.
 *
 * <p>Start at {@link fr.pleiade.web.history.DatasetVersions}. May import {@code release}, {@code release.diff}, {@code web.page} and
 * {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.history;

import org.jspecify.annotations.NullMarked;
