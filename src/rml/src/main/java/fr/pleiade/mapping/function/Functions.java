package fr.pleiade.mapping.function;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.identifiers.SystemsException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The functions that a mapping can call, by name: those that every mapping has, and those that read declared codes. Thread-safe. */
public final class Functions {
    /** The function by which a mapping says that a literal is written although it may be ill-typed. */
    public static final String AS_IS = Signature.FN + "asIs";

    /** The function that reads the codes of any declared system. */
    public static final String CODE = Signature.FN + "code";

    private static final List<Function> ALWAYS = Stream.of(
                    TextFunctions.all(),
                    NullFunctions.all(),
                    ValueFunctions.all(),
                    CodeFunctions.all(),
                    GrelFunctions.all(),
                    IdlabFunctions.all())
            .flatMap(Collection::stream)
            .toList();

    private final Map<String, Function> byIri;

    private Functions(Map<String, Function> byIri) {
        this.byIri = Collections.unmodifiableMap(byIri);
    }

    /**
     * {@return all functions where these systems are declared}
     *
     * @throws SystemsException if a system's function has the name of another one
     */
    public static Functions with(IdentifierSystems systems) {
        Map<String, Function> functions = new LinkedHashMap<>();
        ALWAYS.forEach(function -> functions.put(function.iri(), function));
        for (Function function : CodeFunctions.of(systems)) {
            if (functions.putIfAbsent(function.iri(), function) != null) {
                throw new SystemsException(
                        "the function '%s' of an identifier system has the name of another function; give it another"
                                .formatted(function.name()));
            }
        }
        return new Functions(functions);
    }

    /** {@return the function with this name} */
    public Optional<Function> named(String iri) {
        return Optional.ofNullable(byIri.get(iri));
    }

    /** {@return whether the name is one of Pléiade's own namespace, where the functions of declared codes are} */
    public static boolean isOurs(String iri) {
        return iri.startsWith(Signature.FN);
    }

    /** {@return all functions, in the order of their documentation} */
    public Collection<Function> all() {
        return byIri.values();
    }
}
