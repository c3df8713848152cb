/**
 * Pages for people: the layout, the words for IRIs in the reader's language, and the pages that say what went wrong.
 *
 * <p>Start at {@link fr.pleiade.web.page.Pages} and {@link fr.pleiade.web.page.Shown}. May import {@code findings}, {@code linking.names},
 * {@code rdf}, {@code syntax}, {@code quads}, {@code quality.look}, {@code release}, {@code web}, {@code web.http} and {@code web.served}. Everything on a page is
 * escaped, works without a script, and is in two languages.
 */
@NullMarked
package fr.pleiade.web.page;

import org.jspecify.annotations.NullMarked;
