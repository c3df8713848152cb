package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NameQuery;
import fr.pleiade.linking.names.NameResults;
import fr.pleiade.web.served.Lexicon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What may be meant by the beginning of a word, of things, properties and classes. */
final class Suggestions {
    private static final int MOST = 20;
    private static final int MOST_PASSED_OVER = 1_000;

    private final Service service;

    Suggestions(Service service) {
        this.service = service;
    }

    /** @param cursor how many to pass over */
    List<Map<String, Object>> entities(String prefix, int cursor) {
        List<NameQuery.Filter> filters = service.types().stream()
                .map(type -> new NameQuery.Filter(NameQuery.TYPE, type))
                .toList();
        return service.names().suggest(prefix, filters, MOST + Math.min(cursor, MOST_PASSED_OVER)).stream()
                .skip(cursor)
                .map(this::entity)
                .toList();
    }

    private Map<String, Object> entity(NameResults.Hit hit) {
        Map<String, Object> json = new LinkedHashMap<>();
        String name = Reconciliation.name(hit.thing(), service.locale());
        json.put("id", hit.thing().iri());
        json.put("name", name);
        if (!hit.matched().text().equals(name)) {
            json.put("description", hit.matched().text());
        }
        json.put(
                "notable",
                hit.thing().types().stream()
                        .map(type -> Map.of("id", type, "name", service.name(type)))
                        .toList());
        return json;
    }

    /** {@return the properties whose name, or whose IRI's last part, has a part that begins so; all for an empty one} */
    List<Map<String, Object>> properties(String prefix, int cursor) {
        return new Properties(service)
                .of("").stream()
                        .filter(property -> isMeant(property.id(), property.name(), prefix))
                        .skip(cursor)
                        .limit(MOST)
                        .map(property -> json(property.id(), property.name()))
                        .toList();
    }

    List<Map<String, Object>> types(String prefix, int cursor) {
        return new Types(service.holdings())
                .all().stream()
                        .map(NameResults.Count::value)
                        .filter(type -> isMeant(type, service.name(type), prefix))
                        .skip(cursor)
                        .limit(MOST)
                        .map(type -> json(type, service.name(type)))
                        .toList();
    }

    private Map<String, Object> json(String id, String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("name", name);
        service.holdings().meaning(id, service.locale()).ifPresent(meaning -> json.put("description", meaning));
        return json;
    }

    private boolean isMeant(String id, String name, String prefix) {
        String begin = prefix.strip().toLowerCase(Locale.ROOT);
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith(begin)
                || lower.contains(" " + begin)
                || id.equalsIgnoreCase(begin)
                || service.holdings().shorten(id).toLowerCase(Locale.ROOT).startsWith(begin)
                || Lexicon.lastPart(id).toLowerCase(Locale.ROOT).startsWith(begin);
    }
}
