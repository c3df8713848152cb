package fr.pleiade.draft.vintage;

import fr.pleiade.mapping.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A line of a column sheet.
 *
 * @param titles what files call the column
 * @param isTitled whether its {@code titles} say so, and not the key of the line
 * @param isOptional whether files may lack it
 * @param isSkipped whether nothing becomes of it
 * @param isKey whether it names a row, alone or with others
 * @param line where it stands, from 1
 */
record SheetColumn(
        List<String> titles, boolean isTitled, boolean isOptional, boolean isSkipped, boolean isKey, long line) {
    private static final String ALL_OTHERS = "*";

    SheetColumn {
        titles = List.copyOf(titles);
    }

    /** {@return the lines of a sheet that are columns of the file, without those for several columns} */
    static List<SheetColumn> of(YamlNode sheet) {
        List<String> keys = find(sheet, "primaryKey").map(SheetColumn::texts).orElse(List.of());
        return columns(sheet).stream()
                .filter(entry -> !entry.key().equals(ALL_OTHERS) && !isPattern(entry.key()))
                .filter(entry -> !isVirtual(entry.value()))
                .map(entry -> of(entry, keys))
                .toList();
    }

    /** {@return whether the sheet passes over all columns that it does not name} */
    static boolean skipsOthers(YamlNode sheet) {
        return columns(sheet).stream().anyMatch(entry -> entry.key().equals(ALL_OTHERS));
    }

    /** {@return the forms of headers that the sheet has a line for} */
    static List<Pattern> patterns(YamlNode sheet) {
        return columns(sheet).stream()
                .map(YamlNode.Entry::key)
                .filter(key -> !key.equals(ALL_OTHERS) && isPattern(key))
                .map(key -> Pattern.compile(Arrays.stream(key.split("\\{[^}]*\\}|\\*", -1))
                        .map(part -> part.isEmpty() ? "" : Pattern.quote(part))
                        .reduce((one, two) -> one + ".+" + two)
                        .orElse("")))
                .toList();
    }

    private static boolean isPattern(String key) {
        return key.matches("(?s).*(?:\\{[^}]*\\}|\\*).*");
    }

    private static List<YamlNode.Entry> columns(YamlNode sheet) {
        return find(sheet, "columns").map(YamlNode::entries).orElse(List.of());
    }

    private static SheetColumn of(YamlNode.Entry entry, List<String> keys) {
        YamlNode value = entry.value();
        String header = entry.key();
        boolean isMarked = header.matches("(?s).*\\S\\?");
        List<String> said = find(value, "titles").map(SheetColumn::texts).orElse(List.of());
        String plain = isMarked ? header.substring(0, header.length() - 1) : header;
        List<String> called =
                Arrays.stream(plain.split(" \\| ")).map(String::strip).toList();
        List<String> titles = said.isEmpty() ? called : said;
        List<String> is = value.isText()
                ? List.of(value.text())
                : find(value, "is").map(SheetColumn::texts).orElse(List.of());
        return new SheetColumn(
                titles,
                !said.isEmpty(),
                isMarked || isTrue(value, "optional"),
                value.isText() && value.text().equals("skip")
                        || find(value, "skip").isPresent(),
                is.contains("key") || titles.stream().anyMatch(keys::contains),
                entry.line());
    }

    private static boolean isVirtual(YamlNode value) {
        return isTrue(value, "virtual");
    }

    private static boolean isTrue(YamlNode value, String key) {
        return find(value, key).filter(node -> node.text().equals("true")).isPresent();
    }

    static Optional<YamlNode> find(YamlNode node, String key) {
        return node.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(YamlNode.Entry::value)
                .findFirst();
    }

    private static List<String> texts(YamlNode node) {
        return (node.isList() ? node.items().stream() : Stream.of(node))
                .flatMap(item -> item.isMap() ? item.entries().stream().map(YamlNode.Entry::value) : Stream.of(item))
                .flatMap(item -> item.isList() ? item.items().stream() : Stream.of(item))
                .map(YamlNode::text)
                .toList();
    }

    /** {@return the first of its names that a file has} */
    Optional<String> in(List<String> header) {
        return titles.stream().filter(header::contains).findFirst();
    }

    /** {@return the same column with one more name} */
    SheetColumn with(String title) {
        List<String> all = new ArrayList<>(titles);
        all.add(title);
        return new SheetColumn(all, isTitled, isOptional, isSkipped, isKey, line);
    }

    /** {@return the same column, which files may lack} */
    SheetColumn optional() {
        return new SheetColumn(titles, isTitled, true, isSkipped, isKey, line);
    }
}
