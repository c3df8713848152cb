package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {
    @TempDir
    Path folder;

    @Test
    void doubledQuotesDelimitersAndLineEndsMayBeQuoted() {
        assertThat(rows("a,b\n\"x \"\"y\"\", z\",\"1\n2\"\r\n,\"\"\n")).containsExactly("2|x \"y\", z|1\n2", "4||");
    }

    @Test
    void aQuoteInsideAnUnquotedCellIsOrdinary() {
        assertThat(rows("a,b\nl\"x,y\"\n1,2\n")).containsExactly("2|l\"x|y\"", "3|1|2");
    }

    @Test
    void blankLineKeepsTheLineCount() {
        assertThat(rows("a,b\n\n1,2\r\n\r\n3,4")).containsExactly("3|1|2", "5|3|4");
    }

    @Test
    void carriageReturnsAloneEndLines() {
        assertThat(rows("a,b\r1,2\r3,4\r")).containsExactly("2|1|2", "3|3|4");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheHeader() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "\uFEFFa,b\n1,2\n");
        try (CsvFile csv = CsvFile.open("a.csv", file, Dialect.RFC_4180)) {
            assertThat(csv.header()).containsExactly("a", "b");
        }
    }

    @Test
    void recordsOfManyBlocksComeInOrderWithTheirLines() {
        StringBuilder text = new StringBuilder("a,b\n");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            text.append(i).append(",\"é\nx").append("y".repeat(i % 50)).append("\"\n");
            expected.add((2 + 2 * i) + "|" + i + "|é\nx" + "y".repeat(i % 50));
        }
        assertThat(rows(text.toString())).isEqualTo(expected);
    }

    @Test
    void otherEncodingsAreDeclared() throws IOException {
        for (String encoding : List.of("windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE")) {
            Path file = folder.resolve("a.csv");
            Files.write(file, "a\nété\n".getBytes(Charset.forName(encoding)));
            assertThat(rows(file, Dialect.RFC_4180.withEncoding(encoding))).containsExactly("2|été");
        }
    }

    @Test
    void aRaggedRowIsRefusedWithItsLine() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n3\n"))
                .isInstanceOf(CsvException.class)
                .hasMessageStartingWith("a.csv:3: 1 cells, header has 2");
    }

    @Test
    void aQuoteThatIsNeverClosedIsRefusedWithItsLine() {
        assertThatThrownBy(() -> rows("a,b\n1,2\n3,\"x\n5,6\n"))
                .hasMessageStartingWith("a.csv:3: a quoted cell of this record is never closed");
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Path file = Files.write(folder.resolve("a.csv"), "a\nx\nété\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> rows(file, Dialect.RFC_4180)).hasMessageStartingWith("a.csv:3: is not UTF-8");
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> rows(folder.resolve("none.csv"), Dialect.RFC_4180))
                .hasMessageStartingWith("a.csv: there is no such file");
    }

    private List<String> rows(String content) {
        try {
            return rows(Files.writeString(folder.resolve("a.csv"), content), Dialect.RFC_4180);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** {@return each row as its line and cells, joined by bars} */
    private static List<String> rows(Path file, Dialect dialect) {
        List<String> rows = new ArrayList<>();
        Row row = new Row(List.of());
        try (CsvFile csv = CsvFile.open("a.csv", file, dialect)) {
            for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                while (block.get().next(row)) {
                    StringBuilder text = new StringBuilder().append(row.line());
                    for (int i = 0; i < row.size(); i++) {
                        text.append('|').append(row.text(i));
                    }
                    rows.add(text.toString());
                }
            }
        }
        return rows;
    }
}
