package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.MatchQuery;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.web.http.Refusal;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads batches of queries in either version of the protocol. */
final class QueryReader {
    /** A longer batch is refused. */
    static final int MOST_QUERIES = 500;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int USUAL_LIMIT = 10;
    private static final int MOST_CANDIDATES = 40;
    private static final int MOST_VALUES = 20;

    private final Service service;
    private final Properties properties;
    private final Types types;
    private final Map<String, String> knownTypes = new HashMap<>();
    private final Map<String, Optional<NameRules.Evidence>> knownProperties = new HashMap<>();

    QueryReader(Service service) {
        this.service = service;
        this.properties = new Properties(service);
        this.types = new Types(service.holdings());
    }

    /** {@return a JSON object} @throws Refusal with 400 if it is none */
    static JsonNode object(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            throw Refusal.of(400, "reconcile-json", String.valueOf(e.getOriginalMessage()));
        }
        throw Refusal.of(400, "reconcile-json", text.length() > 100 ? text.substring(0, 100) + "…" : text);
    }

    /**
     * {@return the queries of a batch of version 0.2}
     *
     * <pre>{@code {"q0": {"query": "…", "type": "…", "limit": 5, "properties": [{"pid": "…", "v": "…"}]}}}</pre>
     *
     * @throws Refusal with 400 if one is not as it should be, with 413 if there are too many
     */
    List<Asked> read02(JsonNode batch) {
        requireFew(batch.size());
        List<Asked> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : batch.properties()) {
            JsonNode query = entry.getValue();
            requireObject(query, entry.getKey());
            Builder builder = new Builder();
            builder.name(text(query, "query"));
            for (JsonNode property : list(query, "properties")) {
                requireObject(property, "properties");
                builder.property(text(property, "pid"), values(property.get("v")));
            }
            List<String> types = list(query, "type").stream().map(this::type).toList();
            String strict = text(query, "type_strict");
            boolean isAll = strict.equals("all");
            all.add(new Asked(
                    entry.getKey(),
                    builder.build(isAll ? types.stream().limit(1).toList() : types, limit(query)),
                    isAll ? types : List.of(),
                    strict.equals("should")));
        }
        return all;
    }

    /**
     * {@return the queries of a batch of the draft of 1.0}
     *
     * <pre>{@code {"queries": [{"type": "…", "limit": 5, "conditions": [{"matchType": "name", "propertyValue": "…"}]}]}}</pre>
     *
     * @throws Refusal with 400 if one is not as it should be, with 413 if there are too many
     */
    List<Asked> read10(JsonNode body) {
        JsonNode queries = body.get("queries");
        if (queries == null || !queries.isArray()) {
            throw Refusal.of(400, "reconcile-json", "\"queries\"");
        }
        requireFew(queries.size());
        List<Asked> all = new ArrayList<>();
        for (JsonNode query : queries) {
            requireObject(query, "queries");
            Builder builder = new Builder();
            for (JsonNode condition : list(query, "conditions")) {
                requireObject(condition, "conditions");
                JsonNode value = condition.has("propertyValue") ? condition.get("propertyValue") : condition.get("v");
                String property = condition.has("propertyId") ? text(condition, "propertyId") : text(condition, "pid");
                switch (text(condition, "matchType")) {
                    case "name" -> values(value).forEach(builder::name);
                    case "id" -> values(value).forEach(builder::id);
                    case "property" -> builder.property(property, values(value));
                    default -> throw Refusal.of(400, "reconcile-json", "\"matchType\": name, id, property");
                }
            }
            String type = text(query, "type");
            all.add(new Asked(
                    "",
                    builder.build(type.isEmpty() ? List.of() : List.of(type(query.get("type"))), limit(query)),
                    List.of(),
                    false));
        }
        return all;
    }

    private static void requireFew(int queries) {
        if (queries > MOST_QUERIES) {
            throw Refusal.of(413, "reconcile-batch", queries, MOST_QUERIES);
        }
    }

    private static void requireObject(JsonNode node, String where) {
        if (!node.isObject()) {
            throw Refusal.of(400, "reconcile-json", "\"" + where + "\"");
        }
    }

    /** {@return the class as it stands in the index, where it is written in short; one that is not there stays, and has no things} */
    private String type(JsonNode type) {
        String name = type.isObject() ? text(type, "id") : type.asString("");
        return knownTypes.computeIfAbsent(name, asked -> types.named(asked).orElse(asked));
    }

    private static int limit(JsonNode query) {
        JsonNode limit = query.get("limit");
        int wanted = limit == null || !limit.isNumber() ? USUAL_LIMIT : limit.asInt(USUAL_LIMIT);
        return Math.max(1, Math.min(wanted, MOST_CANDIDATES));
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.get(field);
        return value == null || value.isContainer() || value.isNull() ? "" : value.asString("");
    }

    private static List<JsonNode> list(JsonNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return List.of();
        }
        return value.isArray() ? value.valueStream().toList() : List.of(value);
    }

    /** {@return texts, numbers, and of things their IRIs and their names} */
    private static List<String> values(JsonNode value) {
        if (value == null || value.isNull()) {
            return List.of();
        }
        Stream<JsonNode> all = value.isArray() ? value.valueStream() : Stream.of(value);
        return all.flatMap(one ->
                        one.isObject() ? Stream.of(text(one, "id"), text(one, "name")) : Stream.of(one.asString("")))
                .filter(text -> !text.isBlank())
                .limit(MOST_VALUES)
                .toList();
    }

    /** Collects what one query says. */
    private final class Builder {
        private final List<String> names = new ArrayList<>();
        private final List<String> codes = new ArrayList<>();
        private final List<String> places = new ArrayList<>();
        private final List<String> hosts = new ArrayList<>();

        void name(String name) {
            if (!name.isBlank()) {
                names.add(name);
            }
        }

        void id(String id) {
            codes.add(id);
            names.add(id);
        }

        void property(String id, List<String> values) {
            Optional<NameRules.Evidence> evidence = knownProperties.computeIfAbsent(id, properties::evidence);
            if (evidence.isPresent()) {
                switch (evidence.get()) {
                    case NAME -> names.addAll(values);
                    case CODE -> codes.addAll(ofSystem(id, values));
                    case PLACE -> places.addAll(values);
                    case SITE -> values.forEach(value -> host(value).ifPresent(hosts::add));
                }
            }
        }

        /** A code in a column of one system is none of another. */
        private List<String> ofSystem(String property, List<String> values) {
            return properties
                    .system(property)
                    .map(system -> values.stream()
                            .map(value -> MatchQuery.code(system.slug(), value.replace('\n', ' ')))
                            .toList())
                    .orElse(values);
        }

        MatchQuery build(List<String> types, int limit) {
            List<String> kept = types.isEmpty() ? service.types() : types;
            return new MatchQuery(names, kept, codes, places, hosts, "", "", limit);
        }
    }

    private static Optional<String> host(String address) {
        try {
            String host = URI.create(address.strip()).getHost();
            String name = host == null ? address.strip() : host;
            return Optional.of(name.toLowerCase(Locale.ROOT).replaceFirst("^www\\.", ""));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }
}
