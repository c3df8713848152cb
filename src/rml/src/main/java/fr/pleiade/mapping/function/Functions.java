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

    private static final String NOT_DETERMINISTIC =
            "is not deterministic: the same input would give other triples each time";
    private static final String KEEPS_STATE = "remembers what earlier runs saw; compare two outputs instead";

    private static final String NOT_DEFINED =
            "is not done: its description leaves open what it gives; use fn:replace, fn:lookup or fn:slug";

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry(GrelFunctions.GREL + "string_phonetic", NOT_DEFINED),
            Map.entry(GrelFunctions.GREL + "string_fingerprint", NOT_DEFINED),
            Map.entry(GrelFunctions.GREL + "string_ngramFingerprint", NOT_DEFINED),
            Map.entry(GrelFunctions.GREL + "string_reinterpret", NOT_DEFINED),
            Map.entry(GrelFunctions.GREL + "string_unescape", NOT_DEFINED),
            Map.entry(GrelFunctions.GREL + "unescape", NOT_DEFINED),
            Map.entry(GrelFunctions.GREL + "date_diff", NOT_DEFINED),
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

    private static final List<Function> ALWAYS = Stream.of(
                    TextFunctions.all(),
                    NullFunctions.all(),
                    ValueFunctions.all(),
                    NumberFunctions.all(),
                    FormatFunction.all(),
                    DateFunctions.all(),
                    CodeFunctions.all(),
                    GrelFunctions.all(),
                    GrelListFunctions.all(),
                    GrelValueFunctions.all(),
                    GrelTimeFunctions.all(),
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
        return Optional.ofNullable(byIri.get(FnoNames.canonical(iri)));
    }

    /** {@return why a known function is none that a mapping can call here: the sentence goes on from its name} */
    public static Optional<String> refusal(String iri) {
        return Optional.ofNullable(REFUSED.get(FnoNames.canonical(iri)));
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
