package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.mapping.model.Template;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The triples maps of a source that name its rows.
 *
 * @param maps their positions among the source's; none where rows are not named, as those of a view, which come from several files' rows
 * @param conditional whether each is for some rows only
 * @param columns what the names are made of
 */
record NamingMaps(List<Integer> maps, boolean conditional, List<Reference> columns) {
    NamingMaps {
        maps = List.copyOf(maps);
        columns = List.copyOf(columns);
    }

    static NamingMaps of(LogicalSource source, List<TriplesMap> maps) {
        List<Integer> things = IntStream.range(0, maps.size())
                .filter(i -> source.view().isEmpty() && makesThings(maps.get(i)))
                .boxed()
                .toList();
        if (things.isEmpty()) {
            return new NamingMaps(List.of(), false, List.of());
        }
        TriplesMap first = maps.get(things.get(0));
        boolean conditional = !first.subject().conditions().isEmpty();
        return new NamingMaps(
                conditional
                        ? things.stream()
                                .filter(i -> !maps.get(i).subject().conditions().isEmpty())
                                .toList()
                        : things.subList(0, 1),
                conditional,
                first.subject().expression().references());
    }

    private static boolean makesThings(TriplesMap map) {
        Expression name = map.subject().expression();
        boolean isPart = name instanceof Template template
                && template.segments().stream().anyMatch(segment -> segment.text().contains("#"));
        return map.subject().type() == TermType.IRI
                && !(name instanceof Constant)
                && !isPart
                && !name.references().isEmpty();
    }
}
