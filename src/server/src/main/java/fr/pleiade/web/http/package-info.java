/**
 * What every face says to a client before its content: negotiation, languages, problems, validators, headers.
 *
 * <p>Start at {@link fr.pleiade.web.http.Exchange}, {@link fr.pleiade.web.http.Negotiation} and
 * {@link fr.pleiade.web.http.Problem}. May import {@code release}, {@code findings}, {@code syntax} and {@code quads}; knows no face. RFC
 * 9110, 9111 and 9457.
 */
@NullMarked
package fr.pleiade.web.http;

import org.jspecify.annotations.NullMarked;
