package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import fr.pleiade.mapping.function.Functions;
import fr.pleiade.mapping.function.Tables;
import fr.pleiade.mapping.join.JoinIndex;
import fr.pleiade.mapping.model.Constant;
import fr.pleiade.mapping.model.Expression;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.ReferencingObjectMap;
import fr.pleiade.mapping.model.Rml;
import fr.pleiade.mapping.model.Target;
import fr.pleiade.mapping.model.TermMap;
import fr.pleiade.mapping.model.TermType;
import fr.pleiade.mapping.model.TriplesMap;
import fr.pleiade.mapping.model.Unnamed;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.JoinKey;
import fr.pleiade.mapping.term.TermWriter;
import fr.pleiade.rdf.Term;
import fr.pleiade.sources.CsvException;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.Rows;
import fr.pleiade.syntax.QuadStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One run of a plan: each source is read once, in the order of the mapping. */
public final class Execution implements AutoCloseable {
    /** The number of the run's own output among those of a block. */
    static final int OWN_OUTPUT = 0;

    private final Plan plan;
    private final Run run;
    private final Folders folders;
    private final SourceFiles files;
    private final boolean joinsLater;
    private final Functions functions;
    private final Map<LogicalSource, List<TriplesMap>> bySource = new LinkedHashMap<>();
    private final List<LogicalSource> sources;
    private final Map<Tables.Columns, Tables.Table> tables = new ConcurrentHashMap<>();
    private final Map<ReferencingObjectMap, JoinIndex> joins = new HashMap<>();
    private final List<Target> outputs;
    private final Map<TriplesMap, Integer> firstRules;
    private final Map<Target, TargetFile> targets = new LinkedHashMap<>();
    private boolean leavesGraphsOut;
    private long rows;
    private long quads;
    private long findings;
    private final Map<String, Long> rowsBySource = new LinkedHashMap<>();

    public Execution(Plan plan, Run run) {
        this(
                plan,
                run,
                new SourceFiles.Local(new Folders(run.workingDirectory(), Path.of(plan.folder())), run.reading()),
                false);
    }

    /** @param joinsLater whether joins are left open in the lines that need them: see {@link OpenLines} */
    Execution(Plan plan, Run run, SourceFiles files, boolean joinsLater) {
        this.plan = plan;
        this.run = run;
        this.folders = new Folders(run.workingDirectory(), Path.of(plan.folder()));
        this.files = files;
        this.joinsLater = joinsLater;
        this.functions = Functions.with(plan.systems());
        for (TriplesMap map : plan.triplesMaps()) {
            bySource.computeIfAbsent(map.source(), s -> new ArrayList<>()).add(map);
        }
        sources = List.copyOf(bySource.keySet());
        outputs = plan.targets();
        firstRules = PlanRule.numbers(plan);
    }

    public MappingReport execute(OutputStream out) {
        leavesGraphsOut = out instanceof QuadStream quadStream && quadStream.leavesGraphsOut();
        try {
            readParents();
            outputs.forEach(target -> targets.put(target, TargetFile.open(target, folders.of(target))));
            bySource.forEach((source, maps) -> execute(source, maps, out));
            targets.values().forEach(TargetFile::commit);
            long graphsLeftOut = targets.values().stream()
                    .mapToLong(TargetFile::graphsLeftOut)
                    .sum();
            return new MappingReport(rows, quads, findings, rowsBySource, graphsLeftOut);
        } finally {
            close();
        }
    }

    /** Reads the parents of all joins. */
    void readParents() {
        plan.joinedReferences().forEach((reference, map) -> joins.put(reference, index(reference)));
    }

    /** Removes what did not fit into memory, and targets that are not complete. */
    @Override
    public void close() {
        joins.values().forEach(JoinIndex::close);
        targets.values().forEach(TargetFile::close);
    }

