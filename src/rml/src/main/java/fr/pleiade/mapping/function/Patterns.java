package fr.pleiade.mapping.function;

import fr.pleiade.mapping.bytes.Kept;
import fr.pleiade.mapping.bytes.LimitedText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions, compiled once each; a mapping has few, and a column of them is bounded. */
final class Patterns {
    private static final Kept<String, Pattern> COMPILED = new Kept<>(Pattern::compile);

    private Patterns() {}

    /** {@return what is made of the pattern on the text, or that it is none, or that it does not come to an end on it} */
    static Outcome match(String expression, String text, java.util.function.Function<Matcher, Outcome> use) {
        try {
            return use.apply(COMPILED.of(expression).matcher(new LimitedText(text)));
        } catch (LimitedText.TooManyStepsException | StackOverflowError e) {
            return Outcome.invalid(
                    "the pattern '%s' does not come to an end on '%s'; write it without repetitions of repetitions",
                    "le motif « %s » ne se termine pas sur « %s » ; écrivez-le sans répétition de répétitions",
                    expression,
                    text);
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
