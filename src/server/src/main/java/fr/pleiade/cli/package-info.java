/**
 * The command line: one class per command, and the only place with exit codes and standard output.
 *
 * <p>Start at {@link fr.pleiade.cli.Pleiade}. May import every package; the only one that knows picocli.
 */
@NullMarked
package fr.pleiade.cli;

import org.jspecify.annotations.NullMarked;
