package fr.pleiade.mapping;

import java.io.Serializable;
import java.util.List;

/** A rule that gives the values of a row: RML's expression map. */
sealed interface Expression extends Serializable
        permits Constant, Reference, Template, FunctionCall, FreshNode, Unnamed {
    /** {@return the expression with its columns found in a source} */
    Values bind(Binding binding);

    /** {@return what writes the terms of a map whose expression this is; the fastest way that there is} */
    default TermWriter writer(TermMap map, Binding binding) {
        return new GeneralTerms(map, binding);
    }

    /** {@return whether every row has the same values, without a function that could be wrong about them} */
    default boolean isConstant() {
        return false;
    }

    /** {@return the columns that it reads, in the order of reading} */
    List<Reference> references();

    /** {@return the expression as a person writes it} */
    String describe();
}
