package fr.pleiade.sources;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.sources.RecordCuts.Cut;
import fr.pleiade.sources.RecordCuts.RangeReader;
import fr.pleiade.sources.json.Member;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A file that is cut anywhere gives, part by part, the rows, lines and errors that it gives whole. */
class RecordCutsTest {
    private static final List<String> PIECES = List.of(
            "a",
            "é",
            "😀",
            ",",
            ",",
            ",",
            "\"",
            "\"\"",
            "\n",
            "\n",
            "\n",
            "\r\n",
            "\r",
            " ",
            "x",
            "1",
            ",\"",
            "\",",
            "\"\n",
            "\n\"",
            "1,2\n",
            "1,\"2\n3\"\n",
            "\"\",\"\"\r\n");
    private static final List<String> BEGINNINGS =
            List.of("a,b\n", "\uFEFFa,b\r\n", "\uFEFF\"a\",b\n", "\r\n\na,b\r", "sep=,\na,b\n", "\"a\nb\",c\n", "");

    private int parts;

    @Test
    void partsAreWhatTheWholeIs() throws IOException {
        long seed = 20261126;
        Random random = new Random(seed);
        List<Dialect> dialects = List.of(
                Dialect.RFC_4180,
                Dialect.RFC_4180,
                Dialect.RFC_4180.withSkipRows(1),
                Dialect.RFC_4180.withoutHeader(),
                Dialect.RFC_4180.withHeaderRowCount(2),
                Dialect.RFC_4180.withSkipColumns(1),
                Dialect.RFC_4180.withBlankRowsKept(),
                Dialect.RFC_4180.withEncoding("windows-1252"),
                Dialect.RFC_4180.withQuote('\0', '\0'));
        for (int i = 0; i < 6_000; i++) {
            Dialect dialect = dialects.get(random.nextInt(dialects.size()));
            StringBuilder text = new StringBuilder(BEGINNINGS.get(random.nextInt(BEGINNINGS.size())));
            for (int piece = random.nextInt(40); piece > 0; piece--) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            byte[] bytes = text.toString().getBytes(Charset.forName(dialect.encoding()));
            assertThat(inParts(bytes, dialect, 1 + random.nextInt(12)))
                    .as(
                            "seed %d, case %d: %s",
                            seed, i, text.toString().replace("\n", "␊").replace("\r", "␍"))
                    .isEqualTo(whole(bytes, dialect));
        }
        assertThat(parts).isGreaterThan(12_000);
    }

    @Test
    void aQuotedCellThatSpansManyRangesStaysInOnePart() throws IOException {
        String cell = "\"" + "1,2\n".repeat(50) + "\"";
        byte[] bytes = ("a,b\nx," + cell + "\ny,z\n").getBytes(StandardCharsets.UTF_8);
        assertThat(cuts(bytes, Dialect.RFC_4180, 2, 16)).containsExactly(new Cut(0, 1), new Cut(bytes.length - 4, 53));
    }

    @Test
    void aLineThatIsLongerThanTheBufferIsRead() throws IOException {
        byte[] bytes = ("a\n" + "x".repeat(3 << 20) + "\ny\n").getBytes(StandardCharsets.UTF_8);
        assertThat(inParts(bytes, Dialect.RFC_4180, 1 << 20)).isEqualTo(whole(bytes, Dialect.RFC_4180));
    }

    @Test
    void rangesThatAreLongerThanTheBufferAreRead() throws IOException {
        byte[] bytes = ("a,b\n" + "1,\"two\nthree\nfour\"\n".repeat(250_000)).getBytes(StandardCharsets.UTF_8);
        int ranges = 3 << 19;
        List<Cut> expected = new ArrayList<>(List.of(new Cut(0, 1)));
        for (int record = 0; expected.size() * ranges < bytes.length; record++) {
            int offset = 4 + 19 * record;
            if (offset >= expected.size() * ranges) {
                expected.add(new Cut(offset, 2 + 3L * record));
            }
        }
        assertThat(cuts(bytes, Dialect.RFC_4180, 2, ranges)).isEqualTo(expected);
    }

