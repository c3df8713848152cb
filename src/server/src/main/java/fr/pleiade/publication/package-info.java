/**
 * The making of a release: sources are acquired and mapped, graphs linked and checked, the index built, the release switched to.
 *
 * <p>Start at {@link fr.pleiade.publication.Publisher}, then {@link fr.pleiade.publication.Publication}. May import
 * {@code findings}, {@code identifiers}, {@code rdf}, {@code syntax}, {@code quads}, {@code sources}, {@code sources.fetch},
 * {@code quality.look}, {@code linking.succession}, {@code materialisation}, {@code quality.register}, {@code linking.names}, {@code linking.byname}, {@code publication.name}, {@code publication.parts}, {@code quality.stars}, {@code mapping.sheet}, {@code mapping.table}, {@code release.table}, {@code publication.table}, {@code mapping}, {@code mapping.bytes}, {@code mapping.engine}, {@code mapping.model}, {@code site}, {@code linking}, {@code quality},
 * {@code quality.csv}, {@code quality.description}, {@code quality.identity}, {@code quality.secrecy}, {@code quality.shapes}, {@code quality.vocabulary}, {@code store}, {@code store.load}, {@code release}, {@code release.diff},
 * {@code publication.statistics}, {@code inbox}, {@code release.origin}, {@code release.document}, {@code release.finding}, {@code release.inverse}, {@code publication.catalog}, {@code publication.check}, {@code publication.count}, {@code publication.index}, {@code cube}, {@code cube.link} and {@code cube.table}.
 */
@NullMarked
package fr.pleiade.publication;

import org.jspecify.annotations.NullMarked;
