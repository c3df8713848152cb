package fr.pleiade.mapping;

import fr.pleiade.mapping.function.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The values by which a row is joined: one key for each combination, none where a value is null. */
final class JoinKey {
    private final List<Values> parts;

    private JoinKey(
            ReferencingObjectMap reference, Function<ReferencingObjectMap.Join, Expression> side, Binding binding) {
        parts = reference.joins().stream()
                .map(join -> side.apply(join).bind(binding))
                .toList();
    }

    static JoinKey ofChild(ReferencingObjectMap reference, Binding binding) {
        return new JoinKey(reference, ReferencingObjectMap.Join::child, binding);
    }

    static JoinKey ofParent(ReferencingObjectMap reference, Binding binding) {
        return new JoinKey(reference, ReferencingObjectMap.Join::parent, binding);
    }

    List<String> of(RowScope scope) {
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
