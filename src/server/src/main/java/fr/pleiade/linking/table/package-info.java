/**
 * Tables whose rows name things: each row is matched, and the table given back with what was found.
 *
 * <p>Start at {@link fr.pleiade.linking.table.TableMatch}. May import {@code findings}, {@code sources} and {@code linking.names}.
 */
@NullMarked
package fr.pleiade.linking.table;

import org.jspecify.annotations.NullMarked;
