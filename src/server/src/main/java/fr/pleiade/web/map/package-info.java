/**
 * Maps that the server draws: places on the outlines that a site gives, areas that a number shades, a territory among its neighbours. No
 * tiles, no script.
 *
 * <p>Start at {@link fr.pleiade.web.map.Atlas} and {@link fr.pleiade.web.map.DrawnMap}. May import {@code findings}, {@code linking.names}, {@code rdf}, {@code release},
 * {@code web.page} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.map;

import org.jspecify.annotations.NullMarked;
