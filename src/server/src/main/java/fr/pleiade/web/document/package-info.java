/**
 * The one way in which this site answers with a description, whatever it describes.
 *
 * <p>Start at {@link fr.pleiade.web.document.Document} (the value) and {@link fr.pleiade.web.document.Documents} (the
 * answer). Knows no face. May import {@code web.served}, {@code rdf}, {@code syntax}, {@code release}, {@code web}, {@code web.http} and
 * {@code web.page}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12">RFC 9110, section 12, Content Negotiation</a>
 */
@NullMarked
package fr.pleiade.web.document;

import org.jspecify.annotations.NullMarked;
