package fr.pleiade.mapping.bytes;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Language tags. @see <a href="https://www.rfc-editor.org/rfc/rfc5646#section-2.1">BCP 47, section 2.1</a> */
public final class LanguageTag {
    private static final Pattern LANGUAGE = Pattern.compile("(?i)([a-z]{2,3}|[xi])(-.*)?");

    private LanguageTag() {}

    /**
     * {@return whether the tag is well-formed; it need not be registered}
     *
     * <p>The grammar also has languages of four to eight letters, but none is registered: {@code english} is a mistake.
     */
    public static boolean isWellFormed(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) {
            return false;
        }
        try {
            new Locale.Builder().setLanguageTag(tag);
            return true;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }
}
