/**
 * What holds for every answer of the server, whoever makes it: headers, limits, what Tomcat refuses, answers that are kept.
 *
 * <p>Start at {@link fr.pleiade.web.edge.EdgeFilter}, {@link fr.pleiade.web.edge.Turnstile} and
 * {@link fr.pleiade.web.edge.KeptAnswers}. Knows no face. May import
 * {@code web.http}.
 */
@NullMarked
package fr.pleiade.web.edge;

import org.jspecify.annotations.NullMarked;
