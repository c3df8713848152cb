/**
 * Things and the documents about them: {@code /id}, {@code /doc}, {@code /resolve} and {@code /vocab}.
 *
 * <p>Start at {@link fr.pleiade.web.resource.ThingController}. Knows no class of things: what a page shows, and in which
 * order, follows from the ontology. May import {@code cube.table}, {@code web.shape}, {@code materialisation}, {@code web.served}, {@code findings}, {@code identifiers}, {@code rdf}, {@code syntax}, {@code release.document},
 * {@code web.map}, {@code quads}, {@code release}, {@code release.diff}, {@code release.inverse}, {@code web}, {@code web.document}, {@code web.figures}, {@code web.http} and
 * {@code web.page}.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 */
@NullMarked
package fr.pleiade.web.resource;

import org.jspecify.annotations.NullMarked;
