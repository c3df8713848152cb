package fr.pleiade.mapping.function;

import java.util.List;
import java.util.Locale;

/**
 * The functions of OpenRefine's expression language, by the names that the RML community gave them.
 *
 * @see <a href="https://openrefine.org/docs/manual/grelfunctions">GREL functions</a>
 */
final class GrelFunctions {
    static final String GREL = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";
    private static final String[] VALUE = {"valueParam", "valueParameter", "p_string_value"};

    private GrelFunctions() {}

    static List<Function> all() {
        return List.of(
                grel("toUpperCase").takes(VALUE).does(a -> Outcome.of(a.text(0).toUpperCase(Locale.ROOT))),
                grel("toLowerCase").takes(VALUE).does(a -> Outcome.of(a.text(0).toLowerCase(Locale.ROOT))),
                grel("string_toUppercase")
                        .takes(VALUE)
                        .does(a -> Outcome.of(a.text(0).toUpperCase(Locale.ROOT))),
                grel("string_toLowercase")
                        .takes(VALUE)
                        .does(a -> Outcome.of(a.text(0).toLowerCase(Locale.ROOT))),
                grel("string_trim").takes(VALUE).does(a -> Outcome.of(a.text(0).strip())),
                grel("string_replace")
                        .takes(VALUE)
                        .takes("param_find", "p_string_find")
                        .takes("param_replace", "p_string_replace")
                        .does(a -> Outcome.of(a.text(0).replace(a.text(1), a.text(2)))),
                grel("string_split")
                        .takes(VALUE)
                        .takes("p_string_sep", "param_string_sep")
                        .does(GrelFunctions::split),
                grel("string_substring")
                        .takes(VALUE)
                        .takes("p_int_i_from", "param_int_i_from")
                        .or("", "p_int_i_opt_to", "param_int_i_opt_to")
                        .does(GrelFunctions::substring),
                grel("string_length")
                        .takes(VALUE)
                        .returns("output_number", "stringOut")
                        .does(a -> Outcome.of(Value.xsd(
                                String.valueOf(
                                        a.text(0).codePointCount(0, a.text(0).length())),
                                "integer"))),
                grel("string_contains")
                        .takes(VALUE)
                        .takes("string_sub", "p_string_sub")
                        .returns("output_bool", "stringOut")
                        .does(a -> Outcome.of(a.text(0).contains(a.text(1)))),
                grel("escape").takes(VALUE).takes("modeParam", "p_string_mode").does(GrelFunctions::escape));
    }

    private static Signature grel(String name) {
        return Signature.in(GREL, name).returns("stringOut", "stringOutput", "output_string");
    }

    private static Outcome split(Arguments arguments) {
        return arguments.text(1).isEmpty()
                ? Outcome.of(arguments.text(0))
                : Outcome.of(List.of(arguments.text(0).split(java.util.regex.Pattern.quote(arguments.text(1)), -1)));
    }

    /** An index may count from the end, as {@code -1}; one outside the text gives nothing. */
    private static Outcome substring(Arguments arguments) {
        String value = arguments.text(0);
        try {
            int from = index(arguments.text(1), value.length());
            int to = arguments.text(2).isEmpty() ? value.length() : index(arguments.text(2), value.length());
            return from < 0 || from > value.length() || to < from
                    ? Outcome.NOTHING
                    : Outcome.of(value.substring(from, Math.min(to, value.length())));
        } catch (NumberFormatException e) {
            return Outcome.invalid(
                    "the index '%s' is not a whole number",
                    "l'indice « %s » n'est pas un nombre entier", arguments.text(1));
        }
    }

    private static int index(String text, int length) {
        int index = Integer.parseInt(text.strip());
        return index < 0 ? length + index : index;
    }

    private static Outcome escape(Arguments arguments) {
        String value = arguments.text(0);
        return switch (arguments.text(1)) {
            case "html" ->
                Outcome.of(value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"));
            case "xml" ->
                Outcome.of(value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&apos;"));
            case "csv" ->
                Outcome.of(value.matches("(?s).*[\",\r\n].*") ? '"' + value.replace("\"", "\"\"") + '"' : value);
            case "url" -> Outcome.of(java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8));
            default ->
                Outcome.invalid(
                        "the mode '%s' is not one of html, xml, csv, url",
                        "le mode « %s » n'est pas l'un de html, xml, csv, url", arguments.text(1));
        };
    }
}
