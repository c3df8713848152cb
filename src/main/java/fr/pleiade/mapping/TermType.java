package fr.pleiade.mapping;

import java.util.Arrays;
import java.util.Optional;

/** What kind of term a term map makes, and how a template encodes its references for it. */
enum TermType {
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

    static Optional<TermType> of(String iri) {
        return Arrays.stream(values())
                .filter(type -> iri.equals(Rml.NAMESPACE + type.localName))
                .findFirst();
    }

    /** {@return whether the terms are IRIs, of whatever safety} */
    boolean isIri() {
        return this != BLANK_NODE && this != LITERAL;
    }

    /** {@return whether templates percent-encode what they fill in} */
    boolean encodes() {
        return this == IRI || this == URI;
    }

    /** {@return whether the terms are restricted to ASCII} */
    boolean isAscii() {
        return this == URI || this == UNSAFE_URI;
    }

    @Override
    public String toString() {
        return localName;
    }
}
