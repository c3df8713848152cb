package fr.pleiade.mapping.engine;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.quads.LineEnds;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.ParsedBlock;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.Rows;
import fr.pleiade.sources.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Maps rows that come from anywhere, one at a time: what another program, or one partition of a large file, runs a mapping with.
 *
 * <p>A row gives the same quads as it would in its file, and what is wrong with it is told to the run's findings. Memory: one row, and
 * the subjects of joined sources, whose files are read when the mapper is made. For one thread; to be closed.
 */
public final class RowMapper implements AutoCloseable {
    private final Execution execution;
    private final int columns;
    private final QuadLine line = new QuadLine();
    private final List<Source> sources = new ArrayList<>();

    /** One description of the source: the rows that it is given, and what they become. */
    private record Source(GivenRows given, Rows seen, BlockMapper mapper) {}

    private RowMapper(Execution execution, int columns) {
        this.execution = execution;
        this.columns = columns;
    }

    /**
     * Makes a mapper of the rows of one source.
     *
     * @param source the source's path, as the mapping writes it
     * @param header the columns' names, in the order in which cells will come
     * @throws IllegalArgumentException if the mapping has no such source, or writes to targets of its own, which are whole files
     * @throws MappingException if the header lacks a column that the mapping names
     */
    public static RowMapper of(Plan plan, Run run, String source, List<String> header) {
        List<LogicalSource> described =
                plan.sources().stream().filter(s -> s.path().equals(source)).toList();
        if (described.isEmpty()) {
            throw new IllegalArgumentException("%s has no source '%s'".formatted(plan.document(), source));
        }
        plan.targets().stream().findFirst().ifPresent(target -> {
            throw new IllegalArgumentException("%s writes to %s, which a single row cannot; run it whole"
                    .formatted(plan.document(), target.path()));
        });
        Execution execution = new Execution(plan, run);
        RowMapper mapper = new RowMapper(execution, header.size());
        try {
            execution.readParents();
            described.forEach(each -> mapper.add(each, header));
            return mapper;
        } catch (RuntimeException e) {
            mapper.close();
            throw e;
        }
    }

    private void add(LogicalSource source, List<String> header) {
        GivenRows given = new GivenRows(List.copyOf(header));
        Rows seen = execution.seen(source, given);
        Binding binding = execution.bind(source, seen.header());
        BlockMapper mapper = new BlockMapper(source, execution.mapsOf(source), binding, execution);
        binding.verify();
        sources.add(new Source(given, seen, mapper));
    }

    /**
     * Maps one row and writes its quads as canonical N-Quads, duplicates kept.
     *
     * @param number which row it is, from 1: the line that findings name; no other row of the source may have it, since blank nodes
     *     that are new for each row are named by it
     * @return how many quads were written
     * @throws IllegalArgumentException if there are more or fewer cells than columns
     */
    public long map(long number, List<String> cells, OutputStream nquads) throws IOException {
        if (cells.size() != columns) {
            throw new IllegalArgumentException(
                    "row %d: %d cells, header has %d".formatted(number, cells.size(), columns));
        }
        long count = 0;
        for (Source source : sources) {
            ParsedBlock block = new ParsedBlock(number);
            block.add(number, cells.stream().map(Optional::of).toList());
            block.setSourceBytes(0);
            source.given.blocks.add(block);
            Optional<RowBlock> seen = source.seen.nextBlock();
            if (seen.isPresent()) {
                BlockMapper.Mapped mapped = source.mapper.map(seen.get(), List.of(new Bytes()));
                mapped.outputs().get(0).writeTo(nquads);
                mapped.findings().forEach(execution::found);
                count += mapped.count();
            }
        }
        return count;
    }

    /** {@return one row's quads, in their order, duplicates kept; otherwise like the other method of the name} */
    public List<Quad> map(long number, List<String> cells) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            map(number, cells, bytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be written to", e);
        }
        byte[] lines = bytes.toByteArray();
        List<Quad> quads = new ArrayList<>();
        for (int start = 0, end; start < lines.length; start = end + 1) {
            end = LineEnds.next(lines, start, lines.length);
            quads.add(line.at(lines, start, end).quad());
        }
        return List.copyOf(quads);
    }

    /** Removes what did not fit into memory. */
    @Override
    public void close() {
        sources.forEach(source -> source.seen.close());
        execution.close();
    }

    /** Rows that are handed over one by one. */
    private static final class GivenRows implements Rows {
        private final List<String> header;
        private final ArrayDeque<RowBlock> blocks = new ArrayDeque<>();

        GivenRows(List<String> header) {
            this.header = header;
        }

        @Override
        public List<String> header() {
            return header;
        }

        @Override
        public Optional<RowBlock> nextBlock() {
            return Optional.ofNullable(blocks.poll());
        }

        @Override
        public Optional<SourceFile> source() {
            return Optional.empty();
        }

        @Override
        public void close() {
            blocks.clear();
        }
    }
}
