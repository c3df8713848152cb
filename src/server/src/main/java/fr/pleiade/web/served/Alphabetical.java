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
    /** Of names it is remembered how they compare, in so many bytes: to work it out takes microseconds, for each again on each page. */
    private static final int MOST_BYTES = 8 << 20;

    /** Of an entry, beside its characters. */
    private static final int OVERHEAD = 200;

    /** With its key, which has some bytes for each of them. */
    private static final int BYTES_OF_CHARACTER = 10;

    private static final Cache<Name, CollationKey> KEYS = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Name name, CollationKey key) ->
                    OVERHEAD + BYTES_OF_CHARACTER * name.text().length())
            .executor(Runnable::run) // in this thread, so that there is never more than the capacity
            .build();

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
