/**
 * Things of a kind as a list: a page, and files for spreadsheets, programs and maps; two of them side by side; small pages for
 * frames of other sites.
 *
 * <p>Start at {@link fr.pleiade.web.listing.ListController}. May import {@code materialisation}, {@code findings}, {@code rdf}, {@code quads}, {@code release},
 * {@code web.map}, {@code release.inverse}, {@code web}, {@code web.document}, {@code web.figures}, {@code web.http}, {@code web.page}, {@code web.served} and
 * {@code web.shape}.
 */
@NullMarked
package fr.pleiade.web.listing;

import org.jspecify.annotations.NullMarked;
