package fr.pleiade.mapping.term;

import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.function.Value;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.sources.Row;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The values by which a row is joined: one key for each combination, none where a value is null. */
@FunctionalInterface
public interface JoinKey {
    /** Puts the row's keys in the place of those of the row before. */
    void write(RowScope scope, Terms keys);

    static JoinKey ofChild(ReferencingObjectMap reference, Binding binding) {
        return of(reference, ReferencingObjectMap.Join::child, binding);
    }

    static JoinKey ofParent(ReferencingObjectMap reference, Binding binding) {
        return of(reference, ReferencingObjectMap.Join::parent, binding);
    }

    private static JoinKey of(
            ReferencingObjectMap reference, Function<ReferencingObjectMap.Join, Expression> side, Binding binding) {
        List<Expression> parts = reference.joins().stream().map(side).toList();
        return parts.size() == 1 && parts.get(0) instanceof Reference column
                ? ofColumn(binding.column(column))
                : ofValues(parts.stream().map(binding::values).toList());
    }

    private static JoinKey ofColumn(int column) {
        return (scope, keys) -> {
            keys.clear();
            Row row = scope.row();
            if (!row.isNull(column)) {
                keys.bytes().put(row.bytes(), row.start(column), row.end(column));
                keys.end();
            }
        };
    }

    private static JoinKey ofValues(List<Values> parts) {
        return (scope, keys) -> {
            keys.clear();
            for (String key : combinations(parts, scope)) {
                keys.bytes().put(key.getBytes(StandardCharsets.UTF_8));
                keys.end();
            }
        };
    }

    /** A single value is its own key, as a column's is; several are told apart by their lengths. */
    private static List<String> combinations(List<Values> parts, RowScope scope) {
        if (parts.size() == 1) {
            return parts.get(0).of(scope).stream().map(Value::text).toList();
        }
        List<String> keys = List.of("");
        for (Values part : parts) {
            List<String> longer = new ArrayList<>();
            for (Value value : part.of(scope)) {
                keys.forEach(key -> longer.add(key + value.text().length() + ':' + value.text()));
            }
            keys = longer;
        }
        return keys;
    }
}
