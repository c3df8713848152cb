package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.testing.Needed;
import fr.pleiade.web.page.TableText;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A list for a French spreadsheet, opened by a French spreadsheet; skipped, and says so, where LibreOffice is not installed
 * ({@code .ci/run} installs it).
 */
class SpreadsheetTest {
    private static final Path PROGRAM = Path.of("/usr/bin/soffice");
    private static final Path CALC = Path.of("/usr/lib/libreoffice/program/libsclo.so");

    /** Semicolons, quotation marks, UTF-8, from the first line on, in French, numbers found by themselves: what a double click does. */
    private static final String AS_OPENED = "CSV:59,34,76,1,,1036,false,true";

    @TempDir
    Path folder;

    /** A cell as the spreadsheet has it: what it shows, and whether it is a number. */
    private record Cell(String text, boolean isNumber) {}

    private List<List<Cell>> opened(String csv) throws Exception {
        Path file = Files.writeString(folder.resolve("list.csv"), csv);
        Process process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--infilter=" + AS_OPENED,
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Path book = folder.resolve("list.xlsx");
        assertThat(book).as(Files.readString(folder.resolve("log"))).exists();
        try (ZipFile zip = new ZipFile(book.toFile())) {
            return rows(xml(zip, "xl/worksheets/sheet1.xml"), xml(zip, "xl/sharedStrings.xml"));
        }
    }

    private static Document xml(ZipFile zip, String entry) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(in);
        }
    }

    private static List<List<Cell>> rows(Document sheet, Document shared) {
        NodeList strings = shared.getElementsByTagName("si");
        List<List<Cell>> rows = new ArrayList<>();
        for (Element row : elements(sheet.getElementsByTagName("row"))) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : elements(row.getElementsByTagName("c"))) {
                int column = column(cell.getAttribute("r"));
                while (cells.size() < column) {
                    cells.add(new Cell("", false));
                }
                List<Element> values = elements(cell.getElementsByTagName("v"));
                String value = values.isEmpty() ? "" : values.get(0).getTextContent();
                String type = cell.getAttribute("t");
                cells.add(new Cell(
                        type.equals("s") ? strings.item(Integer.parseInt(value)).getTextContent() : value,
                        !value.isEmpty() && (type.isEmpty() || type.equals("n"))));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    /** {@return the number of the column of {@code AB12}, from 0} */
    private static int column(String cell) {
        int column = 0;
        for (char c : cell.replaceAll("[0-9]", "").toCharArray()) {
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    @Test
    void aListHasItsRowsAndItsNumbersAreNumbers() throws Exception {
        Needed.file(PROGRAM, "install libreoffice-calc-nogui");
        Needed.file(CALC, "install libreoffice-calc-nogui");
        String csv = sample().get("list/etablissement.excel.csv?lang=fr").body();
        List<List<Cell>> rows = opened(csv);
        String json = sample().get("list/etablissement.json?lang=fr").body();
        JsonNode list = JsonMapper.shared().readTree(json);
        int things = list.size();
        assertThat(things).isGreaterThan(30);
        assertThat(rows).hasSize(things + 1);
        List<String> header = rows.get(0).stream().map(Cell::text).toList();
        assertThat(header.get(0)).isEqualTo("nom");
        int latitude = header.indexOf("latitude");
        int longitude = header.indexOf("longitude");
        int address = header.indexOf("adresse web");
        int numbers = 0;
        for (int i = 0; i < things; i++) {
            List<Cell> row = rows.get(i + 1);
            assertThat(row.get(0).text()).isEqualTo(list.get(i).path("nom").asString(""));
            assertThat(row.get(address).text()).isEqualTo(list.get(i).get("@id").asString());
            for (int column : List.of(latitude, longitude)) {
                if (!row.get(column).text().isEmpty()) {
                    assertThat(row.get(column).isNumber()).as(row.toString()).isTrue();
                    numbers++;
                }
            }
        }
        assertThat(numbers).isGreaterThan(things);
        String paris = rows.stream()
                .filter(row -> row.get(0).text().equals("École des hautes études en sciences sociales"))
                .map(row -> row.get(latitude).text())
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(paris)).isBetween(48.0, 49.0);
    }

    @Test
    void codesStayWholeAndFormulasAreText() throws Exception {
        Needed.file(PROGRAM, "install libreoffice-calc-nogui");
        Needed.file(CALC, "install libreoffice-calc-nogui");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        TableText text = TableText.spreadsheet(bytes, Locale.FRENCH);
        text.header(List.of("code", "nombre", "texte", "long"));
        text.row(List.of(
                TableText.Cell.of("0123"),
                new TableText.Cell("", "1234.5"),
                TableText.Cell.of("=1+1"),
                TableText.Cell.of("12345678901234")));
        text.flush();
        List<Cell> row = opened(bytes.toString(StandardCharsets.UTF_8)).get(1);
        assertThat(row.get(0)).isEqualTo(new Cell("0123", false));
        assertThat(row.get(1)).isEqualTo(new Cell("1234.5", true));
        assertThat(row.get(2).text()).contains("=1+1");
        assertThat(row.get(2).isNumber()).isFalse();
        assertThat(row.get(3)).isEqualTo(new Cell("12345678901234", false));
    }
}
