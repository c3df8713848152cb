/**
 * What is wrong with a publisher's input: where, by which rule, and how to mend it; one model for every stage.
 *
 * <p>Start at {@link fr.pleiade.findings.Finding}. Imports no other package of Pléiade.
 */
@NullMarked
package fr.pleiade.findings;

import org.jspecify.annotations.NullMarked;
