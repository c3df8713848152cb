package fr.pleiade.web.listing;

import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The things of each type of the releases that are served, found when they are first asked for. Thread-safe. */
@Component
final class ThingsOfRelease {
    private static final Things NONE = new Things(List.of(), false);

    private final PerRelease<Map<String, Things>> known = new PerRelease<>(release -> new ConcurrentHashMap<>());

    /** {@return the things of a type; what there are is kept, and what there is nothing of is not, so that nobody fills the memory with it} */
    Things of(Served content, String type, Locale locale) {
        Map<String, Things> kept = known.of(content.release());
        String key = locale.getLanguage() + " " + type;
        Things found = kept.getOrDefault(key, NONE);
        if (found.iris().isEmpty()) {
            found = Things.of(content, type, locale);
            if (!found.iris().isEmpty()) {
                kept.put(key, found);
            }
        }
        return found;
    }
}
