/**
 * What a mapping makes of the sample beside it, held to what is expected of it.
 *
 * <p>Start at {@link fr.pleiade.draft.sample.Sample}. May import {@code findings}, {@code identifiers}, {@code mapping}, {@code mapping.engine},
 * {@code mapping.model}, {@code quads}, {@code quality}, {@code rdf}, {@code sources} and {@code syntax}.
 */
@NullMarked
package fr.pleiade.draft.sample;

import org.jspecify.annotations.NullMarked;
