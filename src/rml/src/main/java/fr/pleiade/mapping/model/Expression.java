package fr.pleiade.mapping.model;

import java.io.Serializable;
import java.util.List;

/**
 * A rule that gives the values of a row: RML's expression map.
 *
 * <p>It says nothing about how it is evaluated: whoever does something with expressions implements {@link Cases}.
 */
public sealed interface Expression extends Serializable
        permits Constant, Reference, Template, FunctionCall, FreshNode, Unnamed {
    /** What is done with an expression, one method a kind, so that a kind that was not thought of does not compile. */
    interface Cases<T> {
        T constant(Constant constant);

        T reference(Reference reference);

        T template(Template template);

        T call(FunctionCall call);

        T freshNode(FreshNode node);

        T unnamed(Unnamed graph);
    }

    /** {@return what the case of this kind gives} */
    <T> T match(Cases<T> cases);

    /** {@return whether every row has the same values, without a function that could be wrong about them} */
    default boolean isConstant() {
        return false;
    }

    /** {@return the columns that it reads, in the order of reading} */
    List<Reference> references();

    /** {@return the expression as a person writes it} */
    default String describe() {
        return match(Wording.INSTANCE);
    }
}
