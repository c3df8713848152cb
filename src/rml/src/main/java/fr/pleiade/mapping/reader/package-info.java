/**
 * Mapping documents become a checked plan: RML of today and of the years before, in any RDF syntax.
 *
 * <p>Start at {@link fr.pleiade.mapping.reader.PlanReader}. May import {@code identifiers}, {@code rdf}, {@code syntax},
 * {@code sources}, {@code mapping.bytes}, {@code mapping.datatype}, {@code mapping.function}, {@code mapping.json} and
 * {@code mapping.model}.
 *
 * @see <a href="https://kg-construct.github.io/rml-core/spec/docs/">RML-Core</a>
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/">RML-IO</a>
 * @see <a href="https://kg-construct.github.io/rml-fnml/spec/docs/">RML-FNML</a>
 */
@NullMarked
package fr.pleiade.mapping.reader;

import org.jspecify.annotations.NullMarked;
