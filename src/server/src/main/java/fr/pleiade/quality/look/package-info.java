/**
 * The look of a publisher's site: a logo and two colours, of which only what is safe and legible is used.
 *
 * <p>Start at {@link fr.pleiade.quality.look.Look}. May import {@code findings}, {@code rdf}, {@code quads} and {@code quality}.
 *
 * @see <a href="https://www.w3.org/TR/WCAG22/#contrast-minimum">WCAG 2.2, success criteria 1.4.3 and 1.4.11</a>
 */
@NullMarked
package fr.pleiade.quality.look;

import org.jspecify.annotations.NullMarked;
