package fr.pleiade.sources.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A path to values in a record, as people write it who know the file.
 *
 * <p>Members are separated by full stops; {@code []} goes to each element of a list, {@code [0]} to the first, {@code [type=parent]} to each
 * whose member is so, or has that among others, in any letters; {@code [lang=]} to each without it. A value that is no list is its own
 * only element, and what is absent or {@code null} has no values:
 *
 * <pre>{@code
 * names[types=label][lang=fr].value
 * relationships[type=parent].id
 * locations[0].geonames_details.lat
 * external_ids[type=isni].all[]
 * }</pre>
 */
public final class RecordPath {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[[^\\[\\]]*\\])*)");
    private static final Pattern CHOICE = Pattern.compile("\\[(?:([0-9]{0,9})|([^=\\[\\]]+)=([^\\[\\]]*))\\]");

    private final List<Step> steps = new ArrayList<>();

    /** One step from a value to others. */
    @FunctionalInterface
    private interface Step {
        Stream<Json> from(Json value);
    }

    /** @throws IllegalArgumentException if it is no such path */
    public RecordPath(String path) {
        for (String part : path.split("\\.(?![^\\[]*\\])", -1)) {
            Matcher step = STEP.matcher(part);
            if (!step.matches()) {
                throw wrong(path, part);
            }
            String member = step.group(1);
            steps.add(value -> Stream.ofNullable(value.members().get(member)).filter(RecordPath::isSaid));
            String choices = step.group(2);
            Matcher choice = CHOICE.matcher(choices);
            int end = 0;
            while (choice.find() && choice.start() == end) {
                steps.add(choice(choice));
                end = choice.end();
            }
            if (end < choices.length()) {
                throw wrong(path, part);
            }
        }
    }

    private static IllegalArgumentException wrong(String path, String part) {
        return new IllegalArgumentException("'%s' is no path to values: '%s' is no step".formatted(path, part));
    }

    private static Step choice(Matcher choice) {
        String position = choice.group(1);
        if (position == null) {
            String member = choice.group(2);
            String wanted = choice.group(3);
            return value ->
                    elements(value).filter(element -> isWanted(element.members().get(member), wanted));
        }
        return position.isEmpty()
                ? RecordPath::elements
                : value -> elements(value).skip(Integer.parseInt(position)).limit(1);
    }

    private static Stream<Json> elements(Json value) {
        Stream<Json> elements = value.kind() == Json.Kind.ARRAY ? value.items().stream() : Stream.of(value);
        return elements.filter(RecordPath::isSaid);
    }

    private static boolean isSaid(Json value) {
        return value.kind() != Json.Kind.NULL;
    }

    private static boolean isWanted(@Nullable Json value, String wanted) {
        if (value == null) {
            return wanted.isEmpty();
        }
        return value.kind() == Json.Kind.ARRAY
                ? value.items().stream().anyMatch(item -> isWanted(item, wanted))
                : (value.kind() == Json.Kind.SCALAR ? value.text() : "").equalsIgnoreCase(wanted);
    }

    /** {@return the values at the path, numbers as they are written; blank ones are none} */
    public List<String> values(Json record) {
        Stream<Json> at = Stream.of(record);
        for (Step step : steps) {
            at = at.flatMap(step::from);
        }
        return at.filter(value -> value.kind() == Json.Kind.SCALAR)
                .map(Json::text)
                .filter(value -> !value.isBlank())
                .toList();
    }
}
