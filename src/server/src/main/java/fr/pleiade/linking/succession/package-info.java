/**
 * Succession: what became of the things that dated changes have ended, and what they were at an earlier date.
 *
 * <p>Start at {@link fr.pleiade.linking.succession.Succession} and {@link fr.pleiade.linking.succession.Lineage}. May import {@code findings},
 * {@code rdf} and {@code quads}.
 */
@NullMarked
package fr.pleiade.linking.succession;

import org.jspecify.annotations.NullMarked;
