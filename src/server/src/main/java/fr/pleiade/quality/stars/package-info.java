/**
 * The stars of each dataset, with their evidence: Tim Berners-Lee's scheme for open data, one method a star.
 *
 * <p>Start at {@link fr.pleiade.quality.stars.FiveStars} and {@link fr.pleiade.quality.stars.Audit}. May import {@code findings},
 * {@code rdf}, {@code syntax}, {@code quads}, {@code identifiers}, {@code site}, {@code quality.description} and {@code quality.identity}.
 *
 * @see <a href="https://5stardata.info/en/">5-star Open Data</a>
 * @see <a href="https://www.w3.org/DesignIssues/LinkedData.html">Tim Berners-Lee: Linked Data</a>
 */
@NullMarked
package fr.pleiade.quality.stars;

import org.jspecify.annotations.NullMarked;
