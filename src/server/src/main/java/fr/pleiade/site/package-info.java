/**
 * What is published: a site's catalogue and its datasets, as their publisher describes them in {@code mappings/}.
 *
 * <p>Start at {@link fr.pleiade.site.Site}. May import {@code identifiers}, {@code rdf}, {@code syntax},
 * {@code mapping.model}, {@code mapping.sheet}, {@code mapping.translation} and {@code mapping.yaml}.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
@NullMarked
package fr.pleiade.site;

import org.jspecify.annotations.NullMarked;
