package fr.pleiade.quality.csv;

import fr.pleiade.findings.Text;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** What a line, a cell or a column looks like, for whoever asks before there is a mapping; with the rules by which findings are made. */
public final class Looks {
    /** What separates the cells of a line, the usual first. */
    public static final List<String> DELIMITERS = FileStart.DELIMITERS;

    private Looks() {}

    /** {@return what a file is that begins with a line, in English, if it is surely no CSV file} */
    public static Optional<String> otherForm(String line) {
        return FileStart.otherForm(line);
    }

    /** {@return the delimiter that a line names for Excel ({@code sep=;}), if it is such a line} */
    public static Optional<String> namedDelimiter(String line) {
        Matcher named = FileStart.SEPARATOR_LINE.matcher(line);
        return named.matches() ? Optional.of(named.group(1)) : Optional.empty();
    }

    /** {@return a line's cells by a delimiter, quotes taken off} */
    public static List<String> cells(String line, String delimiter) {
        return FileStart.cells(line, delimiter, '"');
    }

    /** {@return whether a cell begins a row of totals} */
    public static boolean isTotal(String cell) {
        return RowFindings.TOTAL.matcher(cell).matches();
    }

    /** {@return whether a cell is a number, with a decimal point or comma and blanks between thousands perhaps} */
    public static boolean isNumber(String cell) {
        return Forms.isNumber(cell);
    }

    /** {@return whether an e-mail address stands in a cell, alone or with something around it} */
    public static boolean hasMail(String cell) {
        return Forms.hasMail(cell);
    }

    /** {@return what a text should read that was decoded by a wrong encoding, if it was} */
    public static Optional<String> mended(String text) {
        return Mojibake.mended(text);
    }

    /** {@return a header as lower-case words without accents, separated by a blank} */
    public static String words(String header) {
        return PersonalFindings.words(header);
    }

    /**
     * {@return what a column looks like, if that is something personal}
     *
     * @param values some of its values, none of them empty
     */
    public static Optional<Text> personal(String header, Iterable<String> values) {
        ColumnProfile profile = new ColumnProfile(List.of());
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            profile.add(bytes, 0, bytes.length, 0, RowScan.AT);
        }
        return PersonalFindings.kind(header, profile);
    }
}
