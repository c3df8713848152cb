package fr.pleiade.mapping.function;

import fr.pleiade.mapping.bytes.Blanks;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The functions of OpenRefine's expression language, by the names that the RML community gave them.
 *
 * @see <a href="https://openrefine.org/docs/manual/grelfunctions">GREL functions</a>
 */
final class GrelFunctions {
    static final String GREL = "http://users.ugent.be/~bjdmeest/function/grel.ttl#";
    private static final String[] VALUE = {"valueParam", "p_string_value"};

    private GrelFunctions() {}

    static List<Function> all() {
        return List.of(
                text("toUpperCase").does(a -> Outcome.of(a.text(0).toUpperCase(Locale.ROOT))),
                text("toLowerCase").does(a -> Outcome.of(a.text(0).toLowerCase(Locale.ROOT))),
                text("string_toUppercase").does(a -> Outcome.of(a.text(0).toUpperCase(Locale.ROOT))),
                text("string_toLowercase").does(a -> Outcome.of(a.text(0).toLowerCase(Locale.ROOT))),
                text("string_toTitlecase").does(a -> Outcome.of(titleCase(a.text(0)))),
                text("string_trim").does(a -> Outcome.of(Blanks.trim(a.text(0)))),
                text("string_chomp").takes("param_string_sep").does(GrelFunctions::chomp),
                text("string_replace")
                        .takes("param_find")
                        .takes("param_replace")
                        .does(a -> Outcome.of(a.text(0).replace(a.text(1), a.text(2)))),
                text("string_replaceChars")
                        .takes("param_find")
                        .takes("param_replace")
                        .does(a -> Outcome.of(replaceCharacters(a.text(0), a.text(1), a.text(2)))),
                text("string_split")
                        .takes("p_string_sep")
                        .returns("output_array", "stringOut", "output_string")
                        .does(GrelFunctions::split),
                partition("string_partition").does(a -> parts(a, a.text(0).indexOf(a.text(1)))),
                partition("string_rpartition").does(a -> parts(a, a.text(0).lastIndexOf(a.text(1)))),
                text("string_match")
                        .takes("param_regex")
                        .returns("output_array", "stringOut")
                        .does(GrelFunctions::match),
                text("string_substring")
                        .takes("p_int_i_from")
                        .or("", "p_int_i_opt_to")
                        .does(GrelFunctions::substring),
                text("string_length")
                        .returns("output_number", "stringOut")
                        .does(a -> Numbers.integer(length(a.text(0), a.text(0).length()))),
                text("string_indexOf")
                        .takes("string_sub", "p_string_sub")
                        .returns("output_number", "stringOut")
                        .does(a -> position(a.text(0), a.text(0).indexOf(a.text(1)))),
                text("string_lastIndexOf")
                        .takes("string_sub", "p_string_sub")
                        .returns("output_number", "stringOut")
                        .does(a -> position(a.text(0), a.text(0).lastIndexOf(a.text(1)))),
                has("string_contains").does(a -> Outcome.of(a.text(0).contains(a.text(1)))),
                has("string_startsWith").does(a -> Outcome.of(a.text(0).startsWith(a.text(1)))),
                has("string_endsWith").does(a -> Outcome.of(a.text(0).endsWith(a.text(1)))),
                text("string_md5").does(a -> Outcome.of(digest("MD5", a.text(0)))),
                text("string_sha1").does(a -> Outcome.of(digest("SHA-1", a.text(0)))),
                grel("string_toString").takes("param_any_e").does(a -> Outcome.of(a.text(0))),
                text("escape").takes("modeParam", "p_string_mode").does(GrelFunctions::escape));
    }

    static Signature grel(String name) {
        return Signature.in(GREL, name).returns("stringOut", "output_string");
    }

    private static Signature text(String name) {
        return grel(name).takes(VALUE);
    }

    private static Signature has(String name) {
        return text(name).takes("string_sub", "p_string_sub").returns("output_bool", "stringOut");
    }

    private static int length(String text, int end) {
        return text.codePointCount(0, end);
    }

    private static Outcome position(String text, int index) {
        return Numbers.integer(index < 0 ? index : length(text, index));
    }

