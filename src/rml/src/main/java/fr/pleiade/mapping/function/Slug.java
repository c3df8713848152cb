package fr.pleiade.mapping.function;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names as parts of addresses: small letters and digits of ASCII, joined by hyphens.
 *
 * <p>A letter is never lost: one with marks loses the marks, one of the Latin script that has no such form is written as is usual, and
 * one that has no usual Latin form is invalid, so that two names that differ by it are not quietly the same.
 */
final class Slug {
    /** Letters of the Latin script that Unicode does not take apart, all small. */
    private static final Map<Integer, String> USUAL = usual();

    private Slug() {}

    static Outcome of(String value) {
        String apart = Normalizer.normalize(
                Normalizer.normalize(value, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        StringBuilder slug = new StringBuilder();
        boolean joins = false;
        for (int letter : apart.codePoints().toArray()) {
            String plain = plain(letter);
            if (!plain.isEmpty()) {
                slug.append(joins && !slug.isEmpty() ? "-" : "").append(plain);
                joins = false;
            } else if (Character.isLetterOrDigit(letter) && !isApostrophe(letter)) {
                return invalid(value, letter);
            } else {
                joins |= !isMark(letter);
            }
        }
        return slug.isEmpty() ? Outcome.NOTHING : Outcome.of(slug.toString());
    }

    /** {@return the letters or digits of ASCII that stand for a character; {@code ""} if there are none} */
    private static String plain(int character) {
        if (Character.isDigit(character)) {
            return String.valueOf(Character.digit(character, 10));
        }
        return character >= 'a' && character <= 'z' ? Character.toString(character) : USUAL.getOrDefault(character, "");
    }

    /** What Unicode calls a letter that modifies others is, once taken apart, an apostrophe or the like: it separates, as they do. */
    private static boolean isApostrophe(int character) {
        return Character.getType(character) == Character.MODIFIER_LETTER;
    }

    /** Accents, and characters that are not seen at all, do not separate. */
    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            case Character.FORMAT -> true;
            default -> false;
        };
    }

    private static Outcome invalid(String value, int letter) {
        return Outcome.invalid(
                "'%s' has the letter %s (U+%04X), which has no usual form in the letters a to z; give it one with fn:replace or fn:lookup",
                "« %s » contient la lettre %s (U+%04X), qui n'a pas de forme usuelle dans les lettres a à z ; lui en donner une par fn:replace ou fn:lookup",
                value,
                Character.toString(letter),
                letter);
    }

    private static Map<Integer, String> usual() {
        String pairs =
                "ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ŧ t ŋ ng ı i ĸ k ŉ n ſ s ƀ b ɓ b ƈ c ɖ d ɗ d ƒ f ɠ g ǥ g ɨ i ɩ i "
                        + "ƙ k ƚ l ɫ l ɲ n ƞ n ɵ o ƥ p ɽ r ʂ s ƭ t ʈ t ʉ u ʋ v ƴ y ɏ y ƶ z ʒ zh ə e ɛ e ɔ o ȷ j ɉ j ȼ c ɇ e ɍ r "
                        + "ⱥ a ⱦ t ᵽ p ẟ d ȿ s ɀ z ɣ g ʊ u ǝ e ɑ a ȣ ou ꜳ aa ĳ ij";
        String[] words = pairs.split(" ");
        Map<Integer, String> usual = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            usual.put(words[i].codePointAt(0), words[i + 1]);
        }
        return Map.copyOf(usual);
    }
}
