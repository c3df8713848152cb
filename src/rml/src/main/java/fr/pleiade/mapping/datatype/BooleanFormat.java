package fr.pleiade.mapping.datatype;

import java.util.Optional;

/**
 * Two words, for true and for false: {@code Y|N}.
 *
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#formats-for-booleans">Tabular data model, section 6.4.3</a>
 */
public record BooleanFormat(String yes, String no) implements Format {
    /** @throws IllegalArgumentException if there are not two words */
    public static BooleanFormat parse(String source) {
        String[] words = source.split("\\|", -1);
        if (words.length != 2 || words[0].isEmpty() || words[1].isEmpty()) {
            throw new IllegalArgumentException("'%s' is not two words, such as Y|N".formatted(source));
        }
        return new BooleanFormat(words[0], words[1]);
    }

    @Override
    public Optional<String> lexical(String text) {
        return text.equals(yes) ? Optional.of("true") : text.equals(no) ? Optional.of("false") : Optional.empty();
    }
}
