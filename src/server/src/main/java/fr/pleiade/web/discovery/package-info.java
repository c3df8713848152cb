/**
 * What programs look for at agreed places: health, robots, sitemaps, security contact, VoID, linksets, the description of our API.
 *
 * <p>Start at {@link fr.pleiade.web.discovery.WellKnownController}. May import {@code web}, {@code web.http}, {@code web.page},
 * {@code release}, {@code store}, {@code site}, {@code syntax}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8615">RFC 8615, Well-Known URIs</a>
 */
@NullMarked
package fr.pleiade.web.discovery;

import org.jspecify.annotations.NullMarked;
