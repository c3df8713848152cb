package fr.pleiade.mapping.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A function's declaration in the making: {@code fn("split").takes("value").or("separator", ";").does(…)}. */
final class Signature {
    /** The namespace of Pléiade's own functions. */
    static final String FN = "https://w3id.org/pleiade/function#";

    private final String namespace;
    private final String name;
    private final List<Parameter> parameters = new ArrayList<>();
    private List<String> returns = List.of();

    private Signature(String namespace, String name) {
        this.namespace = namespace;
        this.name = name;
    }

    /** A function of Pléiade; its result is called {@code fn:result}. */
    static Signature fn(String name) {
        return in(FN, name).returns("result");
    }

    static Signature in(String namespace, String name) {
        return new Signature(namespace, name);
    }

    /** Adds a required parameter, with the names that it may have. */
    Signature takes(String... names) {
        return add(Parameter.Presence.REQUIRED, "", names);
    }

    /** Adds a required parameter that is one of some values. */
    Signature takesOneOf(List<String> choices, String name) {
        parameters.add(new Parameter(iris(name), Parameter.Presence.REQUIRED, "", choices));
        return this;
    }

    /** Adds a parameter whose absence the function itself judges. */
    Signature takesNullable(String... names) {
        return add(Parameter.Presence.NULLABLE, "", names);
    }

    /** Adds a parameter whose values are taken together. */
    Signature takesList(String... names) {
        return add(Parameter.Presence.LIST, "", names);
    }

    /** Adds an optional parameter and its default. */
    Signature or(String byDefault, String... names) {
        return add(Parameter.Presence.OPTIONAL, byDefault, names);
    }

    Signature returns(String... names) {
        returns = iris(names);
        return this;
    }

    Function does(Function.Body body) {
        return new Function(namespace + name, parameters, returns, body);
    }

    private Signature add(Parameter.Presence presence, String byDefault, String... names) {
        parameters.add(new Parameter(iris(names), presence, byDefault, List.of()));
        return this;
    }

    private List<String> iris(String... names) {
        return Arrays.stream(names)
                .map(n -> n.contains(":") ? n : namespace + n)
                .toList();
    }
}
