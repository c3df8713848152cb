package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Triples maps of a source by which each of its rows may have one name: one for all rows, or several that are each for some of them.
 *
 * @param maps their positions among the source's
 * @param number the number in the plan of the first of them that is for all rows, and else of the first
 */
record NamingMaps(List<Integer> maps, int number) {
    NamingMaps {
        maps = List.copyOf(maps);
    }

    /**
     * {@return all by which the rows of a source may be named: the maps that make things, not parts of things ({@code #…}), of the same
     * columns together; none for a view, whose rows come from several files' rows}
     *
     * @param number gives a map's number in the plan
     */
    static List<NamingMaps> of(LogicalSource source, List<TriplesMap> maps, ToIntFunction<TriplesMap> number) {
        Map<Set<String>, List<Integer>> byColumns = new LinkedHashMap<>();
        for (int i = 0; i < maps.size(); i++) {
            if (source.view().isEmpty() && makesThings(maps.get(i))) {
                byColumns
                        .computeIfAbsent(columns(maps.get(i)), columns -> new ArrayList<>())
                        .add(i);
            }
        }
        return byColumns.values().stream()
                .map(named -> new NamingMaps(
                        named,
                        named.stream()
                                .map(maps::get)
                                .min(Comparator.comparing(
                                        map -> !map.subject().conditions().isEmpty()))
                                .map(number::applyAsInt)
                                .orElseThrow()))
                .toList();
    }

    private static Set<String> columns(TriplesMap map) {
        return map.subject().expression().references().stream()
                .map(Reference::column)
                .collect(Collectors.toSet());
    }

    private static boolean makesThings(TriplesMap map) {
        Expression name = map.subject().expression();
        boolean isPart = name instanceof Template template
                && template.segments().stream()
                        .anyMatch(segment -> segment.text().contains("#"));
        return map.subject().type() == TermType.IRI
                && !(name instanceof Constant)
                && !isPart
                && !name.references().isEmpty();
    }

    /** Writes the names of the row that was mapped last: a line for each, and one without a name if it has none. */
    void write(List<TriplesMapper> mappers, long line, Bytes out) {
        byte[] place = (" " + number + " " + "0".repeat(RowNames.LINE_DIGITS - digits(line)) + line + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        boolean named = false;
        for (int map : maps) {
            named |= mappers.get(map).writeNames(place, out);
        }
        if (!named) {
            out.put(place);
        }
    }

    private static int digits(long line) {
        return Long.toString(line).length();
    }
}
