package fr.pleiade.web.listing;

import fr.pleiade.findings.Text;
import fr.pleiade.web.map.Located;
import fr.pleiade.web.page.TableText;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** A table of things as a file. */
final class TableFile {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Text NAME = new Text("name", "nom");
    private static final Text LATITUDE = new Text("latitude", "latitude");
    private static final Text LONGITUDE = new Text("longitude", "longitude");
    private static final Text ADDRESS = new Text("address", "adresse web");

    private final ThingTable table;
    private final Locale locale;

    TableFile(ThingTable table, Locale locale) {
        this.table = table;
        this.locale = locale;
    }

    void writeCsv(OutputStream out) throws IOException {
        write(TableText.plain(out));
    }

    void writeSpreadsheet(OutputStream out) throws IOException {
        write(TableText.spreadsheet(out, locale));
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
                        table.columns().get(i).name(),
                        cell.number().isEmpty() ? cell.text() : new BigDecimal(cell.number()));
            }
        }
        row.place().ifPresent(point -> {
            members.put(LATITUDE.in(locale), point.latitude());
            members.put(LONGITUDE.in(locale), point.longitude());
        });
        return members;
    }

    private void write(TableText text) throws IOException {
        List<String> header = new ArrayList<>(List.of(NAME.in(locale)));
        table.columns().forEach(column -> header.add(column.name()));
        header.addAll(List.of(LATITUDE.in(locale), LONGITUDE.in(locale), ADDRESS.in(locale)));
        text.header(header);
        for (ThingTable.Row row : table.rows()) {
            List<TableText.Cell> line = new ArrayList<>();
            line.add(TableText.Cell.of(row.name()));
            row.cells().forEach(cell -> line.add(new TableText.Cell(cell.text(), cell.number())));
            line.add(degrees(row, Located::latitude));
            line.add(degrees(row, Located::longitude));
            line.add(TableText.Cell.of(row.iri()));
            text.row(line);
        }
        text.flush();
    }

    private static TableText.Cell degrees(ThingTable.Row row, ToDoubleFunction<Located> degrees) {
        return row.place()
                .map(place -> BigDecimal.valueOf(degrees.applyAsDouble(place)).toPlainString())
                .map(number -> new TableText.Cell(number, number))
                .orElse(TableText.Cell.of(""));
    }
}
