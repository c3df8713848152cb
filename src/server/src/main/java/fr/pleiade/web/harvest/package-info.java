/**
 * What portals would keep of the catalogue and of a dataset's description, and the scores that they would give.
 *
 * <p>Start at {@link fr.pleiade.web.harvest.HarvestController}. May import {@code findings}, {@code quality.harvest}, {@code release}, {@code web},
 * {@code web.document}, {@code web.http}, {@code web.page} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.harvest;

import org.jspecify.annotations.NullMarked;
