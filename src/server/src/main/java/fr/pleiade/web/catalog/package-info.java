/**
 * What is published: the home page, the catalogue and the datasets, as pages and as DCAT.
 *
 * <p>Start at {@link fr.pleiade.web.catalog.CatalogController}. May import {@code quality}, {@code quality.stars}, {@code web.served}, {@code release.finding}, {@code release.table}, {@code release.diff},
 * {@code findings}, {@code rdf}, {@code sources}, {@code release}, {@code web}, {@code web.discovery}, {@code web.document}, {@code web.history}, {@code web.http},
 * {@code web.listing}, {@code web.map}, {@code web.page}, {@code web.shape} and {@code web.sparql}.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
@NullMarked
package fr.pleiade.web.catalog;

import org.jspecify.annotations.NullMarked;
