package fr.pleiade.web.reconcile.table;

import fr.pleiade.linking.names.NameResults;
import fr.pleiade.linking.names.Names;
import fr.pleiade.linking.table.TableColumns;
import fr.pleiade.linking.table.TableGuess;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.web.http.FormParts;
import fr.pleiade.web.http.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done with a table.
 *
 * @param columns which of its columns say what
 * @param type the class of which the things must be, or {@code ""} for any
 * @param as {@code page}, {@code csv}, or {@code excel}
 */
record Wish(TableColumns columns, String type, String as) {
    static final String PAGE = "page";
    static final String CSV = "csv";
    static final String EXCEL = "excel";

    /** Stands for no column, and for any class, where nothing stands for what is found out. */
    static final String NO_COLUMN = "-";

    static final String ANY_TYPE = "-";

    /**
     * {@return what a form asks for; columns that it does not name are found out}
     *
     * @throws Refusal with 400 if it names a column or a class that is not there
     * @throws fr.pleiade.sources.CsvException if a row is not well formed
     */
    static Wish of(FormParts form, SentTable table, Names names) {
        String asked = form.text("type");
        String type = asked.equals(ANY_TYPE) ? "" : type(asked, names);
        String as = form.text("as");
        try (CsvFile rows = table.open()) {
            List<String> header = rows.header();
            TableGuess found = TableGuess.of(names, rows, types(type));
            TableColumns guess = found.columns();
            String name = form.text("column");
            Optional<String> place = Optional.of(form.text("place")).filter(column -> !column.isEmpty());
            String naming = name.isEmpty() ? guess.name() : required(name, header);
            List<String> places = place.map(
                            column -> column.equals(NO_COLUMN) ? List.<String>of() : List.of(required(column, header)))
                    .orElse(guess.places());
            boolean isAsGuessed = naming.equals(guess.name());
            return new Wish(
                    new TableColumns(
                            naming,
                            isAsGuessed ? guess.others() : List.of(),
                            without(naming, places),
                            isAsGuessed ? guess.codes() : List.of(),
                            List.of()),
                    asked.isEmpty() && isAsGuessed ? found.type() : type,
                    List.of(CSV, EXCEL).contains(as) ? as : PAGE);
        }
    }

    private static List<String> without(String naming, List<String> columns) {
        return columns.stream().filter(column -> !column.equals(naming)).toList();
    }

    private static String required(String column, List<String> header) {
        if (!header.contains(column)) {
            throw Refusal.of(400, "table-column", column, String.join(", ", header));
        }
        return column;
    }

    private static String type(String type, Names names) {
        if (!type.isEmpty()
                && names.types().stream().map(NameResults.Count::value).noneMatch(type::equals)) {
            throw Refusal.of(400, "table-type", type);
        }
        return type;
    }

    /** {@return the classes that things must have one of} */
    List<String> types() {
        return types(type);
    }

    private static List<String> types(String type) {
        return type.isEmpty() ? List.of() : List.of(type);
    }
}
