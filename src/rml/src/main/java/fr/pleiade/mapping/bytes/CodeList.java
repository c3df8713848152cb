package fr.pleiade.mapping.bytes;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The values of a list, for one that is none of them: which may have been meant. */
public final class CodeList {
    /** In longer lists nothing is looked for: each value that is not of the list would be compared with all that are. */
    private static final int LONGEST = 500;

    private static final int LISTED = 6;

    private CodeList() {}

    /**
     * What is told of a value that is not in a list, as the end of a sentence.
     *
     * @param en in English; {@code ""} if there is nothing to tell
     * @param fr in French
     */
    public record Hint(String en, String fr) {
        public static final Hint NONE = new Hint("", "");
    }

    /** {@return the value that may have been meant, or those that there are if they are few} */
    public static Hint hint(String value, Collection<String> list) {
        if (list.size() > LONGEST) {
            return Hint.NONE;
        }
        Optional<Hint> nearest = nearest(value, list);
        if (nearest.isPresent() || list.size() > LISTED) {
            return nearest.orElse(Hint.NONE);
        }
        String all = String.join(", ", list.stream().sorted().toList());
        return new Hint("; it has " + all, " ; valeurs possibles : " + all);
    }

    private static Optional<Hint> nearest(String value, Collection<String> list) {
        Optional<Hint> unseen = Lookalike.difference(value, list)
                .map(difference ->
                        new Hint("; " + difference, " ; une autre s'écrit presque de même (" + difference + ")"));
        return unseen.or(() -> meant(value, list).map(CodeList::meaning));
    }

    /** {@return the value of a list of any length of which the given one is a slip of the pen, if it is of exactly one} */
    public static Hint slip(String value, Collection<String> list) {
        return Spelling.onlySlip(value, list).map(CodeList::meaning).orElse(Hint.NONE);
    }

    private static Hint meaning(String value) {
        return new Hint("; did you mean '" + value + "'?", " ; serait-ce « " + value + " » ?");
    }

    private static Optional<String> meant(String value, Collection<String> list) {
        String words = words(value);
        List<String> same = words.isEmpty()
                ? List.of()
                : list.stream().filter(other -> words(other).equals(words)).toList();
        return same.size() == 1 ? Optional.of(same.get(0)) : Spelling.onlySlip(value, list);
    }

    /** {@return what is left of a text without capitals, accents, blanks and signs} */
    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
