package fr.pleiade.spark;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.sources.CsvWriter;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The findings of a part as CSV, one a record, in their order; no file where there is none. For one thread. */
final class FindingsFile {
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

    private final OutputFolder folder;
    private final String name;
    private OutputFolder.@Nullable Written file;
    private @Nullable CsvWriter out;

    /** @param part the number of the part */
    FindingsFile(OutputFolder folder, int part) {
        this.folder = folder;
        this.name = "findings/part-%05d.csv".formatted(part);
    }

    void write(Finding finding) {
        write(cells(finding));
    }

    /** Writes what is wrong with a cell, or with the metadata of a table. */
    void write(MappingError fault) {
        write(List.of(
                "csvw",
                "WARNING",
                fault.document(),
                String.valueOf(fault.line()),
                "",
                "",
                fault.problem(),
                "",
                "",
                ""));
    }

    private void write(List<String> cells) {
        try {
            CsvWriter writer = out;
            if (writer == null) {
                file = folder.create(name);
                writer = new CsvWriter(file.out());
                writer.write(HEADER);
                out = writer;
            }
            writer.write(cells);
        } catch (IOException e) {
            throw OutputFolder.failed(name, e);
        }
    }

    static List<String> cells(Finding finding) {
        Place place = finding.place();
        String file = "";
        String line = "";
        String column = "";
        String value = "";
        if (place instanceof Place.InCell cell) {
            file = cell.file();
            line = String.valueOf(cell.line());
            column = cell.column();
            value = cell.value();
        } else if (place instanceof Place.InLine inLine) {
            file = inLine.file();
            line = String.valueOf(inLine.line());
        } else {
            file = place.describe();
        }
        return List.of(
                finding.rule(),
                finding.severity().toString(),
                file,
                line,
                column,
                value,
                finding.problem().en(),
                finding.problem().fr(),
                finding.remedy().en(),
                finding.remedy().fr());
    }

    /** Gives the file its name, if there is one. */
    void commit() {
        OutputFolder.Written written = file;
        CsvWriter writer = out;
        if (written == null || writer == null) {
            return;
        }
        try (written) {
            writer.close();
            written.commit();
        } catch (IOException e) {
            throw OutputFolder.failed(name, e);
        }
    }
}
