/**
 * Parents' subjects by the values that join them, in memory or, where they do not fit, in sorted files.
 *
 * <p>Start at {@link fr.pleiade.mapping.join.JoinIndex}. May import {@code quads} and
 * {@code mapping.bytes}.
 */
@NullMarked
package fr.pleiade.mapping.join;

import org.jspecify.annotations.NullMarked;
