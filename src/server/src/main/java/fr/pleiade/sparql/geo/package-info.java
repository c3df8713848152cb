/**
 * The functions of GeoSPARQL that people use, over places in WKT: how far two are from one another, and how they lie.
 *
 * <p>Start at {@link fr.pleiade.sparql.geo.GeoFunctions}, the list, and {@link fr.pleiade.sparql.geo.Place}, what a literal says. May
 * import {@code findings}. The one user of JTS and GeographicLib.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">GeoSPARQL 1.1</a>
 */
@NullMarked
package fr.pleiade.sparql.geo;

import org.jspecify.annotations.NullMarked;
