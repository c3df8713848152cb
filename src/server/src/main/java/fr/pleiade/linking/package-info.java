/**
 * Links: finds, for each thing of a dataset, the thing of a reference graph that bears the same key.
 *
 * <p>Start at {@link fr.pleiade.linking.LinkRule} and {@link fr.pleiade.linking.Linker}. May import {@code findings},
 * {@code linking.succession},
 * {@code rdf}, {@code syntax}, {@code quads}, {@code sources}, {@code mapping}, {@code mapping.bytes}, {@code mapping.engine} and
 * {@code mapping.model}.
 *
 * @see <a href="https://www.w3.org/TR/void/#linkset">VoID, section 5: linksets</a>
 */
@NullMarked
package fr.pleiade.linking;

import org.jspecify.annotations.NullMarked;
