/**
 * YARRRML 1.x documents become RML: each triple of the graph carries the line of the YAML that it comes from.
 *
 * <p>Start at {@link fr.pleiade.mapping.yarrrml.Yarrrml}. May import {@code rdf}, {@code mapping.bytes}, {@code mapping.model},
 * {@code mapping.translation} and {@code mapping.yaml}.
 *
 * @see <a href="https://rml.io/yarrrml/spec/">YARRRML</a>
 */
@NullMarked
package fr.pleiade.mapping.yarrrml;

import org.jspecify.annotations.NullMarked;
