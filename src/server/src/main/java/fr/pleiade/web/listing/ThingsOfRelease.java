package fr.pleiade.web.listing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.pleiade.web.served.PerRelease;
import fr.pleiade.web.served.Served;
import fr.pleiade.web.shape.PageShapes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The things of each type of the releases that are served, found when they are first asked for, and their tables, of which the last are
 * kept in {@value #MOST_BYTES} bytes. Thread-safe.
 */
@Component
final class ThingsOfRelease {
    private static final int MOST_BYTES = 24 << 20;
    private static final Things NONE = new Things(List.of(), "", false);

    private final PerRelease<Map<String, Things>> known = new PerRelease<>(release -> new ConcurrentHashMap<>());
    private final PageShapes shapes;
    private final Cache<String, SortableTable> tables = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((String key, SortableTable table) -> table.weight())
            .executor(Runnable::run) // in this thread, so that there is never more than the capacity
            .build();

    ThingsOfRelease(PageShapes shapes) {
        this.shapes = shapes;
    }

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

    /** {@return the table of all things of a type} */
    SortableTable table(Served content, String type, Locale locale) {
        String key = String.join(" ", content.release().id(), locale.getLanguage(), type);
        return tables.get(
                key,
                any -> new SortableTable(
                        ThingTable.of(of(content, type, locale).iris(), content, shapes.of(content.release()), locale),
                        locale));
    }
}
