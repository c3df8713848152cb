/**
 * What a site's shapes say of the pages about things of a class, and the words in which they say it.
 *
 * <p>Start at {@link fr.pleiade.web.shape.PageShape} and {@link fr.pleiade.web.shape.Words}. May import {@code rdf}, {@code release},
 * {@code release.inverse}, {@code web.page} and {@code web.served}.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#nonValidation">SHACL, section 2.3.2</a>
 */
@NullMarked
package fr.pleiade.web.shape;

import org.jspecify.annotations.NullMarked;
