package fr.pleiade.publication.parts;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.release.PublicationException;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the mapping of a graph elsewhere told of its rows, as {@code map --spark} writes it beside the parts: {@code report.json} with the
 * number of rows, and {@code findings/}. Both may be missing.
 */
final class MappingReport {
    private static final Pattern ROWS = Pattern.compile("\"rows\"\\s*:\\s*(\\d{1,15})");
    private static final List<String> HEADER = List.of(
            "rule",
            "severity",
            "file",
            "line",
            "column",
            "value",
            "problem_en",
            "problem_fr",
            "remedy_en",
            "remedy_fr");

    private final PartPlace place;
    private final String slug;

    MappingReport(PartPlace place, String slug) {
        this.place = place;
        this.slug = slug;
    }

    /** {@return how many rows were mapped; 0 where that is not told} */
    long rows() throws IOException {
        Optional<byte[]> report = place.small(slug + "/report.json");
        Matcher rows = ROWS.matcher(
                report.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(""));
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    /**
     * Tells what was found in the rows.
     *
     * @throws PublicationException if a file of findings is none
     */
    void tell(Consumer<Finding> findings) throws IOException {
        for (Path file : place.findings(slug)) {
            try (CsvFile csv = CsvFile.open(file.toString(), file, Dialect.RFC_4180)) {
                if (!csv.header().equals(HEADER)) {
                    throw new IllegalArgumentException(
                            "its columns are %s, and not %s".formatted(csv.header(), HEADER));
                }
                Row row = new Row(List.of());
                for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                    while (block.get().next(row)) {
                        findings.accept(finding(row));
                    }
                    block.get().recycle();
                }
            } catch (CsvException | IllegalArgumentException e) {
                throw PublicationException.input(
                                file.toString(),
                                "it is no file of findings: " + e.getMessage(),
                                "copy it again, or remove it")
                        .causedBy(e);
            }
        }
    }

    private static Finding finding(Row row) {
        return new Finding(
                row.text(0),
                Severity.valueOf(row.text(1)),
                place(row),
                new Text(row.text(6), row.text(7)),
                new Text(row.text(8), row.text(9)));
    }

    private static Place place(Row row) {
        if (row.text(3).isEmpty()) {
            return new Place.InFile(row.text(2));
        }
        long line = Long.parseLong(row.text(3));
        return row.text(4).isEmpty()
                ? new Place.InLine(row.text(2), line)
                : new Place.InCell(row.text(2), line, row.text(4), row.text(5));
    }
}
