/**
 * RML: a mapping document becomes a checked plan, and a plan with rows becomes N-Quads.
 *
 * <p>Start at {@link fr.pleiade.mapping.Mapping} and {@link fr.pleiade.mapping.engine.Run}. May import {@code identifiers},
 * {@code sources}, {@code mapping.bytes}, {@code mapping.engine}, {@code mapping.model}, {@code mapping.reader},
 * {@code quads} and {@code syntax}.
 *
 * @see <a href="https://kg-construct.github.io/rml-core/spec/docs/">RML-Core</a>
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/">RML-IO</a>
 * @see <a href="https://kg-construct.github.io/rml-fnml/spec/docs/">RML-FNML</a>
 */
@NullMarked
package fr.pleiade.mapping;

import org.jspecify.annotations.NullMarked;
