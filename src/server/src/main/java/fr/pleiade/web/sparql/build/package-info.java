/**
 * Queries for who writes none: a form of classes, columns and conditions that says which query it means, and the words by which a query
 * is completed while it is typed. Both know what the release holds from the counts in its catalogue.
 *
 * <p>Start at {@link fr.pleiade.web.sparql.build.BuildController}. May import {@code rdf}, {@code materialisation}, {@code web}, {@code web.document}, {@code web.http}, {@code web.page}, {@code web.served} and {@code release}.
 *
 * @see <a href="https://www.w3.org/TR/void/#class-property-partitions">VoID, section 4.5: class- and property-based partitions</a>
 */
@NullMarked
package fr.pleiade.web.sparql.build;

import org.jspecify.annotations.NullMarked;
