package fr.pleiade.web.cube;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import fr.pleiade.web.figures.Cube;
import fr.pleiade.web.figures.Dimension;
import fr.pleiade.web.figures.Entry;
import fr.pleiade.web.figures.Slice;
import fr.pleiade.web.page.TableText;
import fr.pleiade.web.served.Served;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A slice as a table, a number to a row: for programs with codes and words, for spreadsheets in words. Written as it is read. */
final class SliceFile {
    private static final Text MEASURE = new Text("measure", "mesure");
    private static final Text VALUE = new Text("value", "valeur");
    private static final Text UNIT = new Text("unit", "unité");
    private static final Text STATUS = new Text("status", "statut");
    private static final Text ADDED = new Text("values added", "valeurs additionnées");

    private final Slice slice;
    private final Locale locale;

    SliceFile(Slice slice, Locale locale) {
        this.slice = slice;
        this.locale = locale;
    }

    /** Writes codes, words, the unit where the cube has units, the number and its status; the columns are called as in addresses, whatever the language. */
    void writeCsv(OutputStream out) throws IOException {
        List<String> header = new ArrayList<>();
        for (Dimension dimension : slice.cube().dimensions()) {
            header.add(dimension.name());
            if (hasWords(dimension)) {
                header.add(dimension.name() + "_label");
            }
        }
        header.add(Cube.MEASURE);
        if (slice.cube().hasUnits()) {
            header.addAll(List.of("unit", "unit_label"));
        }
        header.addAll(List.of("value", "status", "status_label"));
        if (!slice.isAsPublished()) {
            header.add("added");
        }
        TableText text = TableText.plain(out);
        text.header(header);
        write(text, true);
    }

    /** Writes words, for a spreadsheet in the language. */
    void writeSpreadsheet(OutputStream out) throws IOException {
        List<String> header = new ArrayList<>();
        slice.cube().dimensions().forEach(dimension -> header.add(dimension.label(locale)));
        header.add(MEASURE.in(locale));
        if (slice.cube().hasUnits()) {
            header.add(UNIT.in(locale));
        }
        header.addAll(List.of(VALUE.in(locale), STATUS.in(locale)));
        if (!slice.isAsPublished()) {
            header.add(ADDED.in(locale));
        }
        TableText text = TableText.spreadsheet(out, locale);
        text.header(header);
        write(text, false);
    }

    private static boolean hasWords(Dimension dimension) {
        return dimension.values().stream().limit(1).anyMatch(Term.Iri.class::isInstance);
    }

    private void write(TableText text, boolean hasCodes) throws IOException {
        List<Boolean> hasWords =
                slice.cube().dimensions().stream().map(SliceFile::hasWords).toList();
        try {
            slice.give(Integer.MAX_VALUE, entry -> row(entry, hasCodes, hasWords, text));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        text.flush();
    }

    private void row(Entry entry, boolean hasCodes, List<Boolean> hasWords, TableText text) {
        List<TableText.Cell> row = new ArrayList<>();
        Cube cube = slice.cube();
        for (Dimension dimension : cube.dimensions()) {
            int code = entry.codes().get(dimension.place());
            if (hasCodes) {
                row.add(TableText.Cell.of(code < 0 ? "" : dimension.address(code)));
            }
            if (!hasCodes || hasWords.get(dimension.place())) {
                row.add(TableText.Cell.of(code < 0 ? "" : dimension.words(code, locale)));
            }
        }
        row.add(TableText.Cell.of(
                hasCodes ? cube.measureName(entry.measure()) : cube.measure(entry.measure(), locale)));
        if (cube.hasUnits()) {
            add(entry.unit(), hasCodes, row);
        }
        row.add(entry.number()
                .map(number -> new TableText.Cell(number.toPlainString(), number.toPlainString()))
                .orElse(TableText.Cell.of("")));
        add(entry.status(), hasCodes, row);
        if (!slice.isAsPublished()) {
            row.add(new TableText.Cell(Integer.toString(entry.parts()), Integer.toString(entry.parts())));
        }
        try {
            text.row(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(Optional<Term> attribute, boolean hasCodes, List<TableText.Cell> row) {
        Served served = slice.cube().served();
        if (hasCodes) {
            row.add(TableText.Cell.of(
                    attribute.map(value -> Cube.address(value, served)).orElse("")));
        }
        row.add(TableText.Cell.of(attribute
                .map(value -> Cube.words(value, served.lexicon(), locale))
                .orElse("")));
    }
}
