package fr.pleiade.mapping.bytes;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What someone may have meant. */
public final class Spelling {
    private Spelling() {}

    /** {@return the known name that is most like the given one, if one is like it at all} */
    public static Optional<String> closest(String name, Collection<String> known) {
        int tolerance = Math.max(2, name.length() / 4);
        return known.stream()
                .filter(candidate -> distance(name, candidate) <= tolerance)
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /**
     * {@return the known name that the given one is surely a slip of the pen for: one or two letters are other, missing, too many or
     * exchanged with their neighbour, and the less of them the shorter the names are}
     */
    public static Optional<String> slip(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> isSlip(name, candidate))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** {@return the known name that the given one is surely a slip of the pen for, if no other one is as like it} */
    public static Optional<String> onlySlip(String name, Collection<String> known) {
        int least = Integer.MAX_VALUE;
        Optional<String> only = Optional.empty();
        for (String candidate : known) {
            if (isSlip(name, candidate)) {
                int distance = distance(name, candidate);
                only = distance < least ? Optional.of(candidate) : distance == least ? Optional.empty() : only;
                least = Math.min(least, distance);
            }
        }
        return only;
    }

    /** {@return whether one name is surely a slip of the pen for the other} */
    public static boolean isSlip(String name, String other) {
        int longest = Math.max(name.length(), other.length());
        int most = longest < 3 ? 0 : longest < 7 ? 1 : 2;
        return Math.abs(name.length() - other.length()) <= most && distance(name, other) <= most;
    }

    /**
     * {@return the number of characters to insert, delete, replace or exchange with the next one, capitals not minded}
     *
     * @see <a href="https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance">Optimal string alignment distance</a>
     */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] before = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
                if (isExchanged(a, i, b, j)) {
                    current[j] = Math.min(current[j], before[j - 2] + 1);
                }
            }
            before = previous;
            previous = current;
        }
        return previous[b.length()];
    }

    private static boolean isExchanged(String a, int i, String b, int j) {
        return i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
