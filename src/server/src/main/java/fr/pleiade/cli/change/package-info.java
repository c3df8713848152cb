/**
 * The command that tells what became of a dataset's things between two of its files.
 *
 * <p>Start at {@link fr.pleiade.cli.change.ChangesCommand}. May import {@code draft.change}, {@code site} and {@code sources}.
 */
@NullMarked
package fr.pleiade.cli.change;

import org.jspecify.annotations.NullMarked;
