package fr.pleiade.mapping.function;

import java.util.List;

/**
 * A parameter of a function.
 *
 * @param iris the names by which a mapping may call it, the documented one first
 * @param presence what its absence means
 * @param byDefault its value where a mapping gives none; {@code ""} unless it is optional
 * @param choices what a constant in a mapping may be, for it can be checked without a row; empty if anything
 */
public record Parameter(List<String> iris, Presence presence, String byDefault, List<String> choices) {
    /** What the absence of a parameter's value means. */
    public enum Presence {
        /** The mapping must give it; where a row has no value, the function has none. */
        REQUIRED,
        /** The default stands in. */
        OPTIONAL,
        /** The mapping must give it; the function itself decides what an absent value means. */
        NULLABLE,
        /** The mapping must give it; all values that a row has for it are one list, an empty one if there are none. */
        LIST
    }

    /** {@return whether a mapping may call it so: by the parameter's IRI, or by its predicate} */
    boolean isCalled(String iri) {
        return iris.stream().anyMatch(name -> FnoNames.same(name, iri));
    }

    public Parameter {
        iris = List.copyOf(iris);
        choices = List.copyOf(choices);
    }
}
