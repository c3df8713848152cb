/**
 * Terms and lines as Jena has them: what Jena's parts are given without a parser, because a release's lines were checked when they were
 * made.
 *
 * <p>Start at {@link fr.pleiade.jena.JenaTerms}. May import {@code rdf} and {@code quads}.
 */
@NullMarked
package fr.pleiade.jena;

import org.jspecify.annotations.NullMarked;
