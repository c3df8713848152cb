/**
 * A plan at work: rows in, N-Quads out, over files and threads.
 *
 * <p>Start at {@link fr.pleiade.mapping.engine.Execution} and {@link fr.pleiade.mapping.engine.Run}. May import
 * {@code findings}, {@code rdf}, {@code syntax}, {@code quads}, {@code sources}, {@code sources.json}, {@code mapping.bytes},
 * {@code mapping.function}, {@code mapping.join}, {@code mapping.model} and {@code mapping.term}.
 */
@NullMarked
package fr.pleiade.mapping.engine;

import org.jspecify.annotations.NullMarked;
