package fr.pleiade.sources.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of JSONPath that a cell needs: {@code $.a.b}, {@code $['a']}, {@code $[0]}, {@code $[*]}, {@code $.*}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a>
 */
public record JsonPath(List<Step> steps) {
    private static final Pattern STEP = Pattern.compile(
            "\\.?\\[\\*]|\\.\\*|\\.([\\p{L}\\p{N}_@-]+)|\\['([^']*)']|\\[\"([^\"]*)\"]|\\[([0-9]{1,9})]");

    public JsonPath {
        steps = List.copyOf(steps);
    }

    /** One step from a value to others. */
    @FunctionalInterface
    public interface Step {
        void follow(Json value, List<Json> found);
    }

    /**
     * {@return the path}
     *
     * @throws IllegalArgumentException if it is none, or has more than this part of JSONPath
     */
    public static JsonPath parse(String path) {
        String rest = path.startsWith("$") ? path.substring(1) : "." + path;
        List<Step> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new IllegalArgumentException(
                        "'%s' is not a path such as $.a.b, $['a'], $[0] or $[*]".formatted(path));
            }
            steps.add(step(matcher));
            at = matcher.end();
        }
        return new JsonPath(steps);
    }

    private static Step step(Matcher matcher) {
        for (int group = 1; group <= 3; group++) {
            String name = matcher.group(group);
            if (name != null) {
                return (value, found) -> {
                    Json member = value.members().get(name);
                    if (member != null) {
                        found.add(member);
                    }
                };
            }
        }
        if (matcher.group(4) != null) {
            int position = Integer.parseInt(matcher.group(4));
            return (value, found) -> {
                if (position < value.items().size()) {
                    found.add(value.items().get(position));
                }
            };
        }
        return JsonPath::all;
    }

    /** RFC 9535, section 2.3.2: the items of an array, the values of an object's members. */
    private static void all(Json value, List<Json> found) {
        found.addAll(value.items());
        found.addAll(value.members().values());
    }
}
