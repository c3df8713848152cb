package fr.pleiade.mapping.function;

import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions, compiled once each; a mapping has few, and a column of them is bounded. */
final class Patterns {
    private static final int KEPT = 1000;
    private static final ConcurrentHashMap<String, Pattern> COMPILED = new ConcurrentHashMap<>();

    private Patterns() {}

    /** {@return what is made of the pattern, or that it is none} */
    static Outcome compile(String expression, java.util.function.Function<Pattern, Outcome> use) {
        try {
            Pattern pattern = COMPILED.get(expression);
            if (pattern == null) {
                pattern = Pattern.compile(expression);
                if (COMPILED.size() < KEPT) {
                    COMPILED.put(expression, pattern);
                }
            }
            return use.apply(pattern);
        } catch (PatternSyntaxException e) {
            return Outcome.invalid(
                    "the pattern '%s' is not a regular expression: %s",
                    "le motif « %s » n'est pas une expression régulière : %s",
                    expression,
                    String.valueOf(e.getDescription()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Outcome.invalid(
                    "the replacement does not fit the pattern '%s': %s",
                    "le remplacement ne convient pas au motif « %s » : %s", expression, String.valueOf(e.getMessage()));
        }
    }
}
