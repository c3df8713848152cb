package fr.pleiade.mapping.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts in which {@code *} stands for any text, as regular expressions. */
final class Likeness {
    private Likeness() {}

    /** {@return whether a text stands for others too} */
    static boolean isPattern(String text) {
        return text.indexOf('*') >= 0;
    }

    /** {@return an expression for the whole of each text that is like one of some} */
    static String like(List<String> texts) {
        return "(?s)" + alternatives(texts);
    }

    /** {@return an expression for the whole of each text that is like none of some} */
    static String unlike(List<String> texts) {
        return "(?s)(?!" + alternatives(texts) + "\\z).*";
    }

    private static String alternatives(List<String> texts) {
        return texts.stream().map(Likeness::expression).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static String expression(String text) {
        StringBuilder expression = new StringBuilder();
        int start = 0;
        for (int star = text.indexOf('*'); star >= 0; star = text.indexOf('*', start)) {
            quote(text.substring(start, star), expression);
            expression.append(".*");
            start = star + 1;
        }
        quote(text.substring(start), expression);
        return expression.toString();
    }

    private static void quote(String text, StringBuilder expression) {
        if (!text.isEmpty()) {
            expression.append(text.matches("[\\p{L}\\p{N} _:-]*") ? text : Pattern.quote(text));
        }
    }
}
