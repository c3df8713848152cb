package fr.pleiade.sparql.function;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;

/**
 * How often a regular expression may go on without reading a character, where {@link WatchedText} could not stop it: an empty group
 * counted a million times, or fifty in a row that can be empty in two ways each.
 *
 * <p>An estimate from above that needs no knowledge of the pattern's structure: each counted group multiplies it by its count, as if all
 * were nested, and each branch that may be empty doubles it as often as it can come round. What honest patterns have of both stays far
 * below the limit.
 */
record ZeroWidth(double steps) {
    /** The most steps over all places of a text: Java takes them in about a second. */
    private static final double MOST_STEPS = 2e7;

    /** What is no metacharacter though it looks like one; a branch that may be empty; a group that is counted. */
    private static final Pattern TOKENS = Pattern.compile(
            "\\\\Q.*?(?:\\\\E|$)|\\\\.|\\[(?:[^\\]\\\\]|\\\\.)++\\]"
                    + "|(?<branch>(?:^|[*?+|(:}])\\|(?=.)|\\|$|\\|(?=[|)]))|\\)\\{(?<least>\\d+)(?:,(?<most>\\d*))?\\}",
            Pattern.DOTALL);

    static ZeroWidth of(Pattern pattern) {
        double counts = 1;
        int branches = 0;
        Matcher token = TOKENS.matcher(pattern.pattern());
        while (token.find()) {
            if (token.group("branch") != null) {
                branches++;
            } else if (token.group("least") != null) {
                String most = token.group("most");
                counts *= Math.max(1, Double.parseDouble(most == null || most.isEmpty() ? token.group("least") : most));
            }
        }
        return new ZeroWidth(counts * Math.pow(2, branches * counts));
    }

    /** @throws ExprEvalException if a text of this length could take too many steps */
    void requireFew(int length) {
        if (steps * (length + 1.0) > MOST_STEPS) {
            throw new ExprEvalException("a regular expression that can go on for too long and read nothing");
        }
    }
}
