/**
 * Has ARQ read, plan and run a query of a stranger within bounds.
 *
 * <p>Start at {@link fr.pleiade.sparql.execution.Bounds} and {@link fr.pleiade.sparql.execution.BoundedParser}. May import
 * {@code sparql.function}.
 */
@NullMarked
package fr.pleiade.sparql.execution;

import org.jspecify.annotations.NullMarked;
