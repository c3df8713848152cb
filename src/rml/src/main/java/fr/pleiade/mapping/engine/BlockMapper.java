package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All triples maps of a source at work on blocks of its rows, for one thread at a time. */
final class BlockMapper {
    private final RowScope scope;
    private final List<TriplesMapper> mappers;
    private final List<NamingMaps> naming;
    private final List<ParentRows> parents;

    BlockMapper(LogicalSource source, List<TriplesMap> maps, Binding binding, Execution execution) {
        this(source, maps, binding, execution, List.of());
    }

    /**
     * A mapper that also tells what the rows are to those that join them.
     *
     * @param references the references that the rows are the parents of; the last output takes what is to be told
     */
    BlockMapper(
            LogicalSource source,
            List<TriplesMap> maps,
            Binding binding,
            Execution execution,
            List<ReferencingObjectMap> references) {
        naming = execution.names().isPresent() ? NamingMaps.of(source, maps, execution::number) : List.of();
        scope = new RowScope(new Row(binding.nulls()), binding);
        mappers = maps.stream()
                .map(map -> new TriplesMapper(map, binding, execution))
                .toList();
        parents = references.stream()
                .map(reference -> execution.parent(reference, binding, scope.row()))
                .toList();
    }

    /**
     * What a block became.
     *
     * @param leftOut how many triples of the run's own output are written without the graph that they have
     * @param names the names of its rows, as {@link RowNames#keys} takes them; none if nobody asks for them
     * @param origins where its triples come from, as {@link Run#origins} takes them; none if nobody asks for them
     */
    record Mapped(
            List<Bytes> outputs,
            long count,
            long leftOut,
            long rows,
            long sourceBytes,
            List<Finding> findings,
            Bytes names,
            Bytes origins) {}

    Mapped map(RowBlock block, List<Bytes> outputs) {
        Row row = scope.row();
        scope.beginBlock();
        parents.forEach(ParentRows::beginBlock);
        long count = 0;
        Bytes names = new Bytes();
        Bytes origins = new Bytes();
        while (block.next(row)) {
            scope.nextRow();
            for (TriplesMapper mapper : mappers) {
                count += mapper.map(scope, outputs, origins);
            }
            for (NamingMaps maps : naming) {
                maps.write(mappers, row.line(), names);
            }
            for (ParentRows parent : parents) {
                parent.nextRow();
                parent.write(outputs.get(outputs.size() - 1));
            }
        }
        Mapped mapped = new Mapped(
                outputs,
                count,
                mappers.stream().mapToLong(TriplesMapper::takeLeftOut).sum(),
                scope.rowsInBlock(),
                block.sourceBytes(),
                findings(),
                names,
                origins);
        block.recycle();
        return mapped;
    }

    private List<Finding> findings() {
        return parents.isEmpty()
                ? List.copyOf(scope.findings())
                : Stream.concat(parents.stream().map(ParentRows::findings), Stream.of(scope.findings()))
                        .flatMap(Set::stream)
                        .toList();
    }
}