    private void execute(LogicalSource source, List<TriplesMap> maps, OutputStream out) {
        rowsBySource.putIfAbsent(source.path(), 0L);
        try (Rows file = open(source)) {
            Binding binding = bind(source, file.header());
            MapperPool mappers = new MapperPool(() -> new BlockMapper(source, maps, binding, this), 1 + targets.size());
            binding.verify();
            try (OrderedTasks<BlockMapper.Mapped> blocks = new OrderedTasks<>(run.threads(), mapped -> {
                write(source, mapped, out);
                mappers.recycle(mapped.outputs());
            })) {
                for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                    RowBlock next = block.get();
                    blocks.submit(() -> mappers.map(next));
                }
                blocks.finish();
                run.read(file);
            }
        }
    }

    private void write(LogicalSource source, BlockMapper.Mapped mapped, OutputStream out) {
        try {
            Bytes own = mapped.outputs().get(OWN_OUTPUT);
            if (leavesGraphsOut && out instanceof QuadStream triples) {
                triples.writeTriples(own.array(), 0, own.length(), mapped.leftOut());
            } else {
                own.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the output cannot be written: " + e.getMessage(), e);
        }
        int output = 1;
        for (TargetFile file : targets.values()) {
            file.write(mapped.outputs().get(output++));
        }
        writeNames(mapped);
        writeOrigins(mapped);
        mapped.findings().forEach(run.findings());
        run.bytesRead().accept(mapped.sourceBytes());
        rows += mapped.rows();
        quads += mapped.count();
        findings += mapped.findings().size();
        rowsBySource.merge(source.path(), mapped.rows(), Long::sum);
    }

    private void writeNames(BlockMapper.Mapped mapped) {
        if (run.names().isPresent()) {
            try {
                mapped.names().writeTo(run.names().get().keys());
            } catch (IOException e) {
                throw new UncheckedIOException("the names of rows cannot be written: " + e.getMessage(), e);
            }
        }
    }

    private void writeOrigins(BlockMapper.Mapped mapped) {
        if (run.origins().isPresent()) {
            try {
                mapped.origins().writeTo(run.origins().get());
            } catch (IOException e) {
                throw new UncheckedIOException("where triples come from cannot be written: " + e.getMessage(), e);
            }
        }
    }

    /** {@return whether somebody asks where triples come from} */
    boolean tellsOrigins() {
        return run.origins().isPresent();
    }

    /** {@return the number of the first rule of a triples map, as {@link PlanRule} counts them} */
    int firstRule(TriplesMap map) {
        return firstRules.getOrDefault(map, 0);
    }

    /** {@return the number of a triples map among the plan's} */
    int number(TriplesMap map) {
        return plan.triplesMaps().indexOf(map);
    }

    /** {@return the rows of a source, or of the view over it} */
    Rows open(LogicalSource source) {
        return seen(source, files.open(source));
    }

    /** {@return the rows of the file below a source, or of the view over them} */
    Rows seen(LogicalSource source, Rows file) {
        if (source.view().isEmpty()) {
            return file;
        }
        LogicalSource on = source.view().get(0).on();
        Rows below = seen(on, file);
        try {
            return new ViewRows(source, below, this);
        } catch (RuntimeException e) {
            below.close();
            throw e;
        }
    }

    Optional<RowNames> names() {
        return run.names();
    }

    List<TriplesMap> mapsOf(LogicalSource source) {
        return bySource.getOrDefault(source, List.of());
    }

    /** Passes on that rows were read to their end. */
    void read(Rows rows) {
        run.read(rows);
    }

    /** Passes on what was found while the rows were made, before any of them is mapped. */
    void found(Finding finding) {
        run.findings().accept(finding);
        findings++;
    }

    /** {@return a source whose rows have the columns of a header} */
    Binding bind(LogicalSource source, List<String> header) {
        return new Binding(
                source,
                header,
                new Binding.Setting(plan.document(), nulls(source), sources.indexOf(source), functions, this::table));
    }

    /** Reads the parent's rows once, and keeps their subjects by the values that join. */
    private JoinIndex index(ReferencingObjectMap reference) {
        LogicalSource source = plan.triplesMap(reference.parent()).source();
        JoinIndex index = new JoinIndex();
        try (Rows file = open(source)) {
            Binding binding = bind(source, file.header());
            Row row = new Row(binding.nulls());
            ParentRows parent = parent(reference, binding, row);
            binding.verify();
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                RowBlock rowsOfParent = block.get();
                parent.beginBlock();
                while (rowsOfParent.next(row)) {
                    parent.nextRow();
                    index.add(parent.keys(), parent.subjects());
                }
                parent.findings().forEach(this::found);
                rowsOfParent.recycle();
            }
            run.read(file);
        }
        index.complete();
        return index;
    }

    /** {@return the parent's side of a join for the rows that a row object holds} */
    ParentRows parent(ReferencingObjectMap reference, Binding binding, Row row) {
        return new ParentRows(
                joined().indexOf(reference),
                reference,
                plan.triplesMap(reference.parent()).subject(),
                binding,
                row);
    }

    /** {@return the references that need a join, in the order of their numbers} */
    List<ReferencingObjectMap> joined() {
        return List.copyOf(plan.joinedReferences().keySet());
    }

    Plan plan() {
        return plan;
    }

    /** {@return what writes another triples map's subjects for the rows of a source} */
    TermWriter objects(ReferencingObjectMap reference, Binding binding) {
        TermWriter writer;
        JoinIndex index = joins.get(reference);
        if (joinsLater && !reference.joins().isEmpty()) {
            writer = OpenLines.objects(joined().indexOf(reference), JoinKey.ofChild(reference, binding));
        } else if (index == null) {
            writer = binding.writer(plan.triplesMap(reference.parent()).subject());
        } else {
            JoinKey key = JoinKey.ofChild(reference, binding);
            Terms keys = new Terms();
            writer = (scope, out) -> {
                key.write(scope, keys);
                index.write(keys, out);
            };
        }
        return binding.onlyIf(reference.conditions(), writer);
    }

    /** {@return the graph, or the run's own one for the default graph} */
    TermMap graph(TermMap graph) {
        return graph.expression() instanceof Constant constant
                        && constant.term().text().equals(Rml.DEFAULT_GRAPH)
                ? defaultGraph()
                : graph;
    }

    TermMap defaultGraph() {
        Expression name = run.graph().isEmpty() ? new Unnamed() : new Constant(new Term.Iri(run.graph()));
        return new TermMap(name, TermType.IRI, TermMap.Annotation.NONE, List.of(), "", List.of(), 0);
    }

    /** {@return whether the run's own output is to be triples, whatever graphs they are in} */
    boolean leavesGraphsOut() {
        return leavesGraphsOut;
    }

    /** {@return the numbers of the outputs for some targets} */
    List<Integer> outputs(List<Target> wanted) {
        return wanted.isEmpty()
                ? List.of(OWN_OUTPUT)
                : wanted.stream().map(target -> 1 + outputs.indexOf(target)).toList();
    }

    private List<String> nulls(LogicalSource source) {
        List<String> nulls = new ArrayList<>(source.dialect().nulls());
        if (run.emptyCells() == EmptyCells.SKIPPED) {
            nulls.add("");
        }
        return nulls;
    }

    private Tables.Table table(Tables.Columns columns) {
        return tables.computeIfAbsent(columns, this::readTable);
    }

    private Tables.Table readTable(Tables.Columns columns) {
        Map<String, String> table = new HashMap<>();
        Map<String, Long> lines = new HashMap<>();
        Row row = new Row(List.of());
        Dialect dialect = Dialect.RFC_4180.withDelimiter(columns.delimiter());
        String path = columns.path();
        try (CsvFile file = files.table(path, columns.isTable() ? dialect : dialect.withoutHeader())) {
            if (columns.isTable() && file.header().size() != 2) {
                throw new CsvException(path, 1, "a table needs two columns, key and value; found " + file.header());
            }
            int last = Math.max(columns.key(), columns.value());
            if (last >= file.header().size() || Math.min(columns.key(), columns.value()) < 0) {
                throw new CsvException(
                        path, 1, "has no columns %d and %d, counted from 0".formatted(columns.key(), columns.value()));
            }
            for (Optional<RowBlock> block = file.nextBlock(); block.isPresent(); block = file.nextBlock()) {
                while (block.get().next(row)) {
                    String key = row.text(columns.key());
                    String value = row.text(columns.value());
                    String first = table.putIfAbsent(key, value);
                    Long line = lines.putIfAbsent(key, row.line());
                    if (columns.isTable() && first != null && !first.equals(value)) {
                        throw new CsvException(
                                path,
                                row.line(),
                                "'%s' has the value '%s' here and '%s' in line %d; leave one of the two lines"
                                        .formatted(key, value, first, line));
                    }
                }
            }
        }
        return Tables.Table.of(table);
    }
}
