package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.bytes.Lookalike;
import fr.pleiade.mapping.bytes.Spelling;
import fr.pleiade.quality.Rule;
import fr.pleiade.sources.CsvFile;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a file begins: whether it is a CSV file at all, where its header is, by which delimiter, and which columns it lacks. */
final class FileStart {
    private static final int BYTES = 1 << 16;
    private static final int LINES = 50;
    private static final char UNDECODED = '\uFFFD';
    private static final int COLUMNS_SHOWN = 8;
    static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?");
    private static final Map<String, String> OTHER_FORMS = Map.of(
            "PK\u0003\u0004", "a ZIP archive, perhaps an Excel or LibreOffice workbook",
            "%PDF", "a PDF document",
            "<!DOCTYPE", "an HTML page",
            "<html", "an HTML page",
            "<?xml", "an XML document",
            "{\\rtf", "a text with layout (RTF)");

    private final SourceTable table;
    private final List<String> lines;

    FileStart(SourceTable table) {
        this.table = table;
        String text = CsvFile.beginning(table.name(), table.path(), table.dialect(), BYTES);
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        lines = Arrays.stream(unmarked.split("\r\n|\n|\r", -1)).limit(LINES).toList();
    }

    /** Tells what is wrong. {@return whether the rows can be read} */
    boolean check(Consumer<Finding> findings) {
        Optional<Finding> other = otherForm();
        other.ifPresent(findings);
        boolean oneLine = table.dialect().headerRowCount() == 1
                && table.dialect().skipColumns() == 0
                && table.dialect().commentPrefix().isEmpty();
        if (other.isPresent()
                || !oneLine
                || line(0).indexOf(UNDECODED) >= 0
                || lines.stream().allMatch(String::isBlank)) {
            return other.isEmpty(); // what is empty or cannot be decoded is told when the rows are read
        }
        separatorLine().ifPresent(findings);
        int headerAt = headerAt();
        List<String> header = cells(headerAt, table.dialect().delimiter());
        List<String> missing = table.uses().keySet().stream()
                .filter(column -> !header.contains(column))
                .toList();
        if (missing.isEmpty() || isCutOff(headerAt)) {
            return true;
        }
        Optional<Finding> cause = otherDelimiter(headerAt, missing).or(() -> headerBelow(headerAt, missing));
        cause.ifPresentOrElse(findings, () -> missing.forEach(column -> findings.accept(missing(column, header))));
        return false;
    }

    /** A header of quoted cells may span lines, and go beyond what is looked at; the mapping says what it lacks then. */
    private boolean isCutOff(int headerAt) {
        String line = line(headerAt);
        return line.chars().filter(c -> c == table.dialect().quote()).count() % 2 == 1;
    }

    private Optional<Finding> otherForm() {
        return otherForm(line(0))
                .map(form -> Rule.NOT_CSV.at(
                        new Place.InFile(table.name()),
                        "it is %s, not a CSV file",
                        "ce n'est pas un fichier CSV (%s)",
                        form));
    }

    /** {@return what a file is that begins with a line, if it is surely no CSV file} */
    static Optional<String> otherForm(String first) {
        return OTHER_FORMS.entrySet().stream()
                .filter(form -> first.regionMatches(
                        true, 0, form.getKey(), 0, form.getKey().length()))
                .findFirst()
                .map(Map.Entry::getValue);
    }

    private Optional<Finding> separatorLine() {
        Matcher named = SEPARATOR_LINE.matcher(line(0));
        if (table.dialect().skipRows() > 0 || !named.matches()) {
            return Optional.empty();
        }
        String delimiter = named.group(1);
        return Optional.of(
                delimiter.equals(table.dialect().delimiter())
                        ? Rule.SEPARATOR_LINE.at(
                                new Place.InLine(table.name(), 1),
                                "the line '%s' only names the delimiter; it is left out",
                                "la ligne « %s » ne fait que nommer le séparateur ; elle est laissée de côté",
                                line(0))
                        : Rule.WRONG_DELIMITER.at(
                                new Place.InLine(table.name(), 1),
                                "the line '%s' names another delimiter than the declared '%s'; declare it, and csvw:skipRows 1",
                                "la ligne « %s » nomme un autre séparateur que celui déclaré, « %s » ; le déclarer, avec csvw:skipRows 1",
                                line(0),
                                shown(table.dialect().delimiter())));
    }

    private int headerAt() {
        return table.dialect().skipRows() == 0
                        && SEPARATOR_LINE.matcher(line(0)).matches()
                ? 1
                : table.dialect().skipRows();
    }

