/**
 * What the catalogue says of datasets beside what their publisher says and what is counted in them: how large their files are, which
 * series they are of, what they were made from, their places as each harvester reads them, and the site's example queries.
 *
 * <p>Start at {@link fr.pleiade.publication.catalog.Downloads} and {@link fr.pleiade.publication.catalog.SeriesGraph}. May import {@code findings}, {@code rdf},
 * {@code quads}, {@code syntax}, {@code site}, {@code sparql}, {@code release} and {@code release.document}.
 *
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/">DCAT 3</a>
 */
@NullMarked
package fr.pleiade.publication.catalog;

import org.jspecify.annotations.NullMarked;
