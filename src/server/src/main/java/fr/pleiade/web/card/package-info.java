/**
 * The pictures that social networks and messengers show beside a link to a page.
 *
 * <p>Start at {@link fr.pleiade.web.card.CardController}. May import {@code quality.look}, {@code quality.stars}, {@code rdf}, {@code release}, {@code web}, {@code web.http} and
 * {@code web.served}.
 *
 * @see <a href="https://ogp.me/">The Open Graph protocol</a>
 */
@NullMarked
package fr.pleiade.web.card;

import org.jspecify.annotations.NullMarked;
