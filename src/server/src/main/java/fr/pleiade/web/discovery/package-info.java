/**
 * What programs look for at agreed places: health, robots, sitemaps, security contact, VoID, linksets, the description of our API.
 *
 * <p>Start at {@link fr.pleiade.web.discovery.WellKnownController}. May import {@code web.served}, {@code cube.table}, {@code rdf},
 * {@code quads}, {@code release}, {@code release.diff}, {@code web}, {@code web.document}, {@code web.http} and {@code web.page}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8615">RFC 8615, Well-Known URIs</a>
 */
@NullMarked
package fr.pleiade.web.discovery;

import org.jspecify.annotations.NullMarked;
