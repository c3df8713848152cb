package fr.pleiade.mapping.datatype;

/** A set of texts: a datatype's lexical space. */
@FunctionalInterface
interface Lexical {
    /** {@return whether the slice of well-formed UTF-8, which has no white space around it, is one of the texts} */
    boolean has(byte[] bytes, int from, int to);
}
