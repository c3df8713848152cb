/**
 * What is published: the home page, the catalogue and the datasets, as pages and as DCAT.
 *
 * <p>Start at {@link fr.pleiade.web.catalog.CatalogController}. May import {@code web}, {@code web.http}, {@code web.page}, {@code web.discovery},
 * {@code release}, {@code store}, {@code site}, {@code syntax}, {@code findings}.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
@NullMarked
package fr.pleiade.web.catalog;

import org.jspecify.annotations.NullMarked;
