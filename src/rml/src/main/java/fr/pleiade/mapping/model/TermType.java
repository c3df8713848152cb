package fr.pleiade.mapping.model;

import java.util.Arrays;
import java.util.Optional;

/** What kind of term a term map makes, and how a template encodes its references for it. */
public enum TermType {
    IRI("IRI"),
    URI("URI"),
    UNSAFE_IRI("UnsafeIRI"),
    UNSAFE_URI("UnsafeURI"),
    BLANK_NODE("BlankNode"),
    LITERAL("Literal");

    private final String localName;

    TermType(String localName) {
        this.localName = localName;
    }

    public static Optional<TermType> of(String iri) {
        return Arrays.stream(values())
                .filter(type -> iri.equals(Rml.NAMESPACE + type.localName))
                .findFirst();
    }

    /** {@return whether the terms are IRIs, of whatever safety} */
    public boolean isIri() {
        return this != BLANK_NODE && this != LITERAL;
    }

    /** {@return whether templates percent-encode what they fill in} */
    public boolean encodes() {
        return this == IRI || this == URI;
    }

    /** {@return whether the terms are restricted to ASCII} */
    public boolean isAscii() {
        return this == URI || this == UNSAFE_URI;
    }

    @Override
    public String toString() {
        return localName;
    }
}
