/**
 * {@code /why}: where what is said of a thing comes from, as a page and as PROV, with the words to write to whom if it is wrong.
 *
 * <p>Start at {@link fr.pleiade.web.why.WhyController}, then {@link fr.pleiade.web.why.Reasons}. May import {@code findings}, {@code rdf},
 * {@code syntax}, {@code materialisation}, {@code release}, {@code release.inverse}, {@code release.origin}, {@code web}, {@code web.document}, {@code web.http}, {@code web.page}
 * and {@code web.served}.
 *
 * @see <a href="https://www.w3.org/TR/prov-o/">PROV-O</a>
 */
@NullMarked
package fr.pleiade.web.why;

import org.jspecify.annotations.NullMarked;
