package fr.pleiade.mapping.bytes;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of a list, for those that are none of them: which may have been meant.
 *
 * <p>A column may have one in each row, so that what the list's own values are compared by is made once, when the first is asked for.
 * Thread-safe.
 */
public final class CodeList {
    /** In longer lists nothing is looked for: each value that is not of the list would be compared with all that are. */
    private static final int LONGEST = 500;

    private static final int LISTED = 6;

    private final Collection<String> list;
    private final Kept<String, Hint> hints = new Kept<>(this::find);
    private volatile @Nullable Forms forms;

    /** @param list the values, which do not change */
    public CodeList(Collection<String> list) {
        this.list = list;
    }

    /**
     * What is told of a value that is not in a list, as the end of a sentence.
     *
     * @param en in English; {@code ""} if there is nothing to tell
     * @param fr in French
     */
    public record Hint(String en, String fr) {
        public static final Hint NONE = new Hint("", "");
    }

    /**
     * What the values of a list are compared by.
     *
     * @param bySkeleton the first of those that look the same
     * @param byWords those that are the same but for capitals, accents, blanks and signs
     */
    private record Forms(Map<String, String> bySkeleton, Map<String, List<String>> byWords) {
        static Forms of(Collection<String> list) {
            Map<String, String> bySkeleton = new HashMap<>();
            list.forEach(value -> bySkeleton.putIfAbsent(Lookalike.skeleton(value), value));
            return new Forms(bySkeleton, list.stream().collect(Collectors.groupingBy(CodeList::words)));
        }
    }

    /** {@return the value that may have been meant, or those that there are if they are few} */
    public Hint hint(String value) {
        return list.size() > LONGEST ? Hint.NONE : hints.of(value);
    }

    private Hint find(String value) {
        Optional<Hint> nearest = nearest(value);
        if (nearest.isPresent() || list.size() > LISTED) {
            return nearest.orElse(Hint.NONE);
        }
        String all = String.join(", ", list.stream().sorted().toList());
        return new Hint("; it has " + all, " ; valeurs possibles : " + all);
    }

    private Optional<Hint> nearest(String value) {
        Forms known = forms();
        return Optional.ofNullable(known.bySkeleton().get(Lookalike.skeleton(value)))
                .map(candidate -> Lookalike.difference(value, candidate))
                .map(difference ->
                        new Hint("; " + difference, " ; une autre s'écrit presque de même (" + difference + ")"))
                .or(() -> meant(value, known).map(CodeList::meaning));
    }

    private Forms forms() {
        Forms known = forms;
        if (known == null) {
            known = Forms.of(list);
            forms = known;
        }
        return known;
    }

    /** {@return the value of a list of any length of which the given one is a slip of the pen, if it is of exactly one} */
    public static Hint slip(String value, Collection<String> list) {
        return Spelling.onlySlip(value, list).map(CodeList::meaning).orElse(Hint.NONE);
    }

    private static Hint meaning(String value) {
        return new Hint("; did you mean '" + value + "'?", " ; serait-ce « " + value + " » ?");
    }

    private Optional<String> meant(String value, Forms known) {
        String words = words(value);
        List<String> same = words.isEmpty() ? List.of() : known.byWords().getOrDefault(words, List.of());
        return same.size() == 1 ? Optional.of(same.get(0)) : Spelling.onlySlip(value, list);
    }

    /** {@return what is left of a text without capitals, accents, blanks and signs} */
    private static String words(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[^\\p{L}\\p{N}]+", "")
                .toLowerCase(Locale.ROOT);
    }
}
