package fr.pleiade.mapping.function;

import java.util.List;
import java.util.Locale;

/** The functions that the RML community's test cases call by the names of IDLab. */
final class IdlabFunctions {
    static final String IDLAB = "https://w3id.org/imec/idlab/function#";
    private static final String GREL = GrelFunctions.GREL;
    private static final String[] VALUE = {"str", "_str", GREL + "valueParam", GREL + "valueParameter"};
    private static final String[] OTHER = {
        "otherStr", GREL + "valueParam2", GREL + "valueParameter2", GREL + "param_rep_b"
    };

    private IdlabFunctions() {}

    static List<Function> all() {
        return List.of(
                idlab("alwaysReturnsABC").does(a -> Outcome.of("ABC")),
                idlab("toUpperCaseURL").takes(VALUE).does(a -> Outcome.of(upperCaseUrl(a.text(0)))),
                idlab("trueCondition")
                        .takesNullable("strBoolean", "_bool")
                        .takes(VALUE)
                        .does(a -> a.text(0).equals("true") ? Outcome.of(a.text(1)) : Outcome.NOTHING),
                condition("equal")
                        .takesNullable(VALUE)
                        .takesNullable(OTHER)
                        .does(a -> Outcome.of(NullFunctions.equal(a))),
                condition("notEqual")
                        .takesNullable(VALUE)
                        .takesNullable(OTHER)
                        .does(a -> Outcome.of(!NullFunctions.equal(a))),
                condition("isNull").takesNullable(VALUE).does(a -> Outcome.of(a.isAbsent(0))),
                condition("isNotNull").takesNullable(VALUE).does(a -> Outcome.of(!a.isAbsent(0))));
    }

    private static Signature idlab(String name) {
        return Signature.in(IDLAB, name).returns("_stringOut", "_stringOutput", GREL + "stringOut");
    }

    private static Signature condition(String name) {
        return Signature.in(IDLAB, name).returns("_boolOut", "_stringOut", GREL + "output_bool", GREL + "stringOut");
    }

    private static String upperCaseUrl(String value) {
        String upper = value.toUpperCase(Locale.ROOT);
        return upper.startsWith("HTTP") ? upper : "http://" + upper;
    }
}
