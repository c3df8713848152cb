package fr.pleiade.mapping.datatype;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Texts that a regular expression matches from their beginning to their end.
 *
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#formats-for-other-types">Tabular data model, section 6.4.6</a>
 */
public record PatternFormat(Pattern pattern) implements Format {
    /** @throws IllegalArgumentException if it is no regular expression */
    public static PatternFormat parse(String source) {
        try {
            return new PatternFormat(Pattern.compile(source));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("'%s' is not a regular expression".formatted(source), e);
        }
    }

    @Override
    public Optional<String> lexical(String text) {
        return Optional.of(text).filter(t -> pattern.matcher(t).matches());
    }
}
