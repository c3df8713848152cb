package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.Signature.fn;

import java.util.Arrays;
import java.util.List;

/** Functions that judge: comparison, absence, choice. An absent value differs from every other one. */
final class NullFunctions {
    private NullFunctions() {}

    static List<Function> all() {
        return List.of(
                fn("coalesce").takesNullable("value").takesNullable("other").does(NullFunctions::coalesce),
                fn("except").takes("value").takesNullable("other").does(NullFunctions::except),
                fn("equal").takesNullable("value").takesNullable("other").does(a -> Outcome.of(equal(a))),
                fn("notEqual").takesNullable("value").takesNullable("other").does(a -> Outcome.of(!equal(a))),
                fn("oneOf").takesNullable("value").takes("other").does(a -> Outcome.of(isOneOf(a))),
                fn("required").takesNullable("value").does(NullFunctions::required),
                fn("isNull").takesNullable("value").does(a -> Outcome.of(a.isAbsent(0))),
                fn("isNotNull").takesNullable("value").does(a -> Outcome.of(!a.isAbsent(0))));
    }

    private static Outcome coalesce(Arguments arguments) {
        return arguments.isAbsent(0) && arguments.isAbsent(1)
                ? Outcome.NOTHING
                : Outcome.of(arguments.text(arguments.isAbsent(0) ? 1 : 0));
    }

    private static Outcome required(Arguments arguments) {
        return arguments.isAbsent(0)
                ? Outcome.invalid(
                        "there is no value, and the mapping requires one",
                        "il n'y a pas de valeur, et le mapping en exige une")
                : Outcome.of(arguments.text(0));
    }

    /** The value, unless it is the other one. */
    private static Outcome except(Arguments arguments) {
        return equal(arguments) ? Outcome.NOTHING : Outcome.of(arguments.text(0));
    }

    static boolean equal(Arguments arguments) {
        return !arguments.isAbsent(0)
                && arguments.values().get(0).equals(arguments.values().get(1));
    }

    private static boolean isOneOf(Arguments arguments) {
        return !arguments.isAbsent(0)
                && Arrays.asList(arguments.text(1).split("\\|", -1)).contains(arguments.text(0));
    }
}
