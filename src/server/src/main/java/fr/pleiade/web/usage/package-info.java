/**
 * Counts what is used: pages, documents and downloads by dataset, format and kind of client, and nothing of who asks.
 *
 * <p>Start at {@link fr.pleiade.web.usage.UsageFilter}. May import {@code inbox}, {@code cube.table}, {@code quads}, {@code release},
 * {@code web} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.usage;

import org.jspecify.annotations.NullMarked;
