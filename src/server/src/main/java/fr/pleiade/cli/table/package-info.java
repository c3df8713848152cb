/**
 * The command that gives the rows of a table the things that they name.
 *
 * <p>Start at {@link fr.pleiade.cli.table.ReconcileCommand}. May import {@code draft}, {@code identifiers}, {@code linking.names},
 * {@code linking.table}, {@code rdf}, {@code release}, {@code sources} and {@code syntax}.
 */
@NullMarked
package fr.pleiade.cli.table;

import org.jspecify.annotations.NullMarked;
