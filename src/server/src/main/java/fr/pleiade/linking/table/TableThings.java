package fr.pleiade.linking.table;

import fr.pleiade.linking.names.Name;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a table as things that another table's rows may mean. In memory: a kilobyte a row. */
public final class TableThings {
    private static final String PLACE = "place";

    private TableThings() {}

    /**
     * {@return the things, each called by its key}
     *
     * @param file the table's name, for what is said of it
     * @param key the column that holds a row's key
     * @throws CsvException if it lacks a column, a row is not well formed, or a key is empty
     */
    public static List<NamedThing> read(String file, CsvFile table, String key, TableColumns columns) {
        List<String> header = table.header();
        TableColumns.require(file, header, key);
        columns.requireIn(file, header);
        List<NamedThing> things = new ArrayList<>();
        TableRows rows = new TableRows(table);
        while (rows.next()) {
            Map<String, String> cells = rows.cells();
            String of = cells.getOrDefault(key, "");
            if (of.isEmpty()) {
                throw new CsvException(file, rows.row().line(), "the key '%s' is empty".formatted(key));
            }
            thing(of, cells, columns).ifPresent(things::add);
        }
        return things;
    }

    /**
     * {@return the cells of each row by their columns, by the row's key; of several rows with one key, those of the first}
     *
     * @param file the table's name, for what is said of it
     * @throws CsvException if it lacks the column, or a row is not well formed
     */
    public static Map<String, Map<String, String>> cells(String file, CsvFile table, String key) {
        TableColumns.require(file, table.header(), key);
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        TableRows rows = new TableRows(table);
        while (rows.next()) {
            Map<String, String> row = rows.cells();
            cells.putIfAbsent(row.getOrDefault(key, ""), row);
        }
        return cells;
    }

    private static Optional<NamedThing> thing(String key, Map<String, String> cells, TableColumns columns) {
        List<Name> names = new ArrayList<>();
        TableMatch.values(cells, List.of(columns.name()))
                .forEach(name -> names.add(new Name(name, "", Name.Role.PREFERRED)));
        TableMatch.values(cells, columns.others())
                .forEach(name -> names.add(new Name(name, "", Name.Role.ALTERNATIVE)));
        List<NamedThing.Code> codes = new ArrayList<>(List.of(new NamedThing.Code("", key)));
        TableMatch.values(cells, columns.codes()).forEach(code -> codes.add(new NamedThing.Code("", code)));
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamedThing(
                        key,
                        "table",
                        names,
                        List.of(),
                        codes,
                        TableMatch.values(cells, columns.places()).stream()
                                .map(place -> new NamedThing.Place(PLACE, "", List.of(place)))
                                .toList(),
                        List.of(),
                        "",
                        "",
                        "",
                        TableMatch.hosts(TableMatch.values(cells, columns.sites()))));
    }
}
