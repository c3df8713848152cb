/**
 * {@code /cite}: citations as files that reference managers read.
 *
 * <p>Start at {@link fr.pleiade.web.cite.CiteController}. May import {@code web}, {@code web.document}, {@code web.http}, {@code web.page}
 * and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.cite;

import org.jspecify.annotations.NullMarked;