    private Optional<Finding> otherDelimiter(int headerAt, List<String> missing) {
        String declared = table.dialect().delimiter();
        for (String other : DELIMITERS) {
            List<String> cells = cells(headerAt, other);
            if (!other.equals(declared) && cells.size() > 1 && isHeader(cells, missing)) {
                return Optional.of(Rule.WRONG_DELIMITER.at(
                        new Place.InLine(table.name(), headerAt + 1),
                        "the header holds '%s' %d times and the mapping declares '%s'; by '%s' its columns are %s",
                        "l'en-tête contient %2$d fois « %1$s » et le mapping déclare « %3$s » ; par « %4$s », ses colonnes sont %5$s",
                        shown(other),
                        cells.size() - 1,
                        shown(declared),
                        shown(other),
                        listed(cells)));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding> headerBelow(int headerAt, List<String> missing) {
        List<String> delimiters = new ArrayList<>(List.of(table.dialect().delimiter()));
        delimiters.addAll(DELIMITERS);
        for (int at = headerAt + 1; at < lines.size(); at++) {
            for (String delimiter : delimiters) {
                if (isHeader(cells(at, delimiter), missing)) {
                    return Optional.of(Rule.TITLE_ROWS.at(
                            new Place.InLine(table.name(), headerAt + 1),
                            "'%s' is a title; the header is on line %d; declare csvw:skipRows %d",
                            "« %s » est un titre ; l'en-tête est à la ligne %d ; déclarer csvw:skipRows %d",
                            line(headerAt).strip(),
                            at + 1,
                            at));
                }
            }
        }
        return Optional.empty();
    }

    /** {@return whether half of the columns at least are there} */
    private static boolean isHeader(List<String> cells, List<String> wanted) {
        long found = wanted.stream().filter(cells::contains).count();
        return found > 0 && found * 2 >= wanted.size();
    }

    private Finding missing(String column, List<String> header) {
        long line = table.use(column).line();
        Optional<String> lookalike = Lookalike.difference(column, header);
        Optional<String> meant = lookalike.isPresent() ? Optional.empty() : meant(column, header);
        String en = lookalike
                .map(difference -> "; " + difference)
                .or(() -> meant.map(name -> "; did you mean '" + name + "'?"))
                .orElse("");
        String fr = lookalike
                .map(difference -> " ; une autre s'écrit presque de même (" + difference + ")")
                .or(() -> meant.map(name -> " ; serait-ce « " + name + " » ?"))
                .orElse("");
        return Rule.MISSING_COLUMN.at(
                line > 0 ? new Place.InLine(table.mapping(), line) : new Place.InFile(table.mapping()),
                "there is no column '%1$s' in %2$s%3$s; its columns are %5$s",
                "il n'y a pas de colonne « %1$s » dans %2$s%4$s ; ses colonnes sont %5$s",
                column,
                table.name(),
                en,
                fr,
                listed(header));
    }

    /** {@return the name that the column may have now: the same words written otherwise, else the likeliest misspelling} */
    private Optional<String> meant(String column, List<String> header) {
        Map<String, String> byWords = new HashMap<>();
        header.stream()
                .filter(name -> !table.uses().containsKey(name))
                .forEach(name -> byWords.putIfAbsent(words(name), name));
        return Optional.ofNullable(byWords.get(words(column)))
                .or(() -> Spelling.closest(words(column), byWords.keySet()).map(byWords::get));
    }

    private static String words(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private String line(int at) {
        return at < lines.size() ? lines.get(at) : "";
    }

    /** {@return a line's cells by a delimiter, quotes taken off} */
    private List<String> cells(int at, String delimiter) {
        return cells(line(at), delimiter, table.dialect().quote());
    }

    /** {@return a line's cells by a delimiter, quotes taken off} */
    static List<String> cells(String line, String delimiter, char quote) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == quote) {
                boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == line.charAt(i);
                if (doubled) {
                    cell.append(line.charAt(i++));
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && line.startsWith(delimiter, i)) {
                cells.add(cell.toString());
                cell.setLength(0);
                i += delimiter.length() - 1;
            } else {
                cell.append(line.charAt(i));
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String listed(List<String> columns) {
        String some = String.join(", ", columns.subList(0, Math.min(COLUMNS_SHOWN, columns.size())));
        return columns.size() > COLUMNS_SHOWN ? some + ", …" : some;
    }

    private static String shown(String delimiter) {
        return delimiter.equals("\t") ? "tab" : delimiter;
    }
}
