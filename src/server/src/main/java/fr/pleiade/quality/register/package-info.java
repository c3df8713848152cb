/**
 * What registers say of things: where in their records it is written, and the records that are asked for.
 *
 * <p>Start at {@link fr.pleiade.quality.register.Register}, then {@link fr.pleiade.quality.register.RegisterFile}. May import
 * {@code findings}, {@code identifiers}, {@code rdf} and {@code sources.json}.
 */
@NullMarked
package fr.pleiade.quality.register;

import org.jspecify.annotations.NullMarked;
