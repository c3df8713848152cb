/**
 * The command that gives the rows of a table the things that they name.
 *
 * <p>Start at {@link fr.pleiade.cli.table.ReconcileCommand}. May import {@code draft}, {@code findings}, {@code linking.names},
 * {@code linking.table}, {@code rdf}, {@code release}, {@code sources}, {@code syntax} and {@code web.reconcile}.
 */
@NullMarked
package fr.pleiade.cli.table;

import org.jspecify.annotations.NullMarked;