    /** Every word, which begins after a blank, has a capital first and small letters behind it. */
    private static String titleCase(String text) {
        StringBuilder out = new StringBuilder();
        boolean begins = true;
        for (int character : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            out.appendCodePoint(begins ? Character.toTitleCase(character) : character);
            begins = Character.isBmpCodePoint(character) && Blanks.isBlank((char) character);
        }
        return out.toString();
    }

    private static Outcome chomp(Arguments arguments) {
        String text = arguments.text(0);
        String end = arguments.text(1);
        return Outcome.of(text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text);
    }

    /** Each character of the first list becomes the one at its place in the other; one without such a place is dropped. */
    private static String replaceCharacters(String text, String from, String to) {
        int[] sought = from.codePoints().toArray();
        int[] replacements = to.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(character -> {
            int place = 0;
            while (place < sought.length && sought[place] != character) {
                place++;
            }
            if (place == sought.length) {
                out.appendCodePoint(character);
            } else if (place < replacements.length) {
                out.appendCodePoint(replacements[place]);
            }
        });
        return out.toString();
    }

    private static String digest(String algorithm, String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    private static Signature partition(String name) {
        return text(name)
                .takes("param_string_frag", "p_string_frag")
                .or("false", "param_bool_opt_omit", "p_bool_opt_omitFragment")
                .returns("output_array", "stringOut");
    }

    /** {@return what stands before a text, the text unless it is to be left out, and what stands behind; empty parts are none} */
    private static Outcome parts(Arguments arguments, int at) {
        String text = arguments.text(0);
        String found = arguments.text(1);
        if (at < 0 || found.isEmpty()) {
            return Outcome.of(text);
        }
        boolean omits = Blanks.trim(arguments.text(2)).equalsIgnoreCase("true");
        return Outcome.of(Stream.of(text.substring(0, at), omits ? "" : found, text.substring(at + found.length()))
                .filter(part -> !part.isEmpty())
                .toList());
    }

    private static Outcome split(Arguments arguments) {
        return arguments.text(1).isEmpty()
                ? Outcome.of(arguments.text(0))
                : Outcome.of(List.of(arguments.text(0).split(Pattern.quote(arguments.text(1)), -1)));
    }

    /** The groups of an expression that the whole text matches. */
    private static Outcome match(Arguments arguments) {
        return Patterns.match(arguments.text(1), arguments.text(0), matcher -> {
            if (!matcher.matches()) {
                return Outcome.NOTHING;
            }
            return Outcome.of(IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .filter(Objects::nonNull)
                    .toList());
        });
    }

    /** What is made of two indices; the second is the end where there is none. */
    @FunctionalInterface
    interface Range {
        Outcome of(int from, int to);
    }

    /** {@return what is made of the second and third argument as indices, negative ones counted from the end} */
    static Outcome indices(Arguments arguments, int length, Range range) {
        List<String> given = arguments.text(2).isEmpty()
                ? List.of(arguments.text(1))
                : List.of(arguments.text(1), arguments.text(2));
        int[] indices = {0, length};
        for (int i = 0; i < given.size(); i++) {
            try {
                int index = Integer.parseInt(Blanks.trim(given.get(i)));
                indices[i] = index < 0 ? length + index : index;
            } catch (NumberFormatException e) {
                return Outcome.invalid(
                        "the index '%s' is not a whole number",
                        "l'indice « %s » n'est pas un nombre entier", given.get(i));
            }
        }
        return range.of(indices[0], Math.min(indices[1], length));
    }

    /** An index may count from the end, as {@code -1}; one outside the text gives nothing. */
    private static Outcome substring(Arguments arguments) {
        String value = arguments.text(0);
        return indices(
                arguments,
                value.length(),
                (from, to) -> from < 0 || from > value.length() || to < from
                        ? Outcome.NOTHING
                        : Outcome.of(value.substring(from, to)));
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
            case "url" -> Outcome.of(URLEncoder.encode(value, StandardCharsets.UTF_8));
            default ->
                Outcome.invalid(
                        "the mode '%s' is not one of html, xml, csv, url",
                        "le mode « %s » n'est pas l'un de html, xml, csv, url", arguments.text(1));
        };
    }
}
