/**
 * A dataset's preview as a page for whoever makes it, on this machine only: a server of its own, so that nothing of the published site
 * knows of it.
 *
 * <p>Start at {@link fr.pleiade.web.preview.PreviewServer}. May import {@code draft.preview}, {@code findings}, {@code linking},
 * {@code quality}, {@code quality.stars}, {@code rdf}, {@code site}, {@code syntax}, {@code web}, {@code web.http}, {@code web.loopback}, {@code web.page} and {@code web.served}.
 */
@NullMarked
package fr.pleiade.web.preview;

import org.jspecify.annotations.NullMarked;
