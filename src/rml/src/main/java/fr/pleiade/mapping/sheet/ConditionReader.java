package fr.pleiade.mapping.sheet;

import fr.pleiade.mapping.table.Condition;
import fr.pleiade.mapping.translation.Problems;
import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** Reads for which rows something is so: {@code when} and {@code unless}. */
final class ConditionReader {
    private final Problems problems;

    ConditionReader(Problems problems) {
        this.problems = problems;
    }

    /** {@return what must hold of a row for what a part says; all of it} */
    List<Condition> read(Part part) {
        List<Condition> conditions = new ArrayList<>();
        part.find(Words.WHEN).ifPresent(node -> read(node, Words.WHEN, false, conditions));
        part.find(Words.UNLESS).ifPresent(node -> read(node, Words.UNLESS, true, conditions));
        return conditions;
    }

    private void read(YamlNode node, String key, boolean isNegated, List<Condition> conditions) {
        if (node.isNothing() || node.isMap() && node.entries().isEmpty()) {
            problems.add(node.line(), "%s is empty, expected a column that has a value, or column: word", key);
        } else if (node.isMap()) {
            for (YamlNode.Entry entry : node.entries()) {
                List<String> words = texts(entry.value(), key);
                if (words.isEmpty() || words.contains("")) {
                    problems.add(
                            entry.line(),
                            "an empty cell has no word; write %s: %s",
                            isNegated ? Words.WHEN : Words.UNLESS,
                            entry.key());
                } else {
                    conditions.add(new Condition(List.of(entry.key()), words, isNegated, entry.line()));
                }
            }
        } else {
            List<String> columns = texts(node, key);
            if (!columns.isEmpty()) {
                conditions.add(new Condition(columns, List.of(), isNegated, node.line()));
            }
        }
    }

    private List<String> texts(YamlNode node, String key) {
        return node.each().stream()
                .filter(item -> !item.isNothing())
                .flatMap(item -> problems.text(item, key).stream())
                .toList();
    }
}
