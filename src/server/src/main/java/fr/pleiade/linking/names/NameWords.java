package fr.pleiade.linking.names;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The words of a name as they are compared: without case, accents, ligatures, elided articles and words that say nothing, in the
 * singular, Roman numerals as numbers, and words that mean the same as one.
 *
 * <pre>{@code
 * "L'Université d'Œuvres-Arts, Lyon II" → universite oeuvre art lyon 2
 * "E.N.S. de la Mer"                    → ens mer
 * }</pre>
 *
 * <p>French and English, whose articles and prepositions are dropped; other languages keep theirs. Immutable; thread-safe.
 */
final class NameWords {
    private static final Set<String> ELIDED =
            Set.of("l", "d", "c", "j", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quelqu");
    private static final Set<String> SAYING_NOTHING = Set.of(
            "le", "la", "les", "l", "de", "du", "des", "d", "un", "une", "et", "a", "au", "aux", "en", "sur", "pour",
            "par", "dans", "the", "of", "and", "for", "in", "at", "on", "an", "to");
    private static final String[] ROMAN_TENS = {"", "x", "xx", "xxx"};
    private static final String[] ROMAN_ONES = {"", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"};
    private static final Map<String, String> ROMAN = roman();
    private static final int SHORTEST_PLURAL = 4;

    private final Map<String, String> sameWords;

    /** @param sameWords for a folded word in the singular, the one that it is compared as */
    NameWords(Map<String, String> sameWords) {
        this.sameWords = Map.copyOf(sameWords);
    }

    private static Map<String, String> roman() {
        Map<String, String> numbers = new java.util.HashMap<>();
        for (int i = 1; i < 40; i++) {
            numbers.put(ROMAN_TENS[i / 10] + ROMAN_ONES[i % 10], Integer.toString(i));
        }
        return Map.copyOf(numbers);
    }

    /** {@return the words that are compared, in their order; those that say nothing only if there are no others} */
    List<String> of(String text) {
        List<String> folded = folded(text);
        List<String> words = new ArrayList<>(folded.size());
        for (int i = 0; i < folded.size(); i++) {
            String word = folded.get(i);
            if (!SAYING_NOTHING.contains(word) || (i == folded.size() - 1 && words.isEmpty())) {
                words.add(compared(word, i == 0));
            }
        }
        return words;
    }

    private String compared(String word, boolean isFirst) {
        String number = word.length() > 1 || !isFirst ? ROMAN.get(word) : null;
        if (number != null) {
            return number;
        }
        if (Character.isDigit(word.charAt(0))) {
            return number(word);
        }
        String singular = singular(word);
        return sameWords.getOrDefault(singular, singular);
    }

    /** {@return the number without zeros before it, and without what makes it an ordinal} */
    private static String number(String word) {
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        int start = 0;
        while (start < end - 1 && word.charAt(start) == '0') {
            start++;
        }
        return word.substring(start, end);
    }

    /** {@return the words as one text: names with the same one are the same name} */
    String key(String text) {
        return String.join(" ", of(text));
    }

    static String singular(String word) {
        int last = word.length() - 1;
        boolean isPlural = word.length() >= SHORTEST_PLURAL && word.charAt(last) == 's' && word.charAt(last - 1) != 's';
        return isPlural ? word.substring(0, last) : word;
    }

    /** {@return all words without case, accents and ligatures; initials with points between them are one word} */
    static List<String> folded(String text) {
        String plain = plain(text);
        List<String> words = new ArrayList<>();
        int start = 0;
        while (start < plain.length()) {
            if (!Character.isLetterOrDigit(plain.charAt(start))) {
                start++;
                continue;
            }
            int end = end(plain, start);
            String word = plain.substring(start, end);
            boolean isElided = end < plain.length() && plain.charAt(end) == '\'' && ELIDED.contains(word);
            if (!isElided) {
                words.add(word.indexOf('.') < 0 ? word : word.replace(".", ""));
            }
            start = end;
        }
        return words;
    }

    private static int end(String plain, int start) {
        int end = start + 1;
        if (isInitial(plain, start)) {
            end = start + 2;
            while (end < plain.length() && isInitial(plain, end)) {
                end += 2;
            }
            boolean isLast = end < plain.length() && Character.isLetter(plain.charAt(end)) && isAlone(plain, end);
            return isLast ? end + 1 : end;
        }
        boolean isNumber = Character.isDigit(plain.charAt(start));
        while (end < plain.length() && Character.isLetterOrDigit(plain.charAt(end))) {
            if (Character.isDigit(plain.charAt(end))
                    && !isNumber
                    && end - start > 1
                    && !Character.isDigit(plain.charAt(end - 1))) {
                return end; // "paris12" is two words
            }
            end++;
        }
        return end;
    }

    /** {@return whether a letter that stands alone is followed by a point} */
    private static boolean isInitial(String plain, int at) {
        return Character.isLetter(plain.charAt(at)) && at + 1 < plain.length() && plain.charAt(at + 1) == '.';
    }

    private static boolean isAlone(String plain, int at) {
        return at + 1 == plain.length() || !Character.isLetterOrDigit(plain.charAt(at + 1));
    }

    /** {@return the text in small letters without accents, all apostrophes alike} */
    static String plain(String text) {
        boolean isAscii = text.chars().allMatch(character -> character < 128);
        String lower = text.toLowerCase(Locale.ROOT);
        if (isAscii) {
            return lower.replace('`', '\'');
        }
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(lower, Normalizer.Form.NFKD).codePoints().forEach(character -> fold(character, plain));
        return plain.toString();
    }

    private static void fold(int character, StringBuilder plain) {
        int type = Character.getType(character);
        if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
            return;
        }
        switch (character) {
            case 'œ' -> plain.append("oe");
            case 'æ' -> plain.append("ae");
            case 'ß' -> plain.append("ss");
            case 'ø' -> plain.append('o');
            case 'đ', 'ð' -> plain.append('d');
            case 'ł' -> plain.append('l');
            case 'ı' -> plain.append('i');
            case 'þ' -> plain.append("th");
            case '\u2019', '\u02BC', '\u2018', '\u00B4', '\u2032', '`' -> plain.append('\'');
            default -> plain.appendCodePoint(character);
        }
    }
}
