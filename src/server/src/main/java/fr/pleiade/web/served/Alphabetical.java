package fr.pleiade.web.served;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Things in the order in which the readers of a language look for their names: {@code École} before {@code Faculté}. */
public final class Alphabetical {
    private Alphabetical() {}

    /** A thing, and its name as bytes that are compared at once: a collator reads two names again each time, from their beginnings. */
    private record Named<T>(T thing, CollationKey key) {}

    /** {@return the things by their names; those of one name stay as they are} */
    public static <T> List<T> sorted(Collection<T> things, Function<? super T, String> name, Locale locale) {
        return sorted(things, name, (one, other) -> 0, locale);
    }

    /** {@return the things by their names; those of one name as said} */
    public static <T> List<T> sorted(
            Collection<T> things, Function<? super T, String> name, Comparator<? super T> ofOneName, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return things.stream()
                .map(thing -> new Named<>(thing, collator.getCollationKey(name.apply(thing))))
                .sorted(Comparator.comparing((Named<T> named) -> named.key()).thenComparing(Named::thing, ofOneName))
                .map(Named::thing)
                .toList();
    }
}
