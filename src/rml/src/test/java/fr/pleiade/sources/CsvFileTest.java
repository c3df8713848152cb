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
    void commentsTrimmingAndEscapesAreDeclared() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "# one\n a | b\n# two\n x | \"y \\\" z\"\n");
        Dialect dialect = Dialect.RFC_4180
                .withDelimiter("|")
                .withCommentPrefix("#")
                .withQuote('"', '\\')
                .withTrim(Dialect.Trim.BOTH);
        assertThat(rows(file, dialect)).containsExactly("4|x|y \" z");
    }

    @Test
    void aFileWithoutHeaderHasNumberedColumns() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "\"x \"\"y\"\"\",1\nz,2\n");
        assertThat(rows(file, Dialect.RFC_4180.withoutHeader())).containsExactly("1|x \"y\"|1", "2|z|2");
        try (CsvFile csv = CsvFile.open("a.csv", file, Dialect.RFC_4180.withoutHeader())) {
            assertThat(csv.header()).containsExactly("_col.1", "_col.2");
        }
    }

    @Test
    void packedFilesAreUnpacked() throws IOException {
        Path gzip = folder.resolve("a.csv.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(gzip))) {
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(rows(gzip, Dialect.RFC_4180.withCompression(Dialect.Compression.GZIP)))
                .containsExactly("2|1");
        try (CsvFile csv = CsvFile.open("a.csv.gz", gzip, Dialect.RFC_4180)) {
            assertThat(csv.header()).as("unpacked by its suffix").containsExactly("a");
        }
        Path plain = Files.writeString(folder.resolve("b.csv.gz"), "a\n1\n");
        try (CsvFile csv = CsvFile.open("b.csv.gz", plain, Dialect.RFC_4180)) {
            assertThat(csv.header()).as("called packed, and is not").containsExactly("a");
        }
        Path zip = folder.resolve("a.csv.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.csv"));
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(rows(zip, Dialect.RFC_4180.withCompression(Dialect.Compression.ZIP)))
                .containsExactly("2|1");
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var out = new java.util.zip.GZIPOutputStream(packed)) {
            out.write("a\n1\n2\n3\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(
                folder.resolve("a.csv.gz"), java.util.Arrays.copyOf(packed.toByteArray(), packed.size() - 12));
        assertThatThrownBy(() -> rows(file, Dialect.RFC_4180.withCompression(Dialect.Compression.GZIP)))
                .isInstanceOf(CsvException.class)
                .hasMessageContaining("is not a complete GZIP file");
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

    private static List<String> rows(Path file, Dialect dialect) {
        return RowTexts.of(file, dialect, CsvFile.Parsing.BY_SIZE);
    }
}
