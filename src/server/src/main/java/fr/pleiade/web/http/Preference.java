package fr.pleiade.web.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One element of an {@code Accept}, {@code Accept-Language} or {@code Accept-Encoding} field, with its weight.
 *
 * <p>Shape: {@code text/html;level="a,b";q=0.5} is {@code (text/html, {level=a,b}, 500)}. Names are in lower case, values as they are.
 *
 * @param value the media range, language range or coding, in lower case
 * @param parameters the parameters before {@code q}; what follows it is an extension and is left out
 * @param weight the quality in thousandths, from 0 (not acceptable) to 1000
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.4.2">RFC 9110, section 12.4.2</a>
 */
record Preference(String value, Map<String, String> parameters, int weight) {
    static final int FULL_WEIGHT = 1000;

    Preference {
        parameters = Map.copyOf(parameters);
    }

    /**
     * {@return the elements of all lines of a field, in order}
     *
     * <p>An element that is not well formed is left out, as if the client had not sent it: it cannot be known what it would accept.
     */
    static List<Preference> parse(List<String> fieldLines) {
        List<Preference> preferences = new ArrayList<>();
        for (String line : fieldLines) {
            for (String element : split(line, ',')) {
                parseElement(element).ifPresent(preferences::add);
            }
        }
        return preferences;
    }

    private static Optional<Preference> parseElement(String element) {
        List<String> parts = split(element, ';');
        String value = parts.get(0).strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty() || !value.chars().allMatch(c -> isTokenCharacter(c) || c == '/')) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String part : parts.subList(1, parts.size())) {
            int equals = part.indexOf('=');
            if (equals < 0) {
                if (part.isBlank()) {
                    continue;
                }
                return Optional.empty();
            }
            String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            String text = unquote(part.substring(equals + 1).strip());
            if (name.equals("q")) {
                return weight(text).map(weight -> new Preference(value, parameters, weight));
            }
            parameters.put(name, text);
        }
        return Optional.of(new Preference(value, parameters, FULL_WEIGHT));
    }

    /** Reads {@code 0}, {@code 0.}, {@code 0.123} or {@code 1.000}; anything else is no weight. */
    static Optional<Integer> weight(String text) {
        if (!text.matches("0(\\.\\d{0,3})?|1(\\.0{0,3})?")) {
            return Optional.empty();
        }
        String digits = text.replace(".", "");
        return Optional.of(Integer.parseInt((digits + "000").substring(0, 4)));
    }

    /** Splits at a separator that is not inside a quoted string; a quote that is never closed runs to the end. */
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && quoted) {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    private static String unquote(String text) {
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private static boolean isTokenCharacter(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || "!#$%&'*+-.^_`|~".indexOf(c) >= 0);
    }
}
