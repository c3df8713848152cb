package fr.pleiade.mapping.csvw;

import fr.pleiade.mapping.csvw.TableRule.ColumnRule;
import fr.pleiade.mapping.csvw.TableRule.Title;
import fr.pleiade.mapping.model.MappingError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The columns of a table: those of its metadata, held against the file's header, and those that only the file has.
 *
 * @param all in their order, virtual ones last
 */
record Columns(List<Column> all) {
    /** A column whose name is known. */
    record Column(String name, boolean isVirtual, boolean isSuppressed, Inherited inherited) {}

    static Columns of(TableRule table, List<String> header, Consumer<MappingError> faults) {
        List<ColumnRule> described = table.columns();
        List<ColumnRule> inFile =
                described.stream().filter(column -> !column.isVirtual()).toList();
        if (!described.isEmpty() && inFile.size() != header.size()) {
            faults.accept(new MappingError(
                    table.file().toString(),
                    1,
                    "the file has %d columns, and its metadata %d".formatted(header.size(), inFile.size())));
        }
        List<Column> all = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String title = table.dialect().headerRowCount() == 0 ? "" : header.get(i);
            if (i < inFile.size()) {
                compare(table, inFile.get(i), title, faults);
                all.add(column(inFile.get(i), i, table.context().language()));
            } else {
                String name =
                        title.isEmpty() || !described.isEmpty() || !table.takesTitles() ? numbered(i) : encoded(title);
                all.add(new Column(name, false, false, table.inherited()));
            }
        }
        described.stream()
                .filter(ColumnRule::isVirtual)
                .forEach(column ->
                        all.add(column(column, all.size(), table.context().language())));
        return new Columns(all);
    }

    private static Column column(ColumnRule rule, int position, String language) {
        String name = !rule.name().isEmpty()
                ? rule.name()
                : rule.titles().stream()
                        .filter(title -> title.language().equals(language))
                        .findFirst()
                        .map(title -> encoded(title.text()))
                        .orElse(numbered(position));
        return new Column(name, rule.isVirtual(), rule.isSuppressed(), rule.inherited());
    }

    private static String numbered(int position) {
        return "_col." + (position + 1);
    }

    /** A title of the file is in the language of the table, and one without a language matches any. */
    private static void compare(TableRule table, ColumnRule column, String title, Consumer<MappingError> faults) {
        String language = table.inherited().language();
        boolean isKnown = column.titles().stream()
                .anyMatch(t -> t.text().equals(title)
                        && (matches(t, language)
                                || matches(t, column.inherited().language())));
        if (!title.isEmpty() && !column.titles().isEmpty() && !isKnown) {
            faults.accept(new MappingError(
                    table.file().toString(),
                    1,
                    "the column '%s' has none of the titles in its metadata".formatted(title)));
        }
    }

    private static boolean matches(Title title, String language) {
        String shorter = title.language().length() < language.length() ? title.language() : language;
        String longer = title.language().length() < language.length() ? language : title.language();
        return shorter.equals(Inherited.NO_LANGUAGE)
                || longer.equals(Inherited.NO_LANGUAGE)
                || longer.equalsIgnoreCase(shorter)
                || longer.toLowerCase(Locale.ROOT).startsWith(shorter.toLowerCase(Locale.ROOT) + "-");
    }

    /** {@return a title as a name that a URI template can have} */
    private static String encoded(String title) {
        StringBuilder name = new StringBuilder();
        for (byte b : title.getBytes(StandardCharsets.UTF_8)) {
            boolean isPlain = b >= 0 && (Character.isLetterOrDigit(b) || b == '_' || b == '.');
            name.append(isPlain ? String.valueOf((char) b) : "%%%02X".formatted(b));
        }
        return name.toString();
    }
}
