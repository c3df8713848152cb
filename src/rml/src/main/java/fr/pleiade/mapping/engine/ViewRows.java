package fr.pleiade.mapping.engine;

import fr.pleiade.findings.Text;
import fr.pleiade.mapping.function.Value;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.View;
import fr.pleiade.mapping.term.Binding;
import fr.pleiade.mapping.term.RowScope;
import fr.pleiade.mapping.term.Values;
import fr.pleiade.sources.ParsedBlock;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import fr.pleiade.sources.Rows;
import fr.pleiade.sources.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of a logical view.
 *
 * <p>Memory: a block, and all rows of the views that are joined. A cell that should be JSON and is not makes no record, and is reported
 * as a finding by the run.
 */
final class ViewRows implements Rows {
    private static final Text REMEDY =
            new Text("correct the cell, or do not iterate over it", "corriger la cellule, ou ne pas itérer sur elle");

    private final Execution execution;
    private final Rows below;
    private final RowScope scope;
    private final List<BoundField> fields;
    private final List<JoinedView> joined = new ArrayList<>();
    private final List<String> header;
    private long number;

    ViewRows(LogicalSource source, Rows below, Execution execution) {
        View view = source.view().get(0);
        this.execution = execution;
        this.below = below;
        this.header = view.columns();
        Binding binding = execution.bind(view.on(), below.header());
        this.scope = new RowScope(new Row(binding.nulls()), binding);
        this.fields = view.fields().stream()
                .map(field -> new BoundField(
                        field,
                        binding.values(field.expression().get(0)),
                        new FieldRecords(problem -> notJson(field, problem))))
                .toList();
        binding.verify();
        view.joins().forEach(join -> joined.add(JoinedView.read(join, execution, source, header)));
    }

    /** A field of the row itself. */
    private record BoundField(View.Field field, Values values, FieldRecords records) {}

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public Optional<RowBlock> nextBlock() {
        Optional<RowBlock> block = below.nextBlock();
        return block.map(this::viewed);
    }

    @Override
    public Optional<SourceFile> source() {
        return below.source();
    }

    @Override
    public void close() {
        below.close();
    }

    private RowBlock viewed(RowBlock block) {
        ParsedBlock rows = new ParsedBlock(block.number());
        scope.beginBlock();
        while (block.next(scope.row())) {
            scope.nextRow();
            for (Map<String, String> row : rows()) {
                rows.add(
                        scope.row().line(),
                        header.stream()
                                .map(name -> Optional.ofNullable(row.get(name)))
                                .toList());
            }
        }
        scope.findings().forEach(execution::found);
        rows.setSourceBytes(block.sourceBytes());
        block.recycle();
        return rows;
    }

    /** {@return what the row at the scope becomes: every combination of its fields' records, joined} */
    private List<Map<String, String>> rows() {
        List<Map<String, String>> rows = List.of(Map.of("#", String.valueOf(number++)));
        for (BoundField bound : fields) {
            List<String> texts =
                    bound.values().of(scope).stream().map(Value::text).toList();
            FieldRecords records = bound.records();
            rows = FieldRecords.combined(rows, records.ofTexts(bound.field(), "", texts));
        }
        for (JoinedView join : joined) {
            rows = join.joined(rows, scope.row().line());
        }
        return rows;
    }

    private void notJson(View.Field field, String problem) {
        Text text = new Text("the cell is %s", "la cellule n'est pas du JSON (%s)");
        scope.report("json", field.expression().get(0).references(), text.with(problem), REMEDY);
    }
}
