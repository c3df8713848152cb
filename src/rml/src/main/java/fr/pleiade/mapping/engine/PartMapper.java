package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.Rows;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Maps the rows of one part of one source, for a run that is spread over several processes: joins are left open, for {@link LineJoin}.
 *
 * <p>A row gives the same lines as in a run of the whole, whatever part it is in. Memory: a block of rows, and what the views of the
 * source join. For one thread; to be closed.
 */
public final class PartMapper implements AutoCloseable {
    private final Execution execution;
    private final Rows rows;
    private final BlockMapper mapper;
    private final List<Bytes> outputs;
    private final boolean leavesOpen;
    private long mapped;

    private PartMapper(Execution execution, LogicalSource source, Rows file) {
        this.execution = execution;
        this.rows = execution.seen(source, file);
        Binding binding = execution.bind(source, rows.header());
        List<TriplesMap> maps = execution.mapsOf(source);
        List<ReferencingObjectMap> asParent = execution.joined().stream()
                .filter(reference ->
                        execution.plan().triplesMap(reference.parent()).source().equals(source))
                .toList();
        this.leavesOpen = maps.stream()
                .flatMap(map -> map.pairs().stream())
                .flatMap(pair -> pair.references().stream())
                .anyMatch(reference -> !reference.joins().isEmpty());
        this.mapper = new BlockMapper(source, maps, binding, execution, asParent);
        this.outputs = Stream.generate(Bytes::new)
                .limit(2 + execution.plan().targets().size())
                .toList();
        binding.verify();
    }

    /** Takes what the rows become. The bytes are others after the call. */
    public interface Lines extends LineJoin.Completed {
        /** Takes one line, with its end, that must come to the {@link LineJoin} of its key. */
        void toJoin(byte[] bytes, int from, int to) throws IOException;
    }

    /**
     * Makes a mapper of some rows.
     *
     * @param run told of the findings; the folder is not asked, nor are threads, names and origins
     * @param files opens what else the source's views and functions need
     * @param source one of the plan's
     * @param file the rows of the file below the source's views, which are closed with the mapper, even one that cannot be made
     * @throws MappingException if the rows lack a column that the mapping names
     * @throws fr.pleiade.sources.CsvException if another file cannot be read
     */
    public static PartMapper of(Plan plan, Run run, SourceFiles files, LogicalSource source, Rows file) {
        try {
            return new PartMapper(new Execution(plan, run, files, true), source, file);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Maps the next block of rows.
     *
     * @return whether there was one
     * @throws fr.pleiade.sources.CsvException if the rows cannot be read on
     */
    public boolean next(Lines lines) throws IOException {
        Optional<RowBlock> block = rows.nextBlock();
        if (block.isEmpty()) {
            return false;
        }
        outputs.forEach(Bytes::clear);
        BlockMapper.Mapped result = mapper.map(block.get(), outputs);
        int ofParents = outputs.size() - 1;
        for (int output = 0; output < ofParents; output++) {
            if (leavesOpen) {
                OpenLines.divide(output, outputs.get(output), lines);
            } else {
                lines.ready(
                        output,
                        outputs.get(output).array(),
                        0,
                        outputs.get(output).length());
            }
        }
        OpenLines.each(outputs.get(ofParents), lines);
        result.findings().forEach(execution::found);
        mapped += result.rows();
        return true;
    }

    /** {@return how many rows were mapped so far} */
    public long rows() {
        return mapped;
    }

    @Override
    public void close() {
        rows.close();
        execution.close();
    }
}
