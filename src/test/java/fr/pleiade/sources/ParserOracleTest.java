package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The byte parser reads what Commons CSV reads, and refuses what it refuses. */
class ParserOracleTest {
    private static final List<String> PIECES =
            List.of("a", "é", "😀", ",", ",", "\"", "\"", "\"\"", "\n", "\n", "\r\n", " ", "x", "1");

    @TempDir
    Path folder;

    @Test
    void randomTextIsReadAlike() throws IOException {
        long seed = 20260101;
        Random random = new Random(seed);
        Path file = folder.resolve("a.csv");
        for (int i = 0; i < 20_000; i++) {
            String text = "a,b\n" + random(random);
            Files.writeString(file, text);
            assertThat(outcome(file, CsvFile.Parsing.FASTEST))
                    .as(
                            "seed %d, case %d: %s",
                            seed, i, text.replace("\n", "\\n").replace("\r", "\\r"))
                    .isEqualTo(outcome(file, CsvFile.Parsing.COMMONS_CSV));
        }
    }

    @Test
    void everyDialectWithSingleCharactersIsReadAlike() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "x\n'a;1';b\n'c'';\nd';\n");
        Dialect dialect =
                Dialect.RFC_4180.withDelimiter(";").withQuote('\'', '\'').withSkipRows(1);
        List<String> rows = RowTexts.of(file, dialect, CsvFile.Parsing.FASTEST);
        assertThat(rows)
                .containsExactly("3|c';\nd|")
                .isEqualTo(RowTexts.of(file, dialect, CsvFile.Parsing.COMMONS_CSV));
    }

    private static String random(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(24); length > 0; length--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static String outcome(Path file, CsvFile.Parsing parsing) {
        try {
            return RowTexts.of(file, Dialect.RFC_4180, parsing).toString();
        } catch (CsvException e) {
            return "refused";
        }
    }
}
