/**
 * The self-check: what this site promises, tried on the running site, as a page and as EARL.
 *
 * <p>What is promised stands once, in {@code promises.ttl} beside the classes. Start at
 * {@link fr.pleiade.web.conformance.Promises} and {@link fr.pleiade.web.conformance.Checks}. May import
 * {@code web.served}, {@code release},
 * {@code findings}, {@code rdf}, {@code syntax}, {@code web}, {@code web.discovery},
 * {@code web.document} and {@code web.http}.
 *
 * @see <a href="https://www.w3.org/TR/EARL10-Schema/">Evaluation and Report Language (EARL) 1.0 Schema</a>
 */
@NullMarked
package fr.pleiade.web.conformance;

import org.jspecify.annotations.NullMarked;
