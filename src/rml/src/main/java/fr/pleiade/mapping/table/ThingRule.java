package fr.pleiade.mapping.table;

import java.util.List;

/**
 * A thing beside the one that a row is about.
 *
 * @param about its address
 * @param own the column whose value its address is made of; none where every column counts as it is first told
 * @param classes what it is
 * @param conditions for which rows it is there; all of them must hold
 * @param line where it is written
 */
public record ThingRule(
        UrlTemplate about,
        List<ColumnRule> own,
        List<TableRule.ClassRule> classes,
        List<Condition> conditions,
        long line) {
    public ThingRule {
        own = List.copyOf(own);
        classes = List.copyOf(classes);
        conditions = List.copyOf(conditions);
    }
}
