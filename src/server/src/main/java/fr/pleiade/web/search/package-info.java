/**
 * Search: things by any of their names and codes, as a page without a script, as JSON, CSV and GeoJSON, and as suggestions.
 *
 * <p>Start at {@link fr.pleiade.web.search.SearchController}. May import {@code linking.names}, {@code materialisation}, {@code rdf}, {@code sources}, {@code release}, {@code web},
 * {@code web.document}, {@code web.http}, {@code web.map}, {@code web.page} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.search;

import org.jspecify.annotations.NullMarked;
