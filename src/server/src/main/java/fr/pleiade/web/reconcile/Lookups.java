package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.web.http.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.web.util.HtmlUtils;

/** What is looked up besides batches: proposed properties, suggestions, and a few lines about one thing. */
final class Lookups {
    private static final int MOST_PROPOSED = 100;

    private final Service service;

    Lookups(Service service) {
        this.service = service;
    }

    /** {@return properties by which a column may be extended} */
    Map<String, Object> propose(Query query) {
        String type = query.parameter("type").orElse("");
        int limit = query.parameter("limit")
                .filter(text -> text.matches("[1-9]\\d{0,5}"))
                .map(Integer::valueOf)
                .orElse(MOST_PROPOSED);
        Map<String, Object> answer = new LinkedHashMap<>();
        String iri = type.isEmpty()
                ? type
                : new Types(service.holdings()).named(type).orElse(type);
        answer.put(
                "properties",
                new Properties(service).of(iri).stream().limit(limit).toList());
        if (!type.isEmpty()) {
            answer.put("type", type);
        }
        answer.put("limit", limit);
        return answer;
    }

    /** {@return what may be meant by a beginning} @param kind {@code entity}, {@code property} or {@code type}; of others, nothing */
    Optional<Map<String, Object>> suggest(String kind, Query query) {
        Suggestions suggestions = new Suggestions(service);
        String prefix = query.parameter("prefix").orElse("");
        int cursor = query.parameter("cursor")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(Integer::valueOf)
                .orElse(0);
        return switch (kind) {
            case "entity" -> Optional.of(Map.of("result", suggestions.entities(prefix, cursor)));
            case "property" -> Optional.of(Map.of("result", suggestions.properties(prefix, cursor)));
            case "type" -> Optional.of(Map.of("result", suggestions.types(prefix, cursor)));
            default -> Optional.empty();
        };
    }

    /** {@return a few lines in HTML} @param kind {@code entity}, {@code property} or {@code type}; of others, and of no thing, nothing */
    Optional<Map<String, Object>> flyout(String kind, String id) {
        String name;
        String meaning;
        if (kind.equals("entity")) {
            Optional<NamedThing> thing = service.names().find(id);
            if (thing.isEmpty()) {
                return Optional.empty();
            }
            name = Reconciliation.name(thing.get(), service.locale());
            meaning = String.join(
                    ", ", thing.get().types().stream().map(service::name).toList());
        } else if (List.of("property", "type").contains(kind)) {
            name = new Properties(service).name(id);
            meaning = service.holdings().meaning(id, service.locale()).orElse("");
        } else {
            return Optional.empty();
        }
        String html = "<p><strong>" + HtmlUtils.htmlEscape(name) + "</strong></p><p>" + HtmlUtils.htmlEscape(meaning)
                + "</p>";
        return Optional.of(Map.of("id", id, "html", html));
    }
}
