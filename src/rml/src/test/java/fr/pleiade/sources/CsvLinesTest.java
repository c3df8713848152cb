package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Physical lines, lines before the header, undecodable bytes and digests, whichever parser reads the file. */
class CsvLinesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(CsvFile.Parsing.class)
    void mixedLineEndsEachEndALine(CsvFile.Parsing parsing) throws IOException {
        StringBuilder text = new StringBuilder("a\n");
        for (int i = 0; i < 20_000; i++) {
            text.append("1\r2\n3\r\n");
        }
        List<String> rows = rows(text + "last", Dialect.RFC_4180, parsing);
        assertThat(rows).hasSize(60_001).endsWith("60002|last");
        assertThat(rows("a\r\"x\ry\n\r\nz\"\n\r\nlast\r", Dialect.RFC_4180, parsing))
                .containsExactly("2|x\ry\n\r\nz", "7|last");
    }

    @ParameterizedTest
    @EnumSource(CsvFile.Parsing.class)
    void linesBeforeTheHeaderMayHoldAnything(CsvFile.Parsing parsing) throws IOException {
        Dialect dialect = Dialect.RFC_4180.withSkipRows(3);
        assertThat(rows("\"Titre jamais fini\r\n\r\"\"x\"\na,b\n1,2\n", dialect, parsing))
                .containsExactly("5|1|2");
        assertThatThrownBy(() -> rows("one\ntwo", dialect, parsing)).hasMessage("a.csv:2: there is no header");
        String late = "x".repeat(4095) + "\r\ny\n\nb\n1\n";
        assertThat(rows(late, dialect, parsing)).containsExactly("5|1");
        assertThat(rows(late.substring(2), dialect, parsing)).containsExactly("5|1");
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1252, 81, unexpected byte 0x81",
        "US-ASCII, E9, unexpected byte 0xE9",
        "ISO-8859-7, FF, unexpected byte 0xFF",
        "UTF-16LE, 00D8, 'unexpected bytes 0x00 0xD8 0x0A 0x00'",
        "UTF-16BE, D800, 'unexpected bytes 0xD8 0x00 0x00 0x0A'",
        "Shift_JIS, 80, unexpected byte 0x80",
        "UTF-8, E9, unexpected byte 0xE9"
    })
    void anUndecodableByteIsNamedWithItsLine(String encoding, String hexadecimal, String found) throws IOException {
        byte[] bad = java.util.HexFormat.of().parseHex(hexadecimal);
        Dialect dialect = Dialect.RFC_4180.withEncoding(encoding);
        for (int lines : new int[] {2, 2_502, 900_002}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            Charset charset = Charset.forName(encoding);
            bytes.writeBytes(("a\n" + "\"x\ry\"\r\n".repeat((lines - 2) / 2)).getBytes(charset));
            bytes.writeBytes(bad);
            bytes.writeBytes("\n12\n".getBytes(charset));
            Path file = Files.write(folder.resolve("b.csv"), bytes.toByteArray());
            assertThatThrownBy(() -> RowTexts.of(file, dialect, CsvFile.Parsing.BY_SIZE))
                    .hasMessageStartingWith("a.csv:%d: is not %s: %s;".formatted(lines, encoding, found));
            assertThatThrownBy(() -> RowTexts.of(file, dialect.withTrim(Dialect.Trim.BOTH), CsvFile.Parsing.BY_SIZE))
                    .hasMessageStartingWith("a.csv:%d: is not %s: %s".formatted(lines, encoding, found));
        }
    }

    @Test
    void commentsEscapesAndBlanksKeepTheLines() throws IOException {
        Dialect dialect =
                Dialect.RFC_4180.withCommentPrefix("#").withQuote('"', '\\').withTrim(Dialect.Trim.BOTH);
        assertThat(rows("#c\r\na\n\n# d\r\" \n\\\"x\n \"\n#e\n\\n1\n2", dialect, CsvFile.Parsing.BY_SIZE))
                .containsExactly("5|\"x", "9|1", "10|2");
    }

    @Test
    void severalHeaderRowsNameAColumnByTheFirstThatSaysSomething() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "code,,n\nx,name,y\n1,2,3\n");
        try (CsvFile csv = CsvFile.open("a.csv", file, Dialect.RFC_4180.withHeaderRowCount(2))) {
            assertThat(csv.header()).containsExactly("code", "name", "n");
        }
        assertThat(rows(Files.readString(file), Dialect.RFC_4180.withHeaderRowCount(2), CsvFile.Parsing.BYTES))
                .containsExactly("3|1|2|3");
    }

    @ParameterizedTest
    @EnumSource(CsvFile.Parsing.class)
    void cellsAtTheBeginningCanBeNoColumn(CsvFile.Parsing parsing) throws IOException {
        Dialect dialect = Dialect.RFC_4180.withSkipColumns(1);
        assertThat(rows("x,a,b\n1,2,3\n", dialect, parsing)).containsExactly("2|2|3");
        assertThat(rows("1,2,3\n", dialect.withoutHeader(), parsing)).containsExactly("1|2|3");
        assertThatThrownBy(() -> rows("a\n1\n", dialect, parsing))
                .hasMessageStartingWith("a.csv:1: 1 cells, and csvw:skipColumns leaves out 1");
    }

    @ParameterizedTest
    @EnumSource(CsvFile.Parsing.class)
    void aBlankLineCanBeARecord(CsvFile.Parsing parsing) throws IOException {
        assertThat(rows("a\n1\n\n2\n", Dialect.RFC_4180.withBlankRowsKept(), parsing))
                .containsExactly("2|1", "3|", "4|2");
        assertThatThrownBy(() -> rows("a,b\n\n", Dialect.RFC_4180.withBlankRowsKept(), parsing))
                .hasMessageStartingWith("a.csv:2: 1 cells, header has 2");
    }

    @ParameterizedTest
    @EnumSource(CsvFile.Parsing.class)
    void theDigestIsThatOfTheBytesThatWereRead(CsvFile.Parsing parsing) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n2\n");
        try (CsvFile csv = CsvFile.open("a.csv", file, Dialect.RFC_4180, CsvFile.Reading.DIGESTED, parsing)) {
            assertThat(csv.source()).isEmpty();
            for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                assertThat(csv.source()).as("reading is not at its end").isEmpty();
            }
            assertThat(csv.source()).contains(SourceFile.of("a.csv", file));
        }
    }

    @Test
    void theDigestOfAPackedFileIsThatOfTheWholePackedFile() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (var out = new java.util.zip.ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new java.util.zip.ZipEntry("a.csv"));
            out.write("a\n1\n".getBytes(StandardCharsets.UTF_8));
        }
        Dialect dialect = Dialect.RFC_4180.withCompression(Dialect.Compression.ZIP);
        try (CsvFile csv = CsvFile.open("a.zip", zip, dialect, CsvFile.Reading.DIGESTED)) {
            while (csv.nextBlock().isPresent()) {
                assertThat(csv.source()).isEmpty();
            }
            assertThat(csv.source()).contains(SourceFile.of("a.zip", zip));
        }
    }

    private List<String> rows(String content, Dialect dialect, CsvFile.Parsing parsing) throws IOException {
        return RowTexts.of(Files.writeString(folder.resolve("a.csv"), content), dialect, parsing);
    }
}
