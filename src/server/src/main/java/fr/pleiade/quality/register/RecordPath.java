package fr.pleiade.quality.register;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A path to values in a record, as a register's declaration writes it.
 *
 * <p>Members are separated by full stops; {@code []} goes to each element of a list, {@code [type=parent]} to each whose member is so, or
 * has that among others, in any letters. A value that is no list is its own only element, and what is absent or {@code null} has no values:
 *
 * <pre>{@code
 * names[].value
 * relationships[type=parent].id
 * external_ids[type=isni].all[]
 * }</pre>
 */
final class RecordPath {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)(?:(\\[\\])|\\[([^=\\]]+)=([^\\]]*)\\])?");

    private final List<Step> steps = new ArrayList<>();

    private record Step(String member, boolean isEach, String filter, String wanted) {
        Stream<JsonNode> from(JsonNode node) {
            JsonNode value = node.path(member);
            if (value.isMissingNode() || value.isNull()) {
                return Stream.empty();
            }
            if (!isEach) {
                return Stream.of(value);
            }
            Stream<JsonNode> elements = value.isArray() ? value.valueStream() : Stream.of(value);
            return elements.filter(
                    element -> !element.isNull() && (filter.isEmpty() || isWanted(element.path(filter))));
        }

        private boolean isWanted(JsonNode value) {
            return value.isArray()
                    ? value.valueStream().anyMatch(this::isWanted)
                    : value.asString("").equalsIgnoreCase(wanted);
        }
    }

    /** @throws IllegalArgumentException if it is no such path */
    RecordPath(String path) {
        for (String part : path.split("\\.(?![^\\[]*\\])", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                throw new IllegalArgumentException("'%s' is no path to values: '%s' is no step".formatted(path, part));
            }
            boolean isFilter = step.group(3) != null;
            steps.add(new Step(
                    step.group(1),
                    isFilter || step.group(2) != null,
                    isFilter ? step.group(3) : "",
                    isFilter ? step.group(4) : ""));
        }
    }

    /** {@return the values at the path, numbers as they are written} */
    List<String> values(JsonNode node) {
        Stream<JsonNode> at = Stream.of(node);
        for (Step step : steps) {
            at = at.flatMap(step::from);
        }
        return at.filter(JsonNode::isValueNode)
                .map(value -> value.asString(""))
                .filter(value -> !value.isBlank())
                .toList();
    }
}
