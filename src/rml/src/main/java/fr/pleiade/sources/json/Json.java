package fr.pleiade.sources.json;

import jakarta.json.JsonException;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A JSON value, in a cell or on a line: {@code null}-free, with numbers and literals as they are written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public record Json(Kind kind, String text, List<Json> items, Map<String, Json> members) {
    private static final int DEEPEST = 200;
    private static final JsonParserFactory PARSERS = jakarta.json.Json.createParserFactory(Map.of());

    public enum Kind {
        NULL,
        SCALAR,
        ARRAY,
        OBJECT
    }

    /**
     * {@return the value of a text}
     *
     * @throws IllegalArgumentException if it is not JSON, or nested more than 200 deep
     */
    public static Json parse(String text) {
        try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
            Json value = new Reading(text, parser).value(parser.next(), 0);
            // Says whether something follows that is not white space, by an exception.
            parser.hasNext();
            return value;
        } catch (JsonException | NoSuchElementException e) {
            throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
        }
    }

    /** {@return the values at a path of members ({@code .name}, {@code ['name']}), positions and {@code [*]} from {@code $}} */
    public List<Json> at(JsonPath path) {
        List<Json> found = List.of(this);
        for (JsonPath.Step step : path.steps()) {
            List<Json> next = new ArrayList<>();
            found.forEach(value -> step.follow(value, next));
            found = next;
        }
        return found;
    }

    private static Json scalar(String text) {
        return new Json(Kind.SCALAR, text, List.of(), Map.of());
    }

    /** The values of a text that is being read. */
    private record Reading(String text, JsonParser parser) {
        Json value(JsonParser.Event event, int depth) {
            if (depth > DEEPEST) {
                throw new IllegalArgumentException("JSON nested more than %d deep".formatted(DEEPEST));
            }
            return switch (event) {
                case START_OBJECT -> object(depth);
                case START_ARRAY -> array(depth);
                case VALUE_TRUE -> scalar("true");
                case VALUE_FALSE -> scalar("false");
                case VALUE_NULL -> new Json(Kind.NULL, "", List.of(), Map.of());
                case VALUE_NUMBER -> scalar(parser.getString());
                case VALUE_STRING -> scalar(parser.getString());
                default -> throw new IllegalArgumentException("not JSON: " + event);
            };
        }

        private Json object(int depth) {
            int start = at() - 1;
            Map<String, Json> members = new LinkedHashMap<>();
            while (parser.next() != JsonParser.Event.END_OBJECT) {
                String name = parser.getString();
                members.put(name, value(parser.next(), depth + 1));
            }
            return new Json(Kind.OBJECT, text.substring(start, at()), List.of(), members);
        }

        private Json array(int depth) {
            int start = at() - 1;
            List<Json> items = new ArrayList<>();
            for (JsonParser.Event event = parser.next(); event != JsonParser.Event.END_ARRAY; event = parser.next()) {
                items.add(value(event, depth + 1));
            }
            return new Json(Kind.ARRAY, text.substring(start, at()), items, Map.of());
        }

        /** {@return the place behind what was read last} */
        private int at() {
            return (int) parser.getLocation().getStreamOffset();
        }
    }
}
