/**
 * What became of datasets and of their things from release to release.
 *
 * <p>Start at {@link fr.pleiade.web.history.ChangesController}. May import {@code release}, {@code release.diff}, {@code web},
 * {@code web.http}, {@code web.page} and
 * {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.history;

import org.jspecify.annotations.NullMarked;
