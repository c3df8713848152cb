/**
 * RML as records: what a mapping says, checked, immutable and serialisable, with no row, file or thread in it.
 *
 * <p>Start at {@link fr.pleiade.mapping.model.Plan} and {@link fr.pleiade.mapping.model.Expression}. May import
 * {@code identifiers}, {@code rdf}, {@code syntax} and {@code sources}.
 *
 * @see <a href="https://kg-construct.github.io/rml-core/spec/docs/">RML-Core</a>
 */
@NullMarked
package fr.pleiade.mapping.model;

import org.jspecify.annotations.NullMarked;
