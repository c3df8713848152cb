package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.sources.Dialect;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A table as its metadata describes it.
 *
 * @param url its address
 * @param file the file that the address means
 * @param id its IRI; {@code ""} if it has none
 * @param dialect how the file is written
 * @param columns its columns, virtual ones last; empty where the metadata has none
 * @param inherited what columns that the metadata does not have inherit
 * @param rowTitles the names of the columns whose cells are the titles of rows
 * @param isSuppressed whether nothing is said of it
 * @param annotations its common properties, by their names
 * @param notes its notes
 * @param context what names and texts in it mean
 * @param schema the IRI of its schema; {@code ""} if it has none
 * @param foreignKeys the columns that refer to other tables
 * @param takesTitles whether columns that it does not describe are named by the file's header, and not by their places
 */
record TableRule(
        String url,
        Path file,
        String id,
        Dialect dialect,
        List<ColumnRule> columns,
        Inherited inherited,
        List<String> rowTitles,
        boolean isSuppressed,
        Map<String, JsonTree> annotations,
        List<JsonTree> notes,
        Context context,
        String schema,
        List<ForeignKey> foreignKeys,
        boolean takesTitles) {
    /**
     * Columns whose values are the values of another table's columns.
     *
     * @param columns their names
     * @param resource the other table's address; {@code ""} where its schema is named instead
     * @param schema the address of its schema; {@code ""} where it is named itself
     * @param otherColumns the names of the other table's columns
     */
    record ForeignKey(List<String> columns, String resource, String schema, List<String> otherColumns) {}

    /**
     * A column.
     *
     * @param name its name; {@code ""} where it is to be made of a title or its place
     * @param titles its titles, each with its language
     * @param isVirtual whether no cell of the file is in it
     * @param isSuppressed whether nothing is said of its cells
     */
    record ColumnRule(String name, List<Title> titles, boolean isVirtual, boolean isSuppressed, Inherited inherited) {}

    /** A title in a language, or {@code und}. */
    record Title(String text, String language) {}
}
