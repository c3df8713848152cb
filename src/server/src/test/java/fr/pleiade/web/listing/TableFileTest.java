package fr.pleiade.web.listing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.web.map.Located;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TableFileTest {
    private static final ThingTable TABLE = new ThingTable(
            List.of(new ThingTable.Column("1", "code"), new ThingTable.Column("2", "effectif")),
            List.of(
                    new ThingTable.Row(
                            "https://example.org/id/a",
                            "École ; \"A\"",
                            List.of(cell("0123"), new ThingTable.Cell("1 234,5", "1234.5", "")),
                            Located.of("POINT(2.5 48.25)")),
                    new ThingTable.Row(
                            "https://example.org/id/b",
                            "=HYPERLINK(\"x\")",
                            List.of(cell("19753480300014"), ThingTable.Cell.EMPTY),
                            Optional.empty())));

    @Test
    void aFrenchSpreadsheetOpensItByADoubleClickWithCodesWhole() throws IOException {
        String file = written(new TableFile(TABLE, Locale.FRENCH)::writeSpreadsheet);
        assertThat(file)
                .isEqualTo("\uFEFFnom;code;effectif;latitude;longitude;adresse web\r\n"
                        + "\"École ; \"\"A\"\"\";\"=\"\"0123\"\"\";1234,5;48,25;2,5;https://example.org/id/a\r\n"
                        + "\"'=HYPERLINK(\"\"x\"\")\";\"=\"\"19753480300014\"\"\";;;;https://example.org/id/b\r\n");
    }

    @Test
    void anEnglishSpreadsheetWantsCommas() throws IOException {
        assertThat(written(new TableFile(TABLE, Locale.ENGLISH)::writeSpreadsheet))
                .contains("\uFEFFname,code,effectif,latitude,longitude,address\r\n", ",1234.5,48.25,2.5,");
    }

    @Test
    void csvHasValuesAsTheyAre() throws IOException {
        assertThat(written(new TableFile(TABLE, Locale.FRENCH)::writeCsv))
                .startsWith("nom,code,effectif,")
                .contains("\"École ; \"\"A\"\"\",0123,1234.5,48.25,2.5,https://example.org/id/a\r\n")
                .contains("\"=HYPERLINK(\"\"x\"\")\",19753480300014,,,,");
    }

    @Test
    void jsonHasNumbersAndNothingForWhatIsEmpty() throws IOException {
        JsonNode rows = JsonMapper.shared().readTree(written(new TableFile(TABLE, Locale.FRENCH)::writeJson));
        assertThat(rows.get(0).get("effectif").decimalValue()).isEqualByComparingTo("1234.5");
        assertThat(rows.get(0).get("code").asString()).isEqualTo("0123");
        assertThat(rows.get(1).has("effectif")).isFalse();
    }

    @Test
    void onlyWhatHasAPlaceIsOnTheMap() throws IOException {
        JsonNode map = JsonMapper.shared().readTree(written(new TableFile(TABLE, Locale.FRENCH)::writeGeoJson));
        assertThat(map.get("features")).hasSize(1);
        assertThat(map.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(2.5);
    }

    private static ThingTable.Cell cell(String text) {
        return ThingTable.Cell.of(text);
    }

    private interface Written {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static String written(Written file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        file.to(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
