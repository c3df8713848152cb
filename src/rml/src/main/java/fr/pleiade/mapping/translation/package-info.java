/**
 * What is common to all documents that are translated to RML: their prefixes, what is wrong with them, and the graph in the making, each
 * triple with the line that it comes from.
 *
 * <p>Start at {@link fr.pleiade.mapping.translation.RuleGraph} and {@link fr.pleiade.mapping.translation.TermRule}. May import
 * {@code rdf}, {@code mapping.bytes}, {@code mapping.model} and {@code mapping.yaml}.
 */
@NullMarked
package fr.pleiade.mapping.translation;

import org.jspecify.annotations.NullMarked;
