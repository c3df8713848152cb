package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.function.Value;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.ReferencingObjectMap.Join;
import fr.pleiade.mapping.model.View;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.mapping.term.Values;
import fr.pleiade.sources.ParsedBlock;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.Rows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The rows of a view that are joined to another one's, in memory, by the values that join them.
 *
 * <p>A row in which a value is missing belongs to no other; one with several values belongs to the rows of each.
 */
final class JoinedView {
    private final View.Join join;
    private final Execution execution;
    private final List<String> header;
    private final RowScope child;
    private final List<Values> childKeys;
    private final List<List<Map<String, String>>> matches = new ArrayList<>();
    private final Map<List<String>, List<Integer>> byKey = new HashMap<>();

    private JoinedView(View.Join join, Execution execution, Binding rows, List<String> header) {
        this.join = join;
        this.execution = execution;
        this.header = header;
        this.child = new RowScope(new Row(List.of()), rows);
        this.childKeys = join.conditions().stream()
                .map(condition -> rows.values(condition.child()))
                .toList();
    }

    /** Reads what is to be joined to the rows of a view, which have the columns of the header. */
    static JoinedView read(View.Join join, Execution execution, LogicalSource view, List<String> header) {
        Binding rows = execution.bind(view, header);
        JoinedView joined = new JoinedView(join, execution, rows, header);
        rows.verify();
        joined.readParent();
        return joined;
    }

    private void readParent() {
        try (Rows rows = execution.open(join.parent())) {
            Binding binding = execution.bind(join.parent(), rows.header());
            List<Values> keys = join.conditions().stream()
                    .map(Join::parent)
                    .map(binding::values)
                    .toList();
            List<Values> fields = join.fields().stream()
                    .map(field -> binding.values(field.expression().get(0)))
                    .toList();
            binding.verify();
            RowScope scope = new RowScope(new Row(binding.nulls()), binding);
            for (Optional<RowBlock> block = rows.nextBlock(); block.isPresent(); block = rows.nextBlock()) {
                scope.beginBlock();
                while (block.get().next(scope.row())) {
                    scope.nextRow();
                    add(keys, fields, scope);
                }
                scope.findings().forEach(execution::found);
                block.get().recycle();
            }
            execution.read(rows);
        }
    }

    private void add(List<Values> keys, List<Values> fields, RowScope scope) {
        List<List<String>> rowKeys = keys(keys, scope);
        if (rowKeys.isEmpty()) {
            return;
        }
        for (List<String> key : rowKeys) {
            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(matches.size());
        }
        List<Map<String, String>> columns = List.of(Map.of());
        for (int i = 0; i < fields.size(); i++) {
            String name = join.fields().get(i).name();
            List<Map<String, String>> alternatives = fields.get(i).of(scope).stream()
                    .map(value -> Map.of(name, value.text()))
                    .toList();
            columns = alternatives.isEmpty() ? columns : FieldRecords.combined(columns, alternatives);
        }
        matches.add(columns);
    }

    /** {@return every combination of the values that join a row; none if one is missing} */
    private static List<List<String>> keys(List<Values> parts, RowScope scope) {
        List<List<String>> keys = List.of(List.of());
        for (Values part : parts) {
            List<List<String>> longer = new ArrayList<>();
            for (Value value : part.of(scope)) {
                for (List<String> key : keys) {
                    List<String> extended = new ArrayList<>(key);
                    extended.add(value.text());
                    longer.add(extended);
                }
            }
            keys = longer;
        }
        return keys.stream().distinct().toList();
    }

    /** {@return the rows made of one line, with the columns of those that belong to them, once for each of these} */
    List<Map<String, String>> joined(List<Map<String, String>> rows, long line) {
        ParsedBlock block = new ParsedBlock(0);
        rows.forEach(row -> block.add(
                line,
                header.stream().map(name -> Optional.ofNullable(row.get(name))).toList()));
        block.setSourceBytes(0);
        child.beginBlock();
        List<Map<String, String>> all = new ArrayList<>();
        for (Map<String, String> row : rows) {
            block.next(child.row());
            child.nextRow();
            List<Map<String, String>> found = matches();
            for (int i = 0; i < found.size(); i++) {
                all.add(with(row, found.get(i), i));
            }
            if (found.isEmpty() && join.unmatched() == View.Unmatched.KEPT) {
                all.add(row);
            }
        }
        child.findings().forEach(execution::found);
        return all;
    }

    /** {@return what belongs to the child's row, in the order of the other view, each row of it once} */
    private List<Map<String, String>> matches() {
        TreeSet<Integer> numbers = new TreeSet<>();
        keys(childKeys, child).forEach(key -> numbers.addAll(byKey.getOrDefault(key, List.of())));
        return numbers.stream().flatMap(number -> matches.get(number).stream()).toList();
    }

    private static Map<String, String> with(Map<String, String> row, Map<String, String> match, int position) {
        Map<String, String> both = new LinkedHashMap<>(row);
        match.forEach((name, value) -> {
            both.put(name, value);
            both.put(name + ".#", String.valueOf(position));
        });
        return both;
    }
}
