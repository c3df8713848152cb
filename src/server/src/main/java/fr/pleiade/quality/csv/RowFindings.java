package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.Rule;
import fr.pleiade.sources.Row;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Rows that are none of the table: totals, notes, the header once more. Most are seen to be rows by a few bytes of their first cell. */
final class RowFindings {
    static final Pattern TOTAL = Pattern.compile(
            "(?iu)\\s*(?:(?:sous|sub)[- ]?)?(?:grand )?tota(?:l|ux|le|les|ls)\\b.*|\\s*(?:ensemble|somme|sum)\\s*:?\\s*");
    private static final Pattern NOTE = Pattern.compile(
            "(?iu)\\s*(?:\\*|©|\\([*0-9]\\)|(?:sources?|notes?|champ|lecture|nb|n\\.b\\.|remarques?|licence|mise à jour|extraction)\\b *[:.]).*");

    private final String file;
    private final List<String> names;
    private final byte[][] header;
    private final Occurrences totals = new Occurrences();
    private final Occurrences notes = new Occurrences();
    private long headers;
    private long firstHeader;
    private long lastTotal;

    RowFindings(String file, List<String> names) {
        this.file = file;
        this.names = names;
        this.header = names.stream()
                .map(name -> name.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** Looks at a row, which has as many cells as the header. */
    void add(Row row) {
        byte[] bytes = row.bytes();
        int start = row.start(0);
        int end = row.end(0);
        if (start >= end) {
            return;
        }
        if (mayBeTotal(bytes, start, end) && TOTAL.matcher(row.text(0)).matches()) {
            totals.add(row.line(), bytes, start, end);
            lastTotal = row.line();
        } else if (isAlone(row) && NOTE.matcher(row.text(0)).matches()) {
            notes.add(row.line(), bytes, start, end);
        } else if (header[0].length > 0 && bytes[start] == header[0][0] && isHeader(row)) {
            firstHeader = headers++ == 0 ? row.line() : firstHeader;
        }
    }

    /** {@return whether the first letters are those of a total, a subtotal or a grand total} */
    private static boolean mayBeTotal(byte[] bytes, int start, int end) {
        if (end - start < 5) {
            return false;
        }
        int first = bytes[start] | 0x20;
        int second = bytes[start + 1] | 0x20;
        return first == 't' && second == 'o'
                || first == 's' && second == 'o'
                || first == 's' && second == 'u'
                || first == 'g' && second == 'r';
    }

    private static boolean isAlone(Row row) {
        int size = row.size();
        if (size < 3 || row.start(1) < row.end(1) || row.start(2) < row.end(2)) {
            return false;
        }
        for (int column = 3; column < size; column++) {
            if (row.start(column) < row.end(column)) {
                return false;
            }
        }
        return true;
    }

    private boolean isHeader(Row row) {
        for (int column = 0; column < header.length; column++) {
            if (!Arrays.equals(
                    row.bytes(), row.start(column), row.end(column), header[column], 0, header[column].length)) {
                return false;
            }
        }
        return true;
    }

    /** @param last the last row's cells, of which any may say that it is one of totals */
    void tell(long line, List<String> last, Consumer<Finding> findings) {
        for (int column = 0; column < last.size() && line > lastTotal; column++) {
            if (TOTAL.matcher(last.get(column)).matches()) {
                findings.accept(total(
                        new Place.InCell(file, line, names.get(column), last.get(column)),
                        "the last row is",
                        "la dernière ligne est"));
                break;
            }
        }
        totals.forEach((value, place) -> findings.accept(total(
                new Place.InCell(file, place.line(), names.get(0), value),
                place.cells() > 1
                        ? place.cells() + " rows are each"
                        : place.line() == line ? "the last row is" : "the row is",
                place.cells() > 1
                        ? place.cells() + " lignes sont chacune"
                        : place.line() == line ? "la dernière ligne est" : "la ligne est")));
        notes.forEach((value, place) -> findings.accept(Rule.NOTE_ROW.at(
                new Place.InCell(file, place.line(), names.get(0), value),
                "a text alone in its row: a note, which becomes a thing like the others",
                "un texte seul sur sa ligne : une note, qui devient une chose comme les autres")));
        if (headers > 0) {
            findings.accept(Rule.HEADER_AGAIN.at(
                    new Place.InLine(file, firstHeader),
                    "%d rows are the header once more",
                    "%d lignes répètent l'en-tête",
                    headers));
        }
    }

    private static Finding total(Place place, String en, String fr) {
        Text said = new Text(
                en + " a total, and becomes a thing like the others",
                fr + " un total, et devient une chose comme les autres");
        return Rule.TOTAL_ROW.at(place, "%s", "%2$s", said.en(), said.fr());
    }
}
