/**
 * Identifier systems as data: what a register's codes look like, how people spell them, how they are checked.
 *
 * <p>Start at {@link fr.pleiade.identifiers.IdentifierSystems}, which reads declarations, and at
 * {@link fr.pleiade.identifiers.CodeReader}, which reads a code. No register is named here: the declarations are a publisher's. May
 * import {@code findings}, {@code rdf} and {@code syntax}.
 *
 * @see <a href="https://www.iso.org/standard/31531.html">ISO/IEC 7064, check character systems</a>
 */
@NullMarked
package fr.pleiade.identifiers;

import org.jspecify.annotations.NullMarked;
