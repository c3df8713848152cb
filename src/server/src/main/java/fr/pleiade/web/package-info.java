/**
 * The server: one process and one port for pages, documents, downloads and SPARQL over the current release.
 *
 * <p>Start at {@link fr.pleiade.web.PleiadeServer}; each face has a package of its own below. May import {@code release},
 * {@code sparql}, {@code store}, {@code site}, {@code identifiers}, {@code syntax} and {@code findings}; the only packages that know Spring.
 */
@NullMarked
package fr.pleiade.web;

import org.jspecify.annotations.NullMarked;
