package fr.pleiade.web.reconcile;

import fr.pleiade.identifiers.IdentifierSystem;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.web.http.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Gives values of properties of things that were reconciled. */
final class Extension {
    private static final int MOST_CELLS = 20_000;
    private static final int DAY = 10;
    private static final Set<String> INTEGERS = Set.of(
            Vocabulary.XSD + "integer",
            Vocabulary.XSD + "int",
            Vocabulary.XSD + "long",
            Vocabulary.XSD + "short",
            Vocabulary.XSD + "nonNegativeInteger",
            Vocabulary.XSD + "positiveInteger");
    private static final Set<String> NUMBERS =
            Set.of(Vocabulary.XSD + "decimal", Vocabulary.XSD + "double", Vocabulary.XSD + "float");

    private final Service service;
    private final Properties properties;

    Extension(Service service) {
        this.service = service;
        this.properties = new Properties(service);
    }

    /**
     * A property that is asked for.
     *
     * @param system the notation of the system whose codes it gives, or {@code ""} if it is a property that things have
     * @param limit how many of its values; 0 for all
     */
    private record Wanted(String id, String system, int limit) {
        boolean isOfSystem() {
            return !system.isEmpty();
        }
    }

    /** {@return the answer of version 0.2: rows by thing and property} @throws Refusal if the query is not as it should be */
    Map<String, Object> answer02(JsonNode query) {
        List<Wanted> wanted = wanted(query);
        Map<String, Object> rows = new LinkedHashMap<>();
        for (String id : ids(query, wanted)) {
            Map<String, Object> row = new LinkedHashMap<>();
            List<List<Map<String, Object>>> cells = cells(id, wanted);
            for (int i = 0; i < cells.size(); i++) {
                row.put(wanted.get(i).id(), cells.get(i));
            }
            rows.put(id, row);
        }
        return Map.of("meta", meta(wanted), "rows", rows);
    }

    /** {@return the answer of the draft of 1.0: a list of rows} @throws Refusal if the query is not as it should be */
    Map<String, Object> answer10(JsonNode query) {
        List<Wanted> wanted = wanted(query);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String id : ids(query, wanted)) {
            List<Map<String, Object>> properties = new ArrayList<>();
            List<List<Map<String, Object>>> cells = cells(id, wanted);
            for (int i = 0; i < cells.size(); i++) {
                properties.add(Map.of("id", wanted.get(i).id(), "values", cells.get(i)));
            }
            rows.add(Map.of("id", id, "properties", properties));
        }
        return Map.of("meta", meta(wanted), "rows", rows);
    }

    private List<Map<String, Object>> meta(List<Wanted> wanted) {
        return wanted.stream()
                .map(property -> Map.<String, Object>of("id", property.id(), "name", properties.name(property.id())))
                .toList();
    }

    private List<Wanted> wanted(JsonNode query) {
        JsonNode all = query.get("properties");
        if (all == null || !all.isArray()) {
            throw Refusal.of(400, "reconcile-json", "\"properties\"");
        }
        List<Wanted> wanted = new ArrayList<>();
        for (JsonNode property : all) {
            JsonNode id = property.get("id");
            if (id == null || id.isContainer()) {
                throw Refusal.of(400, "reconcile-json", "\"properties\": \"id\"");
            }
            String name = id.asString("");
            wanted.add(new Wanted(
                    name,
                    properties.system(name).map(IdentifierSystem::slug).orElse(""),
                    Math.max(0, property.at("/settings/limit").asInt(0))));
        }
        return wanted;
    }

    private static List<String> ids(JsonNode query, List<Wanted> wanted) {
        JsonNode ids = query.get("ids");
        if (ids == null || !ids.isArray()) {
            throw Refusal.of(400, "reconcile-json", "\"ids\"");
        }
        if ((long) ids.size() * Math.max(1, wanted.size()) > MOST_CELLS) {
            throw Refusal.of(413, "reconcile-batch", ids.size(), MOST_CELLS / Math.max(1, wanted.size()));
        }
        return ids.valueStream().map(id -> id.asString("")).distinct().toList();
    }

    /** {@return the values of each of the properties, in their order; what is said of the thing is looked up once} */
    private List<List<Map<String, Object>>> cells(String id, List<Wanted> wanted) {
        Holdings.Said said = service.holdings().said(id);
        List<NamedThing.Code> codes = wanted.stream().noneMatch(Wanted::isOfSystem)
                ? List.of()
                : service.names().find(id).map(NamedThing::codes).orElse(List.of());
        return wanted.stream()
                .map(property -> {
                    Stream<Map<String, Object>> values = property.isOfSystem()
                            ? codes(codes, property.system())
                            : said.values(property.id()).stream().map(this::value);
                    return (property.limit() == 0 ? values : values.limit(property.limit())).toList();
                })
                .toList();
    }

    private static Stream<Map<String, Object>> codes(List<NamedThing.Code> codes, String system) {
        return codes.stream().filter(code -> code.system().equals(system)).map(code -> Map.of("str", code.code()));
    }

    private Map<String, Object> value(Term term) {
        if (!(term instanceof Term.Literal literal)) {
            return Map.of("id", term.text(), "name", service.name(term.text()));
        }
        String text = literal.text();
        String datatype = literal.datatype();
        if (INTEGERS.contains(datatype) && text.matches("[+-]?\\d{1,18}")) {
            return Map.of("int", new BigInteger(text));
        }
        if (NUMBERS.contains(datatype) && text.matches("[+-]?\\d{1,15}(\\.\\d{1,15})?")) {
            return Map.of("float", Double.valueOf(text));
        }
        if (datatype.equals(Vocabulary.XSD + "date") && text.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
            return Map.of("date", text.substring(0, DAY) + "T00:00:00Z");
        }
        boolean isTime = datatype.equals(Vocabulary.XSD + "dateTime")
                && text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)?");
        return isTime ? Map.of("date", text) : Map.of("str", text);
    }
}