    @Test
    void onlyWhatIsReadByBytesIsCut() {
        assertThat(RecordCuts.canBeFound("a.csv", Dialect.RFC_4180)).isTrue();
        assertThat(RecordCuts.canBeFound("a.csv", Dialect.RFC_4180.withEncoding("ISO-8859-15")))
                .isTrue();
        assertThat(RecordCuts.canBeFound("a.CSV.GZ", Dialect.RFC_4180)).isFalse();
        assertThat(RecordCuts.canBeFound("a.csv", Dialect.RFC_4180.withCompression(Dialect.Compression.ZIP)))
                .isFalse();
        assertThat(RecordCuts.canBeFound("a.jsonl", Dialect.RFC_4180.withMembers(Member.all("name: name"))))
                .isFalse();
        for (String encoding : List.of("UTF-16", "UTF-16LE", "IBM1047", "Shift_JIS")) {
            assertThat(RecordCuts.canBeFound("a.csv", Dialect.RFC_4180.withEncoding(encoding)))
                    .as(encoding)
                    .isFalse();
        }
        assertThat(RecordCuts.canBeFound("a.csv", Dialect.RFC_4180.withQuote('"', '\\')))
                .isFalse();
        assertThat(RecordCuts.canBeFound("a.csv", Dialect.RFC_4180.withCommentPrefix("#")))
                .isFalse();
    }

    /** {@return the rows of all parts; where there is no first row, or the file does not say where it begins, those of the whole} */
    private List<String> inParts(byte[] bytes, Dialect dialect, int rangeBytes) throws IOException {
        List<String> header;
        long firstRow = 0;
        try (CsvFile whole = CsvFile.read("a.csv", new ByteArrayInputStream(bytes), dialect)) {
            header = whole.header();
            Row row = new Row(List.of());
            Optional<RowBlock> block = whole.nextBlock();
            if (block.isPresent() && block.get().next(row)) {
                firstRow = row.line();
            }
        } catch (CsvException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
        List<Cut> cuts = firstRow == 0 ? List.of(new Cut(0, 1)) : cuts(bytes, dialect, firstRow, rangeBytes);
        parts += cuts.size();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < cuts.size(); i++) {
            int from = i == 0 ? 0 : (int) cuts.get(i).offset();
            int to = i + 1 == cuts.size() ? bytes.length : (int) cuts.get(i + 1).offset();
            InputStream part = new ByteArrayInputStream(Arrays.copyOfRange(bytes, from, to));
            List<String> ofPart = rows(
                    i == 0
                            ? CsvFile.read("a.csv", part, dialect)
                            : CsvFile.part(
                                    "a.csv", part, dialect, header, cuts.get(i).line()));
            rows.addAll(ofPart);
            if (!ofPart.isEmpty() && ofPart.get(ofPart.size() - 1).startsWith("a.csv")) {
                break;
            }
        }
        return rows;
    }

    private static List<String> whole(byte[] bytes, Dialect dialect) {
        try {
            return rows(CsvFile.read("a.csv", new ByteArrayInputStream(bytes), dialect));
        } catch (CsvException e) {
            return List.of(String.valueOf(e.getMessage()));
        }
    }

    private static List<Cut> cuts(byte[] bytes, Dialect dialect, long firstRow, int rangeBytes) throws IOException {
        Optional<Cut> beginning = RecordCuts.beginning(new ByteArrayInputStream(bytes), dialect);
        if (beginning.isEmpty()) {
            return List.of(new Cut(0, 1));
        }
        List<RecordCuts.Range> ranges = new ArrayList<>();
        int at = (int) beginning.get().offset();
        for (boolean isFirst = true; at < bytes.length; isFirst = false, at += rangeBytes) {
            RangeReader reader = isFirst
                    ? RangeReader.fromBeginning("a.csv", dialect, from(bytes, at), beginning.get())
                    : RangeReader.from("a.csv", dialect, from(bytes, at - 1), at);
            ranges.add(reader.next(Math.min(at + rangeBytes, bytes.length)));
        }
        return RecordCuts.of(beginning.get(), firstRow, ranges, bytes.length);
    }

    private static InputStream from(byte[] bytes, int at) {
        return new ByteArrayInputStream(bytes, at, bytes.length - at);
    }

    /** {@return each row with its line; at the end, why the file cannot be read on} */
    private static List<String> rows(CsvFile file) {
        List<String> rows = new ArrayList<>();
        Row row = new Row(List.of());
        try (file) {
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    StringBuilder text = new StringBuilder().append(row.line());
                    for (int i = 0; i < row.size(); i++) {
                        text.append('|').append(row.text(i));
                    }
                    rows.add(text.toString());
                }
            }
        } catch (CsvException e) {
            rows.add(String.valueOf(e.getMessage()));
        }
        return rows;
    }
}
