package fr.pleiade.web.served;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.text.CollationKey;
import java.text.Collator;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Things in the order in which the readers of a language look for their names: {@code École} before {@code Faculté}. */
public final class Alphabetical {
    /** Of as many names it is remembered how they compare: some megabytes. To work it out takes microseconds, for each again on each page. */
    private static final int MOST_NAMES = 20_000;

    private static final Cache<Name, CollationKey> KEYS =
            Caffeine.newBuilder().maximumSize(MOST_NAMES).build();

    private Alphabetical() {}

    private record Name(String text, Locale locale) {}

    /** A thing, and its name as bytes that are compared at once: a collator reads two names again each time, from their beginnings. */
    private record Named<T>(T thing, CollationKey key) {}

    /** {@return the things by their names; those of one name stay as they are} */
    public static <T> List<T> sorted(Collection<T> things, Function<? super T, String> name, Locale locale) {
        return sorted(things, name, (one, other) -> 0, locale);
    }

    /** {@return the things by their names; those of one name as said} */
    public static <T> List<T> sorted(
            Collection<T> things, Function<? super T, String> name, Comparator<? super T> ofOneName, Locale locale) {
        Collator collator = Collator.getInstance(locale); // one for each call, for it is not thread-safe
        return things.stream()
                .map(thing -> new Named<>(
                        thing,
                        KEYS.get(new Name(name.apply(thing), locale), it -> collator.getCollationKey(it.text()))))
                .sorted(Comparator.comparing((Named<T> named) -> named.key()).thenComparing(Named::thing, ofOneName))
                .map(Named::thing)
                .toList();
    }
}
