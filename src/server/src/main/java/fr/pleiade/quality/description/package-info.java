/**
 * What a publisher says of a catalogue and its datasets: licence, publisher, title, description.
 *
 * <p>Start at {@link fr.pleiade.quality.description.DescriptionCheck}. May import {@code findings}, {@code rdf}, {@code mapping.bytes} and
 * {@code quality}.
 */
@NullMarked
package fr.pleiade.quality.description;

import org.jspecify.annotations.NullMarked;
