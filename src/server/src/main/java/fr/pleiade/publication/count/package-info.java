/**
 * What is counted in a graph while it is written: things by class and property, for VoID.
 *
 * <p>Start at {@link fr.pleiade.publication.count.Statistics}. May import {@code findings}, {@code rdf} and {@code quads}.
 *
 * @see <a href="https://www.w3.org/TR/void/#statistics">VoID, section 4.6: statistics</a>
 */
@NullMarked
package fr.pleiade.publication.count;

import org.jspecify.annotations.NullMarked;
