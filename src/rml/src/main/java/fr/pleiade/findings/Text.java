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
        return new Text(filled(en, values), filled(fr, values));
    }

    /** Templates that have nothing but {@code %s} are filled here: the formatter takes longer than a row's mapping. */
    private static String filled(String template, Object... values) {
        StringBuilder text = new StringBuilder(template.length() + 64);
        int from = 0;
        int number = 0;
        for (int at = template.indexOf('%'); at >= 0; at = template.indexOf('%', from)) {
            if (!template.startsWith("s", at + 1) || number == values.length) {
                return template.formatted(values);
            }
            text.append(template, from, at).append(values[number++]);
            from = at + 2;
        }
        return text.append(template, from, template.length()).toString();
    }
}
