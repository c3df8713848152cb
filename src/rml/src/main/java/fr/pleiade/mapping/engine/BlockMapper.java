package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.util.List;

/** All triples maps of a source at work on blocks of its rows, for one thread at a time. */
final class BlockMapper {
    private final RowScope scope;
    private static final Text NO_KEY = new Text(
            "the row has no key, so that nothing is made of it", "la ligne n'a pas de clé : rien n'en est fait");
    private static final Text FILL_IN = new Text(
            "fill the key in, or leave the row out on purpose (rml:condition)",
            "renseigner la clé, ou écarter la ligne à dessein (rml:condition)");

    private final List<TriplesMapper> mappers;
    private final NamingMaps naming;
    private final boolean tellsNames;
    private final int source;

    BlockMapper(LogicalSource source, List<TriplesMap> maps, Binding binding, Execution execution) {
        this.source = execution.number(source);
        naming = NamingMaps.of(source, maps);
        tellsNames = execution.names().isPresent() && !naming.maps().isEmpty();
        scope = new RowScope(new Row(binding.nulls()), binding);
        mappers = maps.stream()
                .map(map -> new TriplesMapper(map, binding, execution))
                .toList();
    }

    /**
     * What a block became.
     *
     * @param names the names of its rows, if somebody is told of them
     * @param leftOut how many rows no map with a condition has taken, and the line of the first of them
     */
    record Mapped(
            List<Bytes> outputs,
            long count,
            long rows,
            long sourceBytes,
            List<Finding> findings,
            Bytes names,
            long leftOut,
            long firstLeftOut) {}

    Mapped map(RowBlock block, List<Bytes> outputs) {
        Row row = scope.row();
        scope.beginBlock(block.number());
        long count = 0;
        Bytes names = new Bytes();
        long leftOut = 0;
        long firstLeftOut = 0;
        while (block.next(row)) {
            scope.nextRow();
            for (TriplesMapper mapper : mappers) {
                count += mapper.map(scope, outputs);
            }
            if (tellsNames && !writeNames(row, names)) {
                firstLeftOut = leftOut++ == 0 ? row.line() : firstLeftOut;
            }
        }
        Mapped mapped = new Mapped(
                outputs,
                count,
                scope.rowsInBlock(),
                block.sourceBytes(),
                List.copyOf(scope.findings()),
                names,
                leftOut,
                firstLeftOut);
        block.recycle();
        return mapped;
    }

    /** {@return whether the row has a name, or its lack was reported} */
    private boolean writeNames(Row row, Bytes names) {
        boolean named = false;
        for (int map : naming.maps()) {
            named |= mappers.get(map).writeNames(source, row.line(), names);
        }
        if (!named && !naming.conditional()) {
            scope.report("no-key", naming.columns(), NO_KEY, FILL_IN);
            return true;
        }
        return named;
    }
}
