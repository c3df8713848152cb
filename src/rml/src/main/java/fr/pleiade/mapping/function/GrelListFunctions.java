package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.GrelFunctions.grel;

import fr.pleiade.mapping.bytes.Blanks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;

/** GREL's functions of lists, of truth values and of choice. A list is what several values of one parameter are. */
final class GrelListFunctions {
    private GrelListFunctions() {}

    static List<Function> all() {
        return List.of(
                array("array_join")
                        .takes("param_string_sep")
                        .returns("stringOut", "output_array")
                        .does(a -> Outcome.of(String.join(a.text(1), a.list(0)))),
                array("array_get")
                        .takes("p_int_i_from")
                        .or("", "p_int_i_opt_to")
                        .returns("output_any", "output_array")
                        .does(a -> slice(a, 1)),
                array("array_slice")
                        .takes("p_int_i_from")
                        .or("", "p_int_i_opt_to")
                        .does(a -> slice(a, Integer.MAX_VALUE)),
                array("array_length")
                        .returns("output_number")
                        .does(a -> Numbers.integer(a.list(0).size())),
                array("array_reverse").does(GrelListFunctions::reverse),
                array("array_sort")
                        .does(a -> Outcome.of(a.list(0).stream().sorted().toList())),
                array("array_sum")
                        .returns("output_number")
                        .does(a -> Numbers.of(
                                a.list(0),
                                numbers -> Numbers.value(numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add)))),
                array("array_uniques").does(a -> Outcome.of(List.copyOf(new LinkedHashSet<>(a.list(0))))),
                truth("boolean_and")
                        .takesList("bool_array_b")
                        .does(a -> Outcome.of(trues(a) == a.list(0).size())),
                truth("boolean_or").takesList("bool_array_b").does(a -> Outcome.of(trues(a) > 0)),
                truth("boolean_xor").takesList("bool_array_b").does(a -> Outcome.of(trues(a) == 1)),
                truth("boolean_not").takes("param_b").does(a -> Outcome.of(!isTrue(a.text(0)))),
                grel("controls_if")
                        .takes("param_b")
                        .takesNullable("param_true")
                        .or("", "param_false")
                        .returns("output_any", "stringOut")
                        .does(GrelListFunctions::choice),
                grel("other_coalesce")
                        .takesList("param_any_rep_e")
                        .returns("output_any", "stringOut")
                        .does(a -> Outcome.of(a.list(0).stream().limit(1).toList())));
    }

    private static Signature array(String name) {
        return grel(name).takesList("param_a").returns("output_array", "stringOut");
    }

    private static Signature truth(String name) {
        return grel(name).returns("output_bool", "stringOut");
    }

    private static boolean isTrue(String text) {
        return Blanks.trim(text).equalsIgnoreCase("true");
    }

    private static long trues(Arguments arguments) {
        return arguments.list(0).stream().filter(GrelListFunctions::isTrue).count();
    }

    private static Outcome choice(Arguments arguments) {
        int chosen = isTrue(arguments.text(0)) ? 1 : 2;
        boolean hasNone =
                arguments.isAbsent(chosen) || chosen == 2 && arguments.text(2).isEmpty();
        return hasNone ? Outcome.NOTHING : Outcome.of(arguments.text(chosen));
    }

    private static Outcome reverse(Arguments arguments) {
        List<String> reversed = new ArrayList<>(arguments.list(0));
        Collections.reverse(reversed);
        return Outcome.of(reversed);
    }

    /** The items from one index to another, exclusive, or so many where there is no other; negative ones count from the end. */
    private static Outcome slice(Arguments arguments, int withoutEnd) {
        List<String> items = arguments.list(0);
        return GrelFunctions.indices(arguments, items.size(), (from, to) -> {
            int end = arguments.text(2).isEmpty() ? (int) Math.min(items.size(), (long) from + withoutEnd) : to;
            return from < 0 || from >= end ? Outcome.NOTHING : Outcome.of(items.subList(from, end));
        });
    }
}
