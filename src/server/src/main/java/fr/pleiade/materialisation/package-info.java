/**
 * The statements that a site lets follow from its ontology, so that a query by a shared property or class needs no inference.
 *
 * <p>Start at {@link fr.pleiade.materialisation.Statements}, then {@link fr.pleiade.materialisation.Materialisation}. May import {@code rdf} and {@code quads}.
 */
@NullMarked
package fr.pleiade.materialisation;

import org.jspecify.annotations.NullMarked;
