/**
 * Links by names: which thing of a dataset or of a register a thing is, by what it is called and where it is, with the evidence, and with
 * what people decided.
 *
 * <p>Start at {@link fr.pleiade.linking.byname.NameRule} and {@link fr.pleiade.linking.byname.NameLinker}. May import
 * {@code findings}, {@code identifiers}, {@code rdf}, {@code quads}, {@code sources}, {@code linking} and {@code linking.names}.
 *
 * @see <a href="https://mapping-commons.github.io/sssom/">Simple Standard for Sharing Ontological Mappings</a>
 */
@NullMarked
package fr.pleiade.linking.byname;

import org.jspecify.annotations.NullMarked;
