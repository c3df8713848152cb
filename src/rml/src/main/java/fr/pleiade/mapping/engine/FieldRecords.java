package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.FreshNode;
import fr.pleiade.mapping.model.FunctionCall;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.Unnamed;
import fr.pleiade.mapping.model.View;
import fr.pleiade.sources.json.Json;
import fr.pleiade.sources.json.JsonPath;
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
        return expression.match(new Within(value));
    }

    /** Expressions as the texts that they give for a JSON value. */
    private final class Within implements Expression.Cases<List<String>> {
        private final Json value;

        Within(Json value) {
            this.value = value;
        }

        @Override
        public List<String> constant(Constant constant) {
            return List.of(constant.term().text());
        }

        @Override
        public List<String> reference(Reference reference) {
            return value.at(path(reference.column())).stream()
                    .filter(found -> found.kind() != Json.Kind.NULL)
                    .map(Json::text)
                    .toList();
        }

        @Override
        public List<String> template(Template template) {
            List<String> filled = List.of("");
            for (Template.Segment segment : template.segments()) {
                List<String> parts = segment.isText()
                        ? List.of(segment.text())
                        : reference(segment.reference().get(0));
                filled = filled.stream()
                        .flatMap(start -> parts.stream().map(part -> start + part))
                        .toList();
            }
            return filled;
        }

        @Override
        public List<String> call(FunctionCall call) {
            throw new IllegalStateException("a function inside JSON, which reading the mapping refuses");
        }

        @Override
        public List<String> freshNode(FreshNode node) {
            return List.of();
        }

        @Override
        public List<String> unnamed(Unnamed graph) {
            return List.of();
        }
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
