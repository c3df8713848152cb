package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The byte parser gives the rows, lines and errors that Commons CSV gives. */
class ParserOracleTest {
    private static final List<String> PIECES = List.of(
            "a", "é", "😀", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", "\r", " ", "\t", "\f", "\u2003", "x", "1",
            "\0", "\uFFFE", "\uFEFF", "#", ",\"", "\",", "\"\n", "\n\"");

    private static final List<String> BEGINNINGS =
            List.of("", "a,b\n", "\uFEFFa,b\r\n", "\r\n\na,b\r", "\"never closed\na,b\n", "a", "\"a\nb\",c\n");

    @TempDir
    Path folder;

    @Test
    void randomTextIsReadAlike() throws IOException {
        long seed = 20260101;
        Random random = new Random(seed);
        List<Dialect> dialects = List.of(
                Dialect.RFC_4180,
                Dialect.RFC_4180.withSkipRows(1),
                Dialect.RFC_4180.withoutHeader(),
                Dialect.RFC_4180.withHeaderRowCount(2),
                Dialect.RFC_4180.withSkipColumns(1),
                Dialect.RFC_4180.withBlankRowsKept(),
                Dialect.RFC_4180.withQuote('\0', '\0'));
        Path file = folder.resolve("a.csv");
        for (int i = 0; i < 20_000; i++) {
            String text = BEGINNINGS.get(random.nextInt(BEGINNINGS.size())) + random(random, 24);
            Files.writeString(file, text);
            assertAlike(
                    file,
                    dialects.get(random.nextInt(dialects.size())),
                    "seed %d, case %d: %s".formatted(seed, i, visible(text)));
        }
    }

    @Test
    void textOfManyBlocksIsReadAlike() throws IOException {
        long seed = 20260102;
        Random random = new Random(seed);
        Path file = folder.resolve("a.csv");
        List<String> ends = List.of("\n", "\r\n", "\r", "\n\n", "\r\r\n");
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder("a,b").append(ends.get(random.nextInt(5)));
            while (text.length() < 600_000) {
                text.append("x".repeat(random.nextInt(30))).append(",\"é").append(ends.get(random.nextInt(5)));
                text.append("\"\"\"").append(random.nextInt(4) == 0 ? " " : "").append(ends.get(random.nextInt(5)));
            }
            Files.writeString(file, text.append(i % 3 == 0 ? "1,2,3" : i % 3 == 1 ? "1,\"2" : "1,\"2\"3"));
            assertAlike(file, Dialect.RFC_4180, "seed %d, case %d".formatted(seed, i));
        }
    }

    @Test
    void ordinaryQuotesInManyBlocksAreReadAlike() throws IOException {
        long seed = 20260105;
        Random random = new Random(seed);
        Path file = folder.resolve("a.csv");
        List<String> cells = List.of(
                "x",
                "",
                "y\"z",
                "y\"\"",
                "\"\"",
                "\"a\"\"b\"",
                "\"\r\n\"",
                "\"\"\"\n\"\"\"",
                "é\"",
                "\",\"",
                "longer than a word");
        List<String> ends = List.of("\n", "\r\n", "\r");
        for (int i = 0; i < 6; i++) {
            StringBuilder text = new StringBuilder("a,b\n");
            while (text.length() < 600_000) {
                text.append(cells.get(random.nextInt(cells.size()))).append(',');
                text.append(cells.get(random.nextInt(cells.size()))).append(ends.get(random.nextInt(3)));
            }
            Files.writeString(file, text);
            assertAlike(file, Dialect.RFC_4180, "seed %d, case %d".formatted(seed, i));
        }
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAlike() throws IOException {
        long seed = 20260103;
        Random random = new Random(seed);
        Path file = folder.resolve("a.csv");
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = ("a,b\n" + random(random, 40)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
            bytes[random.nextInt(bytes.length)] = (byte) (0x80 + random.nextInt(0x80));
            Files.write(file, bytes);
            assertAlike(file, Dialect.RFC_4180, "seed %d, case %d".formatted(seed, i));
        }
    }

    @Test
    void everyDialectWithSingleCharactersIsReadAlike() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x\n'a;1';b\n'c'';\nd';\n");
        Dialect dialect =
                Dialect.RFC_4180.withDelimiter(";").withQuote('\'', '\'').withSkipRows(1);
        assertThat(RowTexts.of(file, dialect, CsvFile.Parsing.BYTES)).containsExactly("3|c';\nd|");
        assertAlike(file, dialect, "");
    }

    private static void assertAlike(Path file, Dialect dialect, String description) {
        assertThat(outcome(file, dialect, CsvFile.Parsing.BYTES))
                .as("%s%n%s", description, dialect)
                .isEqualTo(outcome(file, dialect, CsvFile.Parsing.COMMONS_CSV));
    }

    private static String random(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(most); length > 0; length--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String visible(String text) {
        return text.replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\0", "\\0")
                .replace("\uFEFF", "[mark]");
    }

    private static String outcome(Path file, Dialect dialect, CsvFile.Parsing parsing) {
        try {
            return RowTexts.of(file, dialect, parsing).toString();
        } catch (CsvException e) {
            return e.line() + " " + e.getMessage();
        }
    }
}
