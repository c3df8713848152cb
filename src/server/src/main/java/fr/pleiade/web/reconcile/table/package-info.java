/**
 * A table that somebody sends from a page, given back with the things that its rows name; nothing of it is kept.
 *
 * <p>Start at {@link fr.pleiade.web.reconcile.table.TableController}. May import {@code draft}, {@code findings}, {@code linking.names},
 * {@code linking.table}, {@code release}, {@code sources}, {@code web}, {@code web.http}, {@code web.page} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.reconcile.table;

import org.jspecify.annotations.NullMarked;
