package fr.pleiade.mapping.json;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * A JSON document in which each value knows its line.
 *
 * @param kind what the value is
 * @param text a string's content, a number or boolean as it is written; else {@code ""}
 * @param items an array's items
 * @param members an object's members, in their order
 * @param line where the value begins, from 1
 */
public record JsonTree(Kind kind, String text, List<JsonTree> items, Map<String, JsonTree> members, long line) {
    private static final int DEEPEST = 100;
    private static final JsonParserFactory PARSERS = jakarta.json.Json.createParserFactory(Map.of());

    /** What a value is. */
    public enum Kind {
        NULL,
        STRING,
        NUMBER,
        BOOLEAN,
        ARRAY,
        OBJECT
    }

    /**
     * {@return the value of a text}
     *
     * @throws IllegalArgumentException with what is wrong with it, if it is not JSON, or nested more than 100 deep
     */
    public static JsonTree parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            JsonTree value = value(parser, parser.next(), 0);
            // Says whether something follows that is not white space, by an exception.
            parser.hasNext();
            return value;
        } catch (JsonException | NoSuchElementException e) {
            throw new IllegalArgumentException("this is not JSON: " + e.getMessage(), e);
        }
    }

    private static JsonTree value(JsonParser parser, JsonParser.Event event, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("JSON nested more than %d deep".formatted(DEEPEST));
        }
        long line = parser.getLocation().getLineNumber();
        return switch (event) {
            case START_OBJECT -> {
                Map<String, JsonTree> members = new LinkedHashMap<>();
                while (parser.next() != JsonParser.Event.END_OBJECT) {
                    String name = parser.getString();
                    members.put(name, value(parser, parser.next(), depth + 1));
                }
                yield new JsonTree(Kind.OBJECT, "", List.of(), members, line);
            }
            case START_ARRAY -> {
                List<JsonTree> items = new ArrayList<>();
                for (JsonParser.Event e = parser.next(); e != JsonParser.Event.END_ARRAY; e = parser.next()) {
                    items.add(value(parser, e, depth + 1));
                }
                yield new JsonTree(Kind.ARRAY, "", items, Map.of(), line);
            }
            case VALUE_STRING -> scalar(Kind.STRING, parser.getString(), line);
            case VALUE_NUMBER -> scalar(Kind.NUMBER, parser.getString(), line);
            case VALUE_TRUE -> scalar(Kind.BOOLEAN, "true", line);
            case VALUE_FALSE -> scalar(Kind.BOOLEAN, "false", line);
            case VALUE_NULL -> scalar(Kind.NULL, "", line);
            default -> throw new IllegalArgumentException("this is not JSON: " + event);
        };
    }

    private static JsonTree scalar(Kind kind, String text, long line) {
        return new JsonTree(kind, text, List.of(), Map.of(), line);
    }

    /** {@return a string that no document has} */
    public static JsonTree string(String text) {
        return scalar(Kind.STRING, text, 0);
    }

    /** {@return a number or boolean, as it is written, that no document has} */
    public static JsonTree bare(String text) {
        return scalar(text.equals("true") || text.equals("false") ? Kind.BOOLEAN : Kind.NUMBER, text, 0);
    }

    /** {@return an array that no document has} */
    public static JsonTree array(List<JsonTree> items) {
        return new JsonTree(Kind.ARRAY, "", items, Map.of(), 0);
    }

    /** {@return an object that no document has} */
    public static JsonTree object(Map<String, JsonTree> members) {
        return new JsonTree(Kind.OBJECT, "", List.of(), members, 0);
    }

    /** {@return the value as JSON: what fits in 100 characters on a line, of the rest each item on its own} */
    public String print() {
        return JsonPrinter.print(this) + "\n";
    }

    public boolean isString() {
        return kind == Kind.STRING;
    }

    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** {@return a member of an object} */
    public Optional<JsonTree> member(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** {@return the items of an array, or the value itself} */
    public List<JsonTree> each() {
        return isArray() ? items : List.of(this);
    }

    /** {@return the value as messages show it} */
    public String describe() {
        return switch (kind) {
            case STRING -> "\"" + text + "\"";
            case NULL -> "null";
            case ARRAY -> "an array";
            case OBJECT -> "an object";
            default -> text;
        };
    }
}
