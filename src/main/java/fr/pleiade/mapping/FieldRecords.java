package fr.pleiade.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the text of a field apart into the records of the fields nested in it; for one thread. */
final class FieldRecords {
    private final Map<String, JsonPath> paths = new HashMap<>();
    private final Consumer<String> problems;

    /** @param problems told of each text that is not JSON although it should be */
    FieldRecords(Consumer<String> problems) {
        this.problems = problems;
    }

    /** {@return a record for each text, columns by name, combined with those of the nested fields; an empty one if there is none} */
    List<Map<String, String>> ofTexts(View.Field field, String parent, List<String> texts) {
        String name = parent + field.name();
        List<Map<String, String>> records = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            List<Map<String, String>> record = List.of(Map.of(name, texts.get(i), name + ".#", String.valueOf(i)));
            if (!field.nested().isEmpty()) {
                record = combined(record, ofJson(field.nested(), name + ".", texts.get(i)));
            }
            records.addAll(record);
        }
        return records.isEmpty() ? List.of(Map.of()) : records;
    }

    private List<Map<String, String>> ofJson(List<View.Field> fields, String parent, String text) {
        Json value;
        try {
            value = Json.parse(text);
        } catch (IllegalArgumentException e) {
            problems.accept(String.valueOf(e.getMessage()));
            return List.of(Map.of());
        }
        return ofValue(fields, parent, value);
    }

    private List<Map<String, String>> ofValue(List<View.Field> fields, String parent, Json value) {
        List<Map<String, String>> records = List.of(Map.of());
        for (View.Field field : fields) {
            records = combined(
                    records,
                    field.formulation() == View.Formulation.JSON
                            ? iterated(field, parent, value)
                            : ofTexts(field, parent, texts(field.expression().get(0), value)));
        }
        return records;
    }

    private List<Map<String, String>> iterated(View.Field field, String parent, Json value) {
        String name = parent + field.name();
        List<Map<String, String>> records = new ArrayList<>();
        List<Json> values = value.at(path(field.iterator()));
        for (int i = 0; i < values.size(); i++) {
            records.addAll(combined(
                    List.of(Map.of(name + ".#", String.valueOf(i))),
                    ofValue(field.nested(), name + ".", values.get(i))));
        }
        return records.isEmpty() ? List.of(Map.of()) : records;
    }

    /** {@return an expression's values, its references being paths into a JSON value} */
    private List<String> texts(Expression expression, Json value) {
        if (expression instanceof Reference reference) {
            return value.at(path(reference.column())).stream()
                    .filter(found -> found.kind() != Json.Kind.NULL)
                    .map(Json::text)
                    .toList();
        }
        if (expression instanceof Template template) {
            return filled(template, value);
        }
        return expression instanceof Constant constant ? List.of(constant.term().text()) : List.of();
    }

    private List<String> filled(Template template, Json value) {
        List<String> filled = List.of("");
        for (Template.Segment segment : template.segments()) {
            List<String> parts = segment.isText()
                    ? List.of(segment.text())
                    : texts(segment.reference().get(0), value);
            filled = filled.stream()
                    .flatMap(start -> parts.stream().map(part -> start + part))
                    .toList();
        }
        return filled;
    }

    private JsonPath path(String path) {
        return paths.computeIfAbsent(path, JsonPath::parse);
    }

    /** {@return every pair of a left and a right record, as one} */
    static List<Map<String, String>> combined(List<Map<String, String>> left, List<Map<String, String>> right) {
        List<Map<String, String>> combined = new ArrayList<>();
        for (Map<String, String> row : left) {
            for (Map<String, String> more : right) {
                Map<String, String> both = new LinkedHashMap<>(row);
                both.putAll(more);
                combined.add(both);
            }
        }
        return combined;
    }
}
