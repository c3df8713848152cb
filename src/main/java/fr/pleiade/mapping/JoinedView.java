package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a view that are joined to another one's, in memory, by the values that join them. */
final class JoinedView {
    private final View.Join join;
    private final Map<List<String>, List<Map<String, String>>> byKey = new HashMap<>();

    private JoinedView(View.Join join) {
        this.join = join;
    }

    static JoinedView read(View.Join join, Execution execution) {
        JoinedView joined = new JoinedView(join);
        try (Rows rows = execution.open(join.parent())) {
            Binding binding = new Binding(execution, join.parent(), rows.header());
            List<Values> keys = join.conditions().stream()
                    .map(condition -> condition.parent().bind(binding))
                    .toList();
            List<Values> fields = join.fields().stream()
                    .map(field -> field.expression().get(0).bind(binding))
                    .toList();
            binding.verify();
            RowScope scope = new RowScope(new Row(binding.nulls()), binding);
            for (Optional<RowBlock> block = rows.nextBlock(); block.isPresent(); block = rows.nextBlock()) {
                scope.beginBlock(block.get().number());
                while (block.get().next(scope.row())) {
                    scope.nextRow();
                    joined.add(keys, fields, scope);
                }
                block.get().recycle();
            }
            execution.read(rows);
        }
        return joined;
    }

    private void add(List<Values> keys, List<Values> fields, RowScope scope) {
        Map<String, String> columns = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            String name = join.fields().get(i).name();
            fields.get(i).of(scope).stream().findFirst().ifPresent(value -> columns.put(name, value.text()));
        }
        List<String> key = keys.stream()
                .flatMap(values -> values.of(scope).stream())
                .map(Value::text)
                .toList();
        if (key.size() == keys.size()) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(columns);
        }
    }

    /** {@return the rows with the columns of those that belong to them, once for each of these} */
    List<Map<String, String>> joined(List<Map<String, String>> rows) {
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, String> row : rows) {
            List<Map<String, String>> matches = byKey.getOrDefault(key(row), List.of());
            for (int i = 0; i < matches.size(); i++) {
                all.add(with(row, matches.get(i), i));
            }
            if (matches.isEmpty() && join.unmatched() == View.Unmatched.KEPT) {
                all.add(row);
            }
        }
        return all;
    }

    private static Map<String, String> with(Map<String, String> row, Map<String, String> match, int position) {
        Map<String, String> both = new LinkedHashMap<>(row);
        match.forEach((name, value) -> {
            both.put(name, value);
            both.put(name + ".#", String.valueOf(position));
        });
        return both;
    }

    /** A row in which a value is missing has a key that no other one has. */
    private List<String> key(Map<String, String> row) {
        return join.conditions().stream()
                .flatMap(condition -> new RowTexts(row).of(condition.child()).stream())
                .toList();
    }

    /** The values of an expression in a row whose columns are known by name. */
    private record RowTexts(Map<String, String> row) {
        List<String> of(Expression expression) {
            if (expression instanceof Reference reference) {
                return Optional.ofNullable(row.get(reference.column())).stream().toList();
            }
            if (expression instanceof Template template) {
                boolean complete = template.references().stream().allMatch(r -> row.containsKey(r.column()));
                return complete ? List.of(filled(template)) : List.of();
            }
            return expression instanceof Constant constant
                    ? List.of(constant.term().text())
                    : List.of();
        }

        private String filled(Template template) {
            StringBuilder filled = new StringBuilder();
            template.segments()
                    .forEach(segment -> filled.append(
                            segment.isText()
                                    ? segment.text()
                                    : row.getOrDefault(
                                            segment.reference().get(0).column(), "")));
            return filled.toString();
        }
    }
}
