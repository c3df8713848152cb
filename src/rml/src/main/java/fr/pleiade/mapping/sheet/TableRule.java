package fr.pleiade.mapping.sheet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as a sheet describes it.
 *
 * @param url the path of its file
 * @param dialect how the file is written: properties of CSVW's dialects and their texts
 * @param aboutUrl what a row is about; none for a new blank node
 * @param classes what the things of its rows are
 * @param columns what its columns are; a column may have several lines
 * @param others whether columns that the sheet does not name are passed over on purpose
 * @param line where it is described
 */
record TableRule(
        String url,
        Map<String, Said> dialect,
        List<UrlTemplate> aboutUrl,
        List<ClassRule> classes,
        List<ColumnRule> columns,
        Others others,
        long line) {
    /** What becomes of columns that the sheet does not name. */
    enum Others {
        UNNAMED,
        SKIPPED
    }

    /** A text and its line. */
    record Said(String text, long line) {}

    /**
     * A class of things.
     *
     * @param iri its address
     * @param names what it is called, by language, where it is one of this dataset
     * @param isOwn whether it is one of this dataset
     */
    record ClassRule(UrlTemplate iri, Map<String, String> names, boolean isOwn) {}

    TableRule {
        dialect = new LinkedHashMap<>(dialect);
        aboutUrl = List.copyOf(aboutUrl);
        classes = List.copyOf(classes);
        columns = List.copyOf(columns);
    }

    /** {@return the contents that are no value in any column that is read} */
    List<String> nulls() {
        List<List<String>> all = columns.stream()
                .filter(column -> !column.isVirtual() && column.role() != ColumnRule.Role.SKIPPED)
                .map(column -> column.cell().nulls())
                .toList();
        return all.isEmpty()
                ? List.of("")
                : all.get(0).stream()
                        .filter(word -> all.stream().allMatch(nulls -> nulls.contains(word)))
                        .toList();
    }
}
