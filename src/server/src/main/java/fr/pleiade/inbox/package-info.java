/**
 * What readers leave behind, the only state that changes while a release is served: how much of it was used, in {@code var/inbox/}.
 *
 * <p>No address of a reader is kept, nor anything else that tells one from another. Start at {@link fr.pleiade.inbox.UseCounter}; SQLite
 * keeps it. Imports no other package.
 *
 * @see <a href="https://www.sqlite.org/wal.html">SQLite, Write-Ahead Logging</a>
 */
@NullMarked
package fr.pleiade.inbox;

import org.jspecify.annotations.NullMarked;
