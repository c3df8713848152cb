package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.bytes.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A URI template: {@code #gid-{GID}}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6570">RFC 6570</a>
 */
record UriTemplate(String source) {
    private static final Pattern EXPRESSION = Pattern.compile("\\{([+#./;?&]?)([^{}]*)}");

    /** How the expressions of an operator are written: what comes first, what stands between, whether with names, what is kept. */
    private enum Operator {
        PLAIN("", ",", false, false),
        RESERVED("", ",", false, true),
        FRAGMENT("#", ",", false, true),
        LABEL(".", ".", false, false),
        PATH("/", "/", false, false),
        PARAMETER(";", ";", true, false),
        QUERY("?", "&", true, false),
        CONTINUATION("&", "&", true, false);

        private final String first;
        private final String separator;
        private final boolean isNamed;
        private final boolean keepsReserved;

        Operator(String first, String separator, boolean isNamed, boolean keepsReserved) {
            this.first = first;
            this.separator = separator;
            this.isNamed = isNamed;
            this.keepsReserved = keepsReserved;
        }

        static Operator of(String sign) {
            return values()["+#./;?&".indexOf(sign) + (sign.isEmpty() ? 0 : 1)];
        }
    }

    /** {@return the text with the values of its variables; a variable without a value is left out, a list's values are joined by commas} */
    String expand(Map<String, List<String>> values) {
        Matcher expression = EXPRESSION.matcher(source);
        StringBuilder text = new StringBuilder();
        int from = 0;
        while (expression.find()) {
            text.append(source, from, expression.start());
            text.append(expanded(Operator.of(expression.group(1)), expression.group(2), values));
            from = expression.end();
        }
        return text.append(source.substring(from)).toString();
    }

    private static String expanded(Operator operator, String names, Map<String, List<String>> values) {
        List<String> parts = new ArrayList<>();
        for (String written : names.split(",")) {
            boolean isExploded = written.endsWith("*");
            String[] name = written.replace("*", "").split(":", 2);
            List<String> given = values.getOrDefault(name[0].strip(), List.of()).stream()
                    .map(value -> name.length > 1 ? beginning(value, name[1]) : value)
                    .map(value -> encoded(value, operator.keepsReserved))
                    .toList();
            if (!given.isEmpty()) {
                String label = operator.isNamed ? name[0].strip() + "=" : "";
                parts.add(
                        isExploded
                                ? label + String.join(operator.separator + label, given)
                                : label + String.join(",", given));
            }
        }
        return parts.isEmpty() ? "" : operator.first + String.join(operator.separator, parts);
    }

    private static String beginning(String value, String length) {
        int most = length.matches("[0-9]{1,4}") ? Integer.parseInt(length) : Integer.MAX_VALUE;
        return value.substring(0, value.offsetByCodePoints(0, Math.min(most, value.codePointCount(0, value.length()))));
    }

    private static String encoded(String value, boolean keepsReserved) {
        return keepsReserved ? legal(value) : PercentEncoding.encode(value, true);
    }

    /** {@return a text in which what no address can have is encoded} */
    static String legal(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(c -> {
            String character = Character.toString(c);
            boolean isKept = c < 128 && (Character.isLetterOrDigit(c) || "-._~:/?#[]@!$&'()*+,;=%".indexOf(c) >= 0);
            if (isKept) {
                text.append(character);
            } else {
                for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
                    text.append('%').append("%02X".formatted(b));
                }
            }
        });
        return text.toString();
    }
}
