package fr.pleiade.linking;

import fr.pleiade.findings.Text;
import java.util.regex.Pattern;

/**
 * Keys that lead to nothing that the site has, and are right all the same: those of another country, of a place that the register leaves out.
 *
 * @param pattern what such a key is like
 * @param label what it means
 */
public record Elsewhere(Pattern pattern, Text label) {
    boolean has(String key) {
        return pattern.matcher(key).matches();
    }
}
