/**
 * Which texts are of a datatype of XML Schema, as they stand or as a format says that they are written.
 *
 * <p>Start at {@link fr.pleiade.mapping.datatype.Datatype} and {@link fr.pleiade.mapping.datatype.Format}. May import {@code rdf}.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#xsd-datatypes">RDF 1.1 Concepts, section 5.1</a>
 * @see <a href="https://www.w3.org/TR/xmlschema11-2/">XML Schema 1.1, part 2</a>
 */
@NullMarked
package fr.pleiade.mapping.datatype;

import org.jspecify.annotations.NullMarked;
