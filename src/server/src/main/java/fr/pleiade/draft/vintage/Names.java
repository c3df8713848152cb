package fr.pleiade.draft.vintage;

import fr.pleiade.quality.csv.Looks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How like two headers are, by their words: {@code town_id} and {@code Code of the town} have one in common. */
final class Names {
    private static final Set<String> NOTHING =
            Set.of("de", "du", "des", "d", "la", "le", "les", "l", "et", "of", "the", "a", "s");
    private static final Set<String> CODES =
            Set.of("code", "id", "identifiant", "numero", "identifier", "cod", "num", "no");
    private static final Set<String> LABELS = Set.of("nom", "libelle", "lib", "name", "label", "intitule");
    private static final int SHORTEST = 3;

    private Names() {}

    /** {@return from 0, nothing in common, to 1, the same words; more for the same year among them, less than 0 for different years} */
    static double likeness(String one, String other) {
        Optional<String> year = year(one);
        Optional<String> otherYear = year(other);
        if (year.isPresent() && otherYear.isPresent() && !year.equals(otherYear)) {
            return -1;
        }
        List<String> words = words(one);
        List<String> others = words(other);
        int all = words.size() + others.size();
        int common = 0;
        for (String word : words) {
            Optional<String> found =
                    others.stream().filter(name -> areAlike(word, name)).findFirst();
            if (found.isPresent()) {
                others.remove(found.get());
                common++;
            }
        }
        double share = all == 0 ? 0 : 2.0 * common / all;
        return year.isPresent() && year.equals(otherYear) && common > 1 ? (1 + share) / 2 : share;
    }

    /** {@return whether two headers are the same words} */
    static boolean areSame(String one, String other) {
        return Looks.words(one).equals(Looks.words(other));
    }

    private static boolean areAlike(String word, String other) {
        return word.equals(other)
                || CODES.contains(word) && CODES.contains(other)
                || LABELS.contains(word) && LABELS.contains(other)
                || Math.min(word.length(), other.length()) >= SHORTEST
                        && !isNumber(word)
                        && (word.startsWith(other) || other.startsWith(word));
    }

    private static boolean isNumber(String word) {
        return word.chars().allMatch(Character::isDigit);
    }

    private static List<String> words(String header) {
        List<String> words = new ArrayList<>(Arrays.asList(Looks.words(header).split(" ")));
        words.removeIf(word -> word.isEmpty() || NOTHING.contains(word));
        return words;
    }

    /** {@return the first year that a header names} */
    private static Optional<String> year(String header) {
        return Arrays.stream(Looks.words(header).split(" "))
                .filter(word -> word.matches("(?:19|20)[0-9]{2}"))
                .findFirst();
    }
}
