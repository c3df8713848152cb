/**
 * Things and the documents about them: {@code /id}, {@code /doc}, {@code /resolve} and {@code /vocab}.
 *
 * <p>Start at {@link fr.pleiade.web.resource.ThingController}. Knows no class of things: what a page shows, and in which order,
 * follows from the ontology. May import {@code web}, {@code web.http}, {@code web.page}, {@code release}, {@code store},
 * {@code site}, {@code identifiers}, {@code findings}, {@code syntax}.
 *
 * @see <a href="https://www.w3.org/TR/cooluris/">Cool URIs for the Semantic Web</a>
 */
@NullMarked
package fr.pleiade.web.resource;

import org.jspecify.annotations.NullMarked;
