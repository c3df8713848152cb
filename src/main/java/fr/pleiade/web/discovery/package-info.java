/**
 * What programs look for at agreed places: health, robots, sitemap.
 *
 * <p>Start at {@link fr.pleiade.web.discovery.DiscoveryController}. May import {@code web}, {@code web.http}, {@code release},
 * {@code store}, {@code syntax}.
 */
@NullMarked
package fr.pleiade.web.discovery;

import org.jspecify.annotations.NullMarked;
