/**
 * What a CSV file seems to hold, as text for a terminal.
 *
 * <p>Start at {@link fr.pleiade.cli.profile.ProfilePrinter}. May import {@code draft} and {@code findings}.
 */
@NullMarked
package fr.pleiade.cli.profile;

import org.jspecify.annotations.NullMarked;
