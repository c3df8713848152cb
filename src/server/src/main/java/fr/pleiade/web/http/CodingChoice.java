package fr.pleiade.web.http;

import fr.pleiade.quads.Coding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Chooses how an answer is compressed: the coding that the client likes best, the better one where it likes two alike.
 *
 * <p>Without a field nothing is compressed: everything would be acceptable, but who says nothing may understand nothing. Sending it as it
 * is ({@code identity}) is the last choice, unless the client weighs it higher; {@code identity;q=0}, or {@code *;q=0} alone, forbids it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3">RFC 9110, section 12.5.3</a>
 */
final class CodingChoice {
    /** The better one first. */
    private static final List<Coding> OURS = List.of(Coding.ZSTD, Coding.GZIP);

    private static final String IDENTITY = "identity";
    private static final String ANY = "*";

    private CodingChoice() {}

    /**
     * {@return the coding to use, or nothing for none}
     *
     * @throws Refusal with 406 if the client accepts no coding of ours and not the bytes as they are either
     */
    static Optional<Coding> of(List<String> fieldLines) {
        List<Preference> preferences = Preference.parse(fieldLines);
        Optional<Coding> best = Optional.empty();
        int bestWeight = 0;
        for (Coding coding : OURS) {
            int weight = weight(preferences, coding.token(), "x-" + coding.token());
            if (weight > bestWeight) {
                best = Optional.of(coding);
                bestWeight = weight;
            }
        }
        OptionalInt plain = named(preferences, IDENTITY);
        boolean isForbidden = plain.orElseGet(() -> named(preferences, ANY).orElse(1)) == 0;
        if (best.isEmpty() && isForbidden) {
            throw Refusal.of(406, "no-coding");
        }
        return plain.orElse(0) > bestWeight ? Optional.empty() : best;
    }

    /** The weight that is given to a coding, by this or an older name, else to all that are not named. */
    private static int weight(List<Preference> preferences, String name, String olderName) {
        OptionalInt named = named(preferences, name);
        OptionalInt older = named.isPresent() ? named : named(preferences, olderName);
        return older.orElseGet(() -> named(preferences, ANY).orElse(0));
    }

    private static OptionalInt named(List<Preference> preferences, String name) {
        return preferences.stream()
                .filter(preference -> preference.value().equals(name))
                .mapToInt(Preference::weight)
                .findFirst();
    }
}
