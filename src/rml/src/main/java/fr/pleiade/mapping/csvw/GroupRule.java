package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.json.JsonTree;
import java.util.List;
import java.util.Map;

/**
 * A group of tables as its metadata describes it.
 *
 * @param id its IRI; {@code ""} if it has none
 * @param tables its tables
 * @param annotations its common properties, by their names
 * @param notes its notes
 * @param context what names and texts in it mean
 */
record GroupRule(
        String id, List<TableRule> tables, Map<String, JsonTree> annotations, List<JsonTree> notes, Context context) {}
