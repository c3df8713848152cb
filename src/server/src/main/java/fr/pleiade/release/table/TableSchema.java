package fr.pleiade.release.table;

import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a table's columns are, and which triples of the published graph they give: kept beside the table, a line for each column, key
 * and kind of triples left out, parted by tabs; a backslash stands before what is neither.
 *
 * @param columns those of the file, in its order, then the virtual ones
 * @param key the names of the columns that tell the rows apart, none of whose cells is empty; none if there are no such columns
 * @param leftOut what the table's rows give in the graph, but not by this schema
 * @see <a href="https://www.w3.org/TR/tabular-metadata/#schemas">CSVW metadata, section 5.5</a>
 */
public record TableSchema(List<Column> columns, List<String> key, List<LeftOut> leftOut) {
    private static final String COLUMN = "column";
    private static final String KEY = "key";
    private static final String LEFT_OUT = "left-out";

    public TableSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * A column; {@code ""} for what it has not.
     *
     * @param name how templates call it
     * @param title how the file's header calls it; a virtual column has none
     * @param datatype the IRI of what its cells hold
     * @param separator what divides a cell into several values
     * @param language the language of its texts
     * @param about the template of the subject; a column without one gives no triples
     * @param property the property's IRI
     * @param value the template of the value; without one the value is the cell
     * @param byDefault the value of a virtual column whose value is a text
     */
    public record Column(
            String name,
            String title,
            String datatype,
            String separator,
            String language,
            String about,
            String property,
            String value,
            String byDefault) {
        /** {@return whether the file does not have it} */
        public boolean isVirtual() {
            return title.isEmpty();
        }

        private List<String> cells() {
            return List.of(COLUMN, name, title, datatype, separator, language, about, property, value, byDefault);
        }
    }

    /** {@return the schema of a table of which nothing but the header is known} */
    public static TableSchema of(List<String> header) {
        return new TableSchema(
                header.stream()
                        .map(title -> new Column("", title, Vocabulary.XSD + "string", "", "", "", "", "", ""))
                        .toList(),
                List.of(),
                List.of());
    }

    /** Writes the schema. */
    public void write(Path file) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        columns.forEach(column -> lines.add(column.cells()));
        key.forEach(name -> lines.add(List.of(KEY, name)));
        leftOut.forEach(left -> lines.add(
                List.of(LEFT_OUT, left.about(), left.property(), left.reason().name())));
        Files.write(file, lines.stream().map(TableSchema::line).toList());
    }

    /** {@return the schema in a file; nothing if there is none, as in a release that an earlier version made} */
    public static Optional<TableSchema> read(Path file) throws IOException {
        List<Column> columns = new ArrayList<>();
        List<String> key = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                List<String> cells = Arrays.stream(line.split("\t", -1))
                        .map(TableSchema::unescaped)
                        .toList();
                switch (cells.get(0)) {
                    case COLUMN -> columns.add(column(cells));
                    case KEY -> key.add(cells.get(1));
                    default ->
                        leftOut.add(new LeftOut(cells.get(1), cells.get(2), LeftOut.Reason.valueOf(cells.get(3))));
                }
            }
            return Optional.of(new TableSchema(columns, key, leftOut));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Column column(List<String> cells) {
        return new Column(
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9));
    }

    private static String line(List<String> cells) {
        return String.join("\t", cells.stream().map(TableSchema::escaped).toList());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(
                        switch (next) {
                            case 't' -> '\t';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> next;
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
