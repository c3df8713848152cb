/**
 * Mapping documents become a checked plan: RML of today and of the years before, in any RDF syntax, and what is translated to it.
 *
 * <p>Start at {@link fr.pleiade.mapping.reader.PlanReader}. May import {@code identifiers}, {@code rdf}, {@code syntax},
 * {@code sources}, {@code sources.json}, {@code mapping.bytes}, {@code mapping.datatype}, {@code mapping.function}, {@code mapping.json},
 * {@code mapping.model}, {@code mapping.sheet}, {@code mapping.translation}, {@code mapping.yaml} and {@code mapping.yarrrml}.
 *
 * @see <a href="https://kg-construct.github.io/rml-core/spec/docs/">RML-Core</a>
 * @see <a href="https://kg-construct.github.io/rml-io/spec/docs/">RML-IO</a>
 * @see <a href="https://kg-construct.github.io/rml-fnml/spec/docs/">RML-FNML</a>
 */
@NullMarked
package fr.pleiade.mapping.reader;

import org.jspecify.annotations.NullMarked;
