/**
 * Whether the things of a graph are as the site's SHACL shapes say.
 *
 * <p>Start at {@link fr.pleiade.quality.shapes.ShapeCheck}. May import {@code findings}, {@code rdf}, {@code syntax}, {@code quads}, {@code jena}
 * and {@code quality}.
 *
 * @see <a href="https://www.w3.org/TR/shacl/">Shapes Constraint Language (SHACL)</a>
 */
@NullMarked
package fr.pleiade.quality.shapes;

import org.jspecify.annotations.NullMarked;
