/**
 * The server: one process and one port for pages, documents, downloads and SPARQL over the current release.
 *
 * <p>Start at {@link fr.pleiade.web.PleiadeServer}; each face has a package of its own below. May import {@code findings},
 * {@code store}, {@code sparql}, {@code release}, {@code web.edge}, {@code web.http} and {@code web.served}; the only
 * packages that know Spring.
 */
@NullMarked
package fr.pleiade.web;

import org.jspecify.annotations.NullMarked;
