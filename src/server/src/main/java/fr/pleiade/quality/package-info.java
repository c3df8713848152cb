/**
 * What is looked at before something is published, by which rules, and the gate that lets it through or not.
 *
 * <p>Start at {@link fr.pleiade.quality.Gate}, then {@link fr.pleiade.quality.Rule}, the one table of rules, and
 * {@link fr.pleiade.quality.Check}. May import {@code findings}, {@code rdf}, {@code mapping.bytes}, {@code mapping.function} and
 * {@code site}.
 */
@NullMarked
package fr.pleiade.quality;

import org.jspecify.annotations.NullMarked;
