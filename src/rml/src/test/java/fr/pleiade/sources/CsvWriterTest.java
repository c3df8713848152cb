package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CsvWriterTest {
    @Test
    void onlyCommasQuotationMarksAndLineEndsNeedQuotes() throws IOException {
        assertThat(written(List.of("a,b", "say \"x\"", "1\n2", "3\r4", " é ", "#c", "", "'")))
                .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"1\n2\",\"3\r4\", é ,#c,,'\r\n");
        assertThat(written(List.of("", "é"))).isEqualTo(",é\r\n");
    }

    @Test
    void aRecordOfOneEmptyCellIsNoBlankLine() throws IOException {
        assertThat(written(List.of(""))).isEqualTo("\"\"\r\n");
    }

    @Test
    void whatMeansNoValueIsAnEmptyCell() throws IOException {
        ParsedBlock block = new ParsedBlock(0);
        block.add(1, List.of(Optional.of("NA"), Optional.empty(), Optional.of("x")));
        Row row = new Row(List.of("NA"));
        block.next(row);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.write(row);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(",,x\r\n");
    }

    private static String written(List<String> cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (CsvWriter writer = new CsvWriter(out)) {
            writer.write(cells);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
