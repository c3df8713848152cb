/**
 * The folder of a new publisher's site, empty but for what a first dataset needs around it.
 *
 * <p>Start at {@link fr.pleiade.draft.publisher.SiteFolder}, which takes a {@link fr.pleiade.draft.publisher.NewSite}. Nothing is ever
 * written over. May import {@code draft}, {@code findings}, {@code mapping.sheet}, {@code quality.description}, {@code rdf}, {@code site} and {@code syntax}.
 */
@NullMarked
package fr.pleiade.draft.publisher;

import org.jspecify.annotations.NullMarked;
