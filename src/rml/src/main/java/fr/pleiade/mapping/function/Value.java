package fr.pleiade.mapping.function;

import static fr.pleiade.rdf.Vocabulary.XSD;

import java.io.Serializable;

/**
 * One value on its way to a term.
 *
 * @param text its lexical form
 * @param datatype the IRI of its natural datatype; {@code ""} for a plain string
 */
public record Value(String text, String datatype) implements Serializable {

    /** {@return a plain string} */
    public static Value of(String text) {
        return new Value(text, "");
    }

    /** {@return a value of an XML Schema datatype, such as {@code integer}} */
    static Value xsd(String text, String localName) {
        return new Value(text, XSD + localName);
    }
}
