package fr.pleiade.linking;

import fr.pleiade.findings.Text;
import java.util.regex.Pattern;

/**
 * Keys that lead to nothing that the site has, and are right all the same: those of another country, of a place that the register leaves out.
 *
 * @param pattern what such a key is like
 * @param label what it means
 */
public record Elsewhere(String pattern, Text label) {
    /** @throws java.util.regex.PatternSyntaxException if the pattern is none */
    public Elsewhere {
        Pattern.compile(pattern);
    }

    boolean has(String key) {
        return key.matches(pattern);
    }
}
