package fr.pleiade.web.reconcile;

import fr.pleiade.linking.names.Names;
import fr.pleiade.rdf.Term;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a table, each known by its key; its columns are the properties. In memory.
 *
 * @param names the rows by their names
 * @param rows the cells of each row by their columns, by the row's key
 * @param table what the table is called
 * @param base the address below which the service is
 * @param since when it was read
 * @param knownProperties kept with the table
 */
record TableHoldings(
        Names names,
        Map<String, Map<String, String>> rows,
        String table,
        String base,
        Instant since,
        Map<String, List<String>> knownProperties)
        implements Holdings {
    private static final String COLUMN = "column:";

    @Override
    public String version() {
        return table;
    }

    @Override
    public String identifierSpace() {
        return base + "row/";
    }

    @Override
    public String schemaSpace() {
        return base + "column/";
    }

    @Override
    public String title(Locale locale) {
        return table;
    }

    @Override
    public String name(String id, Locale locale) {
        Map<String, String> row = rows.get(id);
        return row != null
                ? names.find(id)
                        .map(thing -> thing.name(locale.getLanguage()).text())
                        .orElse(id)
                : shorten(id);
    }

    @Override
    public Optional<String> meaning(String id, Locale locale) {
        return Optional.empty();
    }

    @Override
    public String shorten(String id) {
        return id.startsWith(COLUMN) ? URLDecoder.decode(id.substring(COLUMN.length()), StandardCharsets.UTF_8) : id;
    }

    @Override
    public Said said(String id) {
        return new Cells(rows.getOrDefault(id, Map.of()));
    }

    private record Cells(Map<String, String> row) implements Said {
        @Override
        public List<String> properties() {
            return row.entrySet().stream()
                    .filter(cell -> !cell.getValue().isEmpty())
                    .map(cell -> COLUMN + URLEncoder.encode(cell.getKey(), StandardCharsets.UTF_8))
                    .toList();
        }

        /** By its name too: somebody may write it. */
        @Override
        public Collection<Term> values(String property) {
            String column = property.startsWith(COLUMN)
                    ? URLDecoder.decode(property.substring(COLUMN.length()), StandardCharsets.UTF_8)
                    : property;
            String cell = row.getOrDefault(column, "");
            return cell.isEmpty() ? List.of() : List.of(Term.Literal.of(cell));
        }
    }
}
