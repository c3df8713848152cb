package fr.pleiade.web.listing;

import fr.pleiade.findings.Text;
import fr.pleiade.web.http.Variant;
import fr.pleiade.web.page.PointMap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** A table of things as a file. */
final class TableFile {
    /** For a spreadsheet in the page's language: what it opens without being asked how. */
    static final Variant SPREADSHEET = new Variant("text/csv", "excel.csv", "CSV Excel", Set.of());

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Text NAME = new Text("name", "nom");
    private static final Text LATITUDE = new Text("latitude", "latitude");
    private static final Text LONGITUDE = new Text("longitude", "longitude");
    private static final Text ADDRESS = new Text("address", "adresse web");

    /** What a spreadsheet would shorten: a code that begins with noughts, or has more digits than it keeps. */
    private static final String LIKE_A_NUMBER = "0\\d+|\\d{12,}";

    private final ThingTable table;
    private final Locale locale;

    TableFile(ThingTable table, Locale locale) {
        this.table = table;
        this.locale = locale;
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> */
    void writeCsv(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        write(cell -> cell.number().isEmpty() ? cell.text() : cell.number(), ',', writer);
    }

    /**
     * Writes what a spreadsheet opens by a double click: a mark of UTF-8 first, semicolons and decimal commas in French, and codes as
     * formulas that give them whole. What would be taken for a formula has an apostrophe before it.
     */
    void writeSpreadsheet(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        boolean isFrench = locale.getLanguage().equals("fr");
        write(cell -> inSpreadsheet(cell, isFrench ? "," : "."), isFrench ? ';' : ',', writer);
    }

    private static String inSpreadsheet(ThingTable.Cell cell, String decimal) {
        if (!cell.number().isEmpty()) {
            return cell.number().replace(".", decimal);
        }
        if (cell.text().matches(LIKE_A_NUMBER)) {
            return "=\"" + cell.text() + "\"";
        }
        boolean isLikeAFormula =
                !cell.text().isEmpty() && "=+-@\t\r".indexOf(cell.text().charAt(0)) >= 0;
        return isLikeAFormula ? "'" + cell.text() : cell.text();
    }

    void writeJson(OutputStream out) throws IOException {
        MAPPER.writeValue(out, table.rows().stream().map(this::members).toList());
    }

    /** @see <a href="https://www.rfc-editor.org/rfc/rfc7946">RFC 7946</a> */
    void writeGeoJson(OutputStream out) throws IOException {
        List<Map<String, Object>> features = new ArrayList<>();
        for (ThingTable.Row row : table.rows()) {
            row.place().ifPresent(point -> {
                Map<String, Object> feature = new LinkedHashMap<>();
                feature.put("type", "Feature");
                feature.put("id", row.iri());
                feature.put(
                        "geometry",
                        Map.of("type", "Point", "coordinates", List.of(point.longitude(), point.latitude())));
                feature.put("properties", members(row));
                features.add(feature);
            });
        }
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        MAPPER.writeValue(out, collection);
    }

    private Map<String, Object> members(ThingTable.Row row) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("@id", row.iri());
        members.put(NAME.in(locale), row.name());
        for (int i = 0; i < table.columns().size(); i++) {
            ThingTable.Cell cell = row.cells().get(i);
            if (!cell.text().isEmpty()) {
                members.putIfAbsent(
                        table.columns().get(i), cell.number().isEmpty() ? cell.text() : new BigDecimal(cell.number()));
            }
        }
        row.place().ifPresent(point -> {
            members.put(LATITUDE.in(locale), point.latitude());
            members.put(LONGITUDE.in(locale), point.longitude());
        });
        return members;
    }

    private interface Cells {
        String write(ThingTable.Cell cell);
    }

    private void write(Cells cells, char separator, Writer writer) throws IOException {
        List<String> header = new ArrayList<>(List.of(NAME.in(locale)));
        header.addAll(table.columns());
        header.addAll(List.of(LATITUDE.in(locale), LONGITUDE.in(locale), ADDRESS.in(locale)));
        write(header, separator, writer);
        for (ThingTable.Row row : table.rows()) {
            List<String> line = new ArrayList<>();
            line.add(cells.write(new ThingTable.Cell(row.name(), "")));
            row.cells().forEach(cell -> line.add(cells.write(cell)));
            line.add(cells.write(degrees(row, PointMap::latitude)));
            line.add(cells.write(degrees(row, PointMap::longitude)));
            line.add(row.iri());
            write(line, separator, writer);
        }
        writer.flush();
    }

    private static ThingTable.Cell degrees(ThingTable.Row row, ToDoubleFunction<PointMap> degrees) {
        return row.place()
                .map(place -> BigDecimal.valueOf(degrees.applyAsDouble(place)).toPlainString())
                .map(number -> new ThingTable.Cell(number, number))
                .orElse(ThingTable.Cell.EMPTY);
    }

    private static void write(List<String> cells, char separator, Writer writer) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            boolean isQuoted =
                    cell.indexOf(separator) >= 0 || cell.chars().anyMatch(c -> c == '"' || c == '\n' || c == '\r');
            writer.write(i == 0 ? "" : String.valueOf(separator));
            writer.write(isQuoted ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
        }
        writer.write("\r\n");
    }
}
