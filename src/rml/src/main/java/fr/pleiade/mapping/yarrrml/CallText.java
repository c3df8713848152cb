package fr.pleiade.mapping.yarrrml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A function call as it is written, on one line or in YAML: {@code ex:toLowerCase(input = $(name))}.
 *
 * @param function the name as it is written
 * @param arguments in their order
 * @param line where it is written
 * @see <a href="https://rml.io/yarrrml/spec/#functions">YARRRML, functions</a>
 */
record CallText(String function, List<Argument> arguments, long line) {
    private static final Pattern CALL = Pattern.compile(
            "(?:[\\p{L}_][\\p{L}\\p{N}._-]*:[^\\s$()\"']+|equal|notEqual|join)\\s*\\(.*\\)", Pattern.DOTALL);

    private static final Pattern NAME = Pattern.compile("[^\\s$\"'()]+");

    /**
     * What a parameter is given.
     *
     * @param name the parameter as it is written; {@code ""} where only its place tells it
     * @param text the value, {@code ""} where it is a call
     * @param call the call whose result is the value, if it is one
     * @param side whose value it is in a condition between two mappings: {@code s}, {@code o}, or {@code ""} where nothing is said
     */
    record Argument(String name, String text, List<CallText> call, String side, long line) {
        Argument {
            call = List.copyOf(call);
        }
    }

    CallText {
        arguments = List.copyOf(arguments);
    }

    /** {@return whether a text is a whole call rather than a name or a value} */
    static boolean isCall(String text) {
        return CALL.matcher(text).matches();
    }

    /** @throws IllegalArgumentException with what is wrong with it */
    static CallText parse(String source, long line) {
        String text = source.strip();
        int open = text.indexOf('(');
        if (open < 1 || !text.endsWith(")")) {
            throw new IllegalArgumentException(
                    "'%s' is not a call; expected one like ex:lower(ex:text = $(name))".formatted(source));
        }
        List<Argument> arguments = new ArrayList<>();
        String inside = text.substring(open + 1, text.length() - 1);
        if (!inside.isBlank()) {
            split(inside, ',', Integer.MAX_VALUE).forEach(argument -> arguments.add(argument(argument, line)));
        }
        return new CallText(text.substring(0, open).strip(), arguments, line);
    }

    private static Argument argument(String source, long line) {
        List<String> sides = split(source, '=', 2);
        boolean isNamed =
                sides.size() == 2 && NAME.matcher(sides.get(0).strip()).matches();
        String name = isNamed ? sides.get(0).strip() : "";
        String value = (isNamed ? sides.get(1) : source).strip();
        if (value.length() > 1 && value.matches("(?s)([\"']).*\\1")) {
            return new Argument(name, value.substring(1, value.length() - 1), List.of(), "", line);
        }
        return isCall(value)
                ? new Argument(name, "", List.of(parse(value, line)), "", line)
                : new Argument(name, value, List.of(), "", line);
    }

    /** {@return the text divided where a character stands outside brackets and quotation marks} */
    private static List<String> split(String text, char separator, int most) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean opensValue = text.substring(start, i).isBlank()
                    || text.substring(start, i).strip().endsWith("=");
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && opensValue && depth == 0) {
                quote = c;
            } else if (c == '(' || c == ')') {
                depth += c == '(' ? 1 : -1;
            } else if (c == separator && depth == 0 && parts.size() < most - 1) {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        if (depth != 0 || quote != 0) {
            throw new IllegalArgumentException("'%s' has %s that is never closed"
                    .formatted(text.strip(), depth != 0 ? "a bracket" : "a quotation mark"));
        }
        parts.add(text.substring(start));
        return parts;
    }
}
