package fr.pleiade.mapping.function;

import static fr.pleiade.mapping.function.GrelFunctions.grel;

import fr.pleiade.mapping.bytes.Blanks;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** GREL's functions of numbers and dates. */
final class GrelValueFunctions {
    private static final String NUMBER = "param_dec_n";

    private GrelValueFunctions() {}

    static List<Function> all() {
        return List.of(
                number("math_round").takes(NUMBER).does(a -> Numbers.of(a.list(0), n -> Numbers.rounded(n.get(0)))),
                number("math_floor").takes(NUMBER).does(a -> towards(a, RoundingMode.FLOOR)),
                number("math_ceil").takes(NUMBER).does(a -> towards(a, RoundingMode.CEILING)),
                number("math_min")
                        .takes(NUMBER)
                        .takes("param_dec_n2")
                        .does(a -> pair(a, n -> Numbers.value(n.get(0).min(n.get(1))))),
                number("math_max")
                        .takes(NUMBER)
                        .takes("param_dec_n2")
                        .does(a -> pair(a, n -> Numbers.value(n.get(0).max(n.get(1))))),
                number("math_mod")
                        .takes("param_int_i")
                        .takes("param_int_i2")
                        .does(a -> pair(a, GrelValueFunctions::mod)),
                number("math_abs")
                        .takes(NUMBER)
                        .does(a -> Numbers.of(
                                a.list(0), n -> Numbers.value(n.get(0).abs()))),
                number("math_pow")
                        .takes(NUMBER)
                        .takes("param_dec_n2", "param_dec_e", "p_dec_e")
                        .does(a -> pair(a, n -> Numbers.power(n.get(0), n.get(1)))),
                number("math_exp").takes(NUMBER).does(a -> real(a, StrictMath::exp)),
                number("math_log").takes(NUMBER).does(a -> real(a, StrictMath::log10)),
                number("math_ln").takes(NUMBER).does(a -> real(a, StrictMath::log)),
                number("string_toNumber")
                        .takes("param_any_e")
                        .does(a -> Numbers.of(a.list(0), n -> Numbers.value(n.get(0)))),
                grel("date_toDate")
                        .takes("valueParam")
                        .takes("param_string_pattern")
                        .returns("output_date", "stringOut")
                        .does(GrelValueFunctions::date));
    }

    private static Signature number(String name) {
        return grel(name).returns("output_number", "stringOut");
    }

    private static Outcome towards(Arguments arguments, RoundingMode mode) {
        return Numbers.of(
                arguments.list(0),
                n -> Numbers.integer(n.get(0).setScale(0, mode).toBigInteger()));
    }

    private static Outcome real(Arguments arguments, DoubleUnaryOperator function) {
        return Numbers.of(
                arguments.list(0),
                n -> Numbers.real(function.applyAsDouble(n.get(0).doubleValue())));
    }

    private static Outcome pair(Arguments arguments, Numbers.Use use) {
        return Numbers.of(List.of(arguments.text(0), arguments.text(1)), use);
    }

    private static Outcome mod(List<BigDecimal> numbers) {
        return numbers.get(1).signum() == 0
                ? Outcome.invalid("nothing can be divided by 0", "rien ne peut être divisé par 0")
                : Numbers.value(numbers.get(0).remainder(numbers.get(1)));
    }

    private static Outcome date(Arguments arguments) {
        String text = Blanks.trim(arguments.text(0));
        return Dates.parsed(
                text,
                arguments.text(1),
                "en",
                formatter ->
                        Outcome.of(Value.xsd(LocalDate.parse(text, formatter).toString(), "date")));
    }
}
