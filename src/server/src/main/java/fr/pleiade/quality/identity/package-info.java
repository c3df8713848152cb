/**
 * Whether things can be told apart: each row has a key, no two rows have one, no two things one identifier, every address can be asked
 * for, and registers say the same of a thing.
 *
 * <p>Start at {@link fr.pleiade.quality.identity.RowKeys}. May import {@code findings}, {@code identifiers}, {@code rdf}, {@code quads}, {@code mapping.engine},
 * {@code mapping.model}, {@code quality} and {@code quality.register}.
 */
@NullMarked
package fr.pleiade.quality.identity;

import org.jspecify.annotations.NullMarked;
