package fr.pleiade.findings;

import java.io.Serializable;
import java.util.Locale;

/**
 * One sentence in the two languages that Pléiade speaks.
 *
 * @param en the sentence in English
 * @param fr the same sentence in French
 */
public record Text(String en, String fr) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** {@return the French sentence for a French locale, the English one for every other} */
    public String in(Locale locale) {
        return locale.getLanguage().equals(Locale.FRENCH.getLanguage()) ? fr : en;
    }

    /** {@return both sentences as templates of {@link String#format}, filled with the same values} */
    public Text with(Object... values) {
        return new Text(en.formatted(values), fr.formatted(values));
    }
}
