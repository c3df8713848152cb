package fr.pleiade.rdf;

import java.util.Locale;

/**
 * The one way to write a language tag: RDF compares tags without their case, so two that differ in nothing else are one term.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1">BCP 47, section 2.1.1</a>
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal">RDF 1.1 Concepts, section 3.3</a>
 */
final class TagCase {
    private static final int REGION = 2;
    private static final int SCRIPT = 4;

    private TagCase() {}

    /** {@return the tag in small letters, but {@code CH} and {@code Latn} behind its first part, up to a part of a single letter} */
    static String canonical(String tag) {
        String small = tag.toLowerCase(Locale.ROOT);
        if (small.indexOf('-') < 0) {
            return small;
        }
        StringBuilder canonical = new StringBuilder(small);
        int start = 0;
        for (int end = small.indexOf('-'); start < small.length(); end = small.indexOf('-', start)) {
            int length = (end < 0 ? small.length() : end) - start;
            if (length == 1) {
                break;
            }
            if (start > 0 && (length == REGION || length == SCRIPT)) {
                int capitals = length == REGION ? REGION : 1;
                String part = small.substring(start, start + capitals).toUpperCase(Locale.ROOT);
                canonical.replace(start, start + capitals, part);
            }
            start += length + 1;
        }
        return canonical.toString();
    }
}
