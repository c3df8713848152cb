package fr.pleiade.draft.schema;

import fr.pleiade.mapping.json.JsonTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * What a Table Schema says of a column.
 *
 * @see <a href="https://specs.frictionlessdata.io/table-schema/#field-descriptors">Table Schema, field descriptors</a>
 */
record Field(
        String name, String type, String format, String title, String description, Map<String, JsonTree> constraints) {
    /** The letters of a date's format, and what the column sheet has for them. */
    private static final Map<Character, String> DATE_LETTERS =
            Map.of('Y', "yyyy", 'y', "yy", 'm', "MM", 'd', "dd", 'H', "HH", 'M', "mm", 'S', "ss", 'j', "DDD");

    private static final Set<String> CARRIED = Set.of("required", "enum", "pattern");

    Field {
        constraints = new TreeMap<>(constraints);
    }

    static Field of(JsonTree field) {
        return new Field(
                text(field, "name"),
                text(field, "type"),
                text(field, "format"),
                text(field, "title"),
                text(field, "description"),
                field.member("constraints").map(JsonTree::members).orElse(Map.of()));
    }

    private static String text(JsonTree node, String key) {
        return node.member(key)
                .filter(JsonTree::isString)
                .map(JsonTree::text)
                .orElse("")
                .strip();
    }

    boolean isRequired() {
        return isTrue("required");
    }

    private boolean isTrue(String constraint) {
        return Optional.ofNullable(constraints.get(constraint))
                .filter(node -> node.text().equals("true"))
                .isPresent();
    }

    /** {@return the regular expression that the values must have: that of the schema, or the values that it lists} */
    String pattern() {
        List<String> values =
                Optional.ofNullable(constraints.get("enum")).map(JsonTree::each).orElse(List.of()).stream()
                        .map(JsonTree::text)
                        .toList();
        String pattern = values.isEmpty()
                ? Optional.ofNullable(constraints.get("pattern"))
                        .map(JsonTree::text)
                        .orElse("")
                : values.stream().map(Field::literally).collect(Collectors.joining("|"));
        return isString() && isRegularExpression(pattern) ? pattern : "";
    }

    private static String literally(String value) {
        return value.replaceAll("[\\\\^$.|?*+()\\[\\]{}]", "\\\\$0");
    }

    private static boolean isRegularExpression(String pattern) {
        try {
            Pattern.compile(pattern);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    private boolean isString() {
        return type.isEmpty() || type.equals("string");
    }

    /** {@return what the schema asks that the column sheet has no word for} */
    List<String> notCarried() {
        List<String> left = new ArrayList<>();
        constraints.forEach((name, value) -> {
            boolean isCarried = CARRIED.contains(name)
                    && (!name.equals("pattern") && !name.equals("enum")
                            || !pattern().isEmpty());
            if (!isCarried && !value.text().equals("false")) {
                left.add(value.text().isEmpty() ? name : name + ": " + value.text());
            }
        });
        return left;
    }

    /**
     * {@return the datatype of the column sheet}
     *
     * @param seen what the cells seem to be
     * @param isValue whether that is a kind of value, and no identifier system or code
     */
    String sheetType(String seen, boolean isValue) {
        return switch (type) {
            case "integer", "boolean", "year", "time", "duration" -> type;
            case "number" -> "decimal";
            case "yearmonth" -> "month";
            case "datetime" -> isAsUsual() ? "dateTime" : "dateTime " + dateFormat();
            case "date" -> isAsUsual() || dateFormat().equals("yyyy-MM-dd") ? "date" : "date " + dateFormat();
            case "geopoint" -> "point";
            default -> string(seen, isValue);
        };
    }

    private String string(String seen, boolean isValue) {
        return switch (format) {
            case "email" -> "email";
            case "uri" -> "url";
            default ->
                !isValue
                        ? seen
                        : seen.equals("url") || seen.equals("email") || seen.equals("point") ? seen : digits(seen);
        };
    }

    /** Numbers and years that are said to be strings are codes. */
    private static String digits(String seen) {
        return seen.equals("integer") || seen.equals("decimal") || seen.equals("year") ? "code" : "text";
    }

    private boolean isAsUsual() {
        return format.isEmpty() || format.equals("default") || format.equals("any");
    }

    private String dateFormat() {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char c = format.charAt(i);
            if (c == '%' && i + 1 < format.length()) {
                pattern.append(DATE_LETTERS.getOrDefault(format.charAt(++i), ""));
            } else {
                pattern.append(c);
            }
        }
        return pattern.toString();
    }
}
