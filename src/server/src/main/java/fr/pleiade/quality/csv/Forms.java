package fr.pleiade.quality.csv;

import java.util.regex.Pattern;

/** What short texts look like: numbers, numbers with signs that do not belong to them, addresses of people. */
final class Forms {
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:[0-9]{1,3}(?:[ \\u00A0\\u202F][0-9]{3})+|[0-9]+)(?:[.,][0-9]*)?");
    private static final Pattern STRAY = Pattern.compile(
            "[~<>≈=±+\\u2212–-]?\\s*[0-9][0-9 .,'\\u00A0\\u202F]*\\s*[%€$£*?!+–\\u2212-]?|[€$£]\\s*[0-9][0-9 .,\\u00A0\\u202F]*");
    private static final Pattern MAIL = Pattern.compile("(?<![/@\\w])[\\w.+'-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");

    private Forms() {}

    static boolean isNumber(String value) {
        return NUMBER.matcher(value).matches();
    }

    /** {@return whether a text is a number and signs around or within it that a number does not have} */
    static boolean isStrayNumber(String value) {
        return STRAY.matcher(value).matches() && !NUMBER.matcher(value).matches();
    }

    /** {@return whether an address stands in it: alone, with a name before it, after {@code mailto:}, one of several} */
    static boolean hasMail(String value) {
        return MAIL.matcher(value).find();
    }
}
