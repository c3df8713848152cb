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

    private static final String NOT_DETERMINISTIC =
            "is not deterministic: the same input would give other triples each time";
    private static final String KEEPS_STATE = "remembers what earlier runs saw; compare two outputs instead";

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry(GrelFunctions.GREL + "date_now", NOT_DETERMINISTIC),
            Map.entry(GrelFunctions.GREL + "math_random", NOT_DETERMINISTIC),
            Map.entry(GrelFunctions.GREL + "math_randomNumber", NOT_DETERMINISTIC),
            Map.entry(GrelFunctions.GREL + "random", NOT_DETERMINISTIC),
            Map.entry(IdlabFunctions.IDLAB + "random", NOT_DETERMINISTIC),
            Map.entry(IdlabFunctions.IDLAB + "dbpediaSpotlight", "asks a server, whose answers change"),
            Map.entry(IdlabFunctions.IDLAB + "readFile", "reads any file; use idlab-fn:lookup, or a source of its own"),
            Map.entry(IdlabFunctions.IDLAB + "generateUniqueIRI", KEEPS_STATE),
            Map.entry(IdlabFunctions.IDLAB + "implicitCreate", KEEPS_STATE),
            Map.entry(IdlabFunctions.IDLAB + "implicitUpdate", KEEPS_STATE),
            Map.entry(IdlabFunctions.IDLAB + "implicitDelete", KEEPS_STATE),
            Map.entry(IdlabFunctions.IDLAB + "explicitCreate", KEEPS_STATE),
            Map.entry(IdlabFunctions.IDLAB + "explicitUpdate", KEEPS_STATE),
            Map.entry(IdlabFunctions.IDLAB + "explicitDelete", KEEPS_STATE));

    private static final Map<String, Function> BY_IRI = byIri();

    private Functions() {}

    /** {@return the function with this name} */
    public static Optional<Function> named(String iri) {
        return Optional.ofNullable(BY_IRI.get(FnoNames.canonical(iri)));
    }

    /** {@return why a known function is none that a mapping can call here: the sentence goes on from its name} */
    public static Optional<String> refusal(String iri) {
        return Optional.ofNullable(REFUSED.get(FnoNames.canonical(iri)));
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
                        GrelListFunctions.all(),
                        GrelValueFunctions.all(),
                        IdlabFunctions.all())
                .flatMap(Collection::stream)
                .forEach(function -> functions.put(function.iri(), function));
        return Collections.unmodifiableMap(functions);
    }
}
