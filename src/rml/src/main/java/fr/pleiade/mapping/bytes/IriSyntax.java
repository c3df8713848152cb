package fr.pleiade.mapping.bytes;

import fr.pleiade.rdf.Vocabulary;
import java.util.regex.Pattern;

/**
 * Whether a text is an IRI, by the grammar and not by a library's tolerance.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3987#section-2.2">RFC 3987, section 2.2</a>
 */
public final class IriSyntax {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:[^@\\[\\]]*@)?(?:\\[[0-9A-Fa-f:.]+]|[^@:\\[\\]]*)(?::[0-9]*)?");

    /** The datatype that only a language gives. */
    private static final String LANG_STRING = Vocabulary.RDF + "langString";

    private IriSyntax() {}

    /** {@return whether the text begins with a scheme, and so is not relative} */
    public static boolean hasScheme(String text) {
        return SCHEME.matcher(text).lookingAt();
    }

    /** {@return whether the text is an absolute IRI, with or without a fragment} */
    public static boolean isIri(String text) {
        return hasScheme(text)
                && hasLegalCharacters(text)
                && AUTHORITY.matcher(authority(text)).matches();
    }

    /** {@return whether the text is an IRI that a literal without a language can have for its datatype} */
    public static boolean isDatatype(String text) {
        return isIri(text) && !text.equals(LANG_STRING);
    }

    private static String authority(String text) {
        int start = text.indexOf(':') + 1;
        if (!text.startsWith("//", start)) {
            return "";
        }
        int end = start + 2;
        while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start + 2, end);
    }

    private static boolean hasLegalCharacters(String text) {
        int authorityEnd = text.indexOf(':') + 3 + authority(text).length();
        boolean inFragment = false;
        boolean inQuery = false;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            inQuery |= c == '?';
            boolean legal = switch (c) {
                case '#' -> !inFragment;
                case '%' -> isHexadecimal(text, i + 1) && isHexadecimal(text, i + 2);
                case '[', ']' -> i < authorityEnd;
                default -> c < 128 ? isLegalAscii(c) : isUcsChar(c) || inQuery && !inFragment && isPrivate(c);
            };
            if (!legal) {
                return false;
            }
            inFragment |= c == '#';
            i += Character.charCount(c);
        }
        return true;
    }

    private static boolean isLegalAscii(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "-._~:/?@!$&'()*+,;=".indexOf(c) >= 0;
    }

    private static boolean isHexadecimal(String text, int i) {
        return i < text.length() && text.charAt(i) < 128 && Character.digit(text.charAt(i), 16) >= 0;
    }

    private static boolean isPrivate(int c) {
        return c >= 0xE000 && c <= 0xF8FF || c >= 0xF0000 && c <= 0xFFFFD || c >= 0x100000 && c <= 0x10FFFD;
    }

    /** {@return whether a character is a {@code ucschar}} */
    public static boolean isUcsChar(int c) {
        return c >= 0xA0 && c <= 0xD7FF
                || c >= 0xF900 && c <= 0xFDCF
                || c >= 0xFDF0 && c <= 0xFFEF
                || c >= 0x10000 && c <= 0xEFFFD && (c & 0xFFFF) <= 0xFFFD && (c < 0xE0000 || c >= 0xE1000);
    }
}
