package fr.pleiade.mapping.function;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All functions, by name. */
public final class Functions {
    /** The function by which a mapping says that a literal is written although it may be ill-typed. */
    public static final String AS_IS = Signature.FN + "asIs";

    private static final Map<String, Function> BY_IRI = byIri();

    private Functions() {}

    /** {@return the function with this name} */
    public static Optional<Function> named(String iri) {
        return Optional.ofNullable(BY_IRI.get(iri));
    }

    /** {@return all functions, in the order of their documentation} */
    public static Collection<Function> all() {
        return BY_IRI.values();
    }

    private static Map<String, Function> byIri() {
        Map<String, Function> functions = new LinkedHashMap<>();
        Stream.of(
                        TextFunctions.all(),
                        NullFunctions.all(),
                        ValueFunctions.all(),
                        CodeFunctions.all(),
                        GrelFunctions.all(),
                        IdlabFunctions.all())
                .flatMap(Collection::stream)
                .forEach(function -> functions.put(function.iri(), function));
        return Collections.unmodifiableMap(functions);
    }
}
