package fr.pleiade.draft.vintage;

import fr.pleiade.draft.folder.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes the text of a column sheet line by line, so that comments and everything else stay as people wrote them. */
final class SheetEdit {
    private static final Pattern KEY = Pattern.compile(
            "^(\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|[^\\s\"'#&*!|>%@`\\[{,?-][^#]*?|[-?][^\\s#][^#]*?)\\s*:( +|$)");
    private static final Pattern TITLES = Pattern.compile(
            "(?<=[{,] )titles: (?:\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^']|'')*'|\\[(?:\"(?:[^\"\\\\]|\\\\.)*\"|[^\\]\"])*\\]|[^,}\\[]+?)(?=\\s*[,}])");

    private final List<String> lines;

    SheetEdit(String text) {
        lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }

    String text() {
        return String.join("\n", lines);
    }

    /** Writes what a column is called, and whether files may lack it. {@return whether its line can be changed so} */
    boolean rename(SheetColumn column) {
        int at = (int) column.line() - 1;
        Optional<String> changed = column.isTitled() ? titled(lines.get(at), column) : keyed(lines.get(at), column);
        changed.ifPresent(line -> lines.set(at, line));
        return changed.isPresent();
    }

    private static Optional<String> titled(String line, SheetColumn column) {
        Matcher titles = TITLES.matcher(line);
        if (!titles.find()) {
            return Optional.empty();
        }
        boolean isSaid =
                !column.isOptional() || line.contains("optional: true") || line.matches("\\s*\"?[^:]*\\S\\?\"?:.*");
        String written = "titles: " + YamlText.list(column.titles()) + (isSaid ? "" : ", optional: true");
        return Optional.of(titles.replaceFirst(Matcher.quoteReplacement(written)));
    }

    private static Optional<String> keyed(String line, SheetColumn column) {
        Matcher key = KEY.matcher(line);
        if (!key.find() || column.titles().stream().anyMatch(title -> !isPlain(title))) {
            return Optional.empty();
        }
        String name = column.titles().stream().collect(Collectors.joining(" | ")) + (column.isOptional() ? "?" : "");
        String written = YamlText.of(name) + ":";
        int room = key.end() - key.end(1) - written.length();
        return Optional.of(key.group(1)
                + written
                + (key.group(3).isEmpty() ? "" : " ".repeat(Math.max(1, room)))
                + line.substring(key.end()));
    }

    /** {@return whether a header can stand in a line's key, where bars, marks and braces mean something} */
    private static boolean isPlain(String title) {
        return !title.contains(" | ")
                && !title.matches("(?s).*(?:\\?|[{}*]|\\R).*")
                && !title.startsWith("@")
                && title.equals(title.strip());
    }

    /** Writes that the cells of a column are lists, which its line did not say. {@return whether the line can be changed so} */
    boolean list(long line, String word, String separator) {
        int at = (int) line - 1;
        String list = "list: " + YamlText.of(separator);
        String changed = lines.get(at).contains("list: ")
                ? lines.get(at)
                : lines.get(at).contains("type: " + word)
                        ? lines.get(at).replaceFirst("type: " + word + "(?=[,} ])", "type: " + word + ", " + list)
                        : lines.get(at)
                                .replaceFirst("(: +)" + word + "(?=$| +#)", "$1{ type: " + word + ", " + list + " }");
        return change(at, changed);
    }

    /** Writes another type of a column. {@return whether its line said the one before} */
    boolean type(long line, String before, String now) {
        int at = (int) line - 1;
        String changed =
                lines.get(at).replaceFirst("(: +|type: )" + Pattern.quote(before) + "(?=$| +#|[,} ])", "$1" + now);
        return change(at, changed);
    }

    private boolean change(int at, String changed) {
        boolean isOther = !changed.equals(lines.get(at));
        lines.set(at, changed);
        return isOther;
    }

    /** Writes another value of a key at the beginning of a line. {@return whether there is one such line that had the value} */
    boolean replace(String indent, String key, String before, String now) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String value = line.startsWith(indent + key + ":")
                    ? line.substring(indent.length() + key.length() + 1)
                            .replaceFirst("\\s+#.*$", "")
                            .strip()
                    : "";
            if (value.equals(before) || value.equals(YamlText.of(before)) || value.equals("'" + before + "'")) {
                found.add(i);
            }
        }
        if (found.size() == 1) {
            lines.set(found.get(0), indent + key + ": " + YamlText.of(now));
        }
        return found.size() == 1;
    }

    /** Adds lines behind a line. */
    void add(long behind, List<String> more) {
        lines.addAll((int) behind, more);
    }

    /** {@return the last line from one on that is no blank and no comment, and belongs to the same part} */
    long end(long line) {
        int last = (int) line - 1;
        String start = lines.get(last);
        int indent = start.length() - start.stripLeading().length();
        for (int i = last + 1; i < lines.size(); i++) {
            String text = lines.get(i);
            int deep = text.length() - text.stripLeading().length();
            if (!text.isBlank() && !text.strip().startsWith("#")) {
                if (deep <= indent) {
                    break;
                }
                last = i;
            }
        }
        return last + 1L;
    }
}
