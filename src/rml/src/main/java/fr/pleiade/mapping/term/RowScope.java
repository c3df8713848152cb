package fr.pleiade.mapping.term;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.function.Value;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.sources.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The row that is being mapped, and what is found wrong with it. For one thread. */
public final class RowScope {
    private final Row cells;
    private final Binding binding;
    /** Each once, though several term maps may read the same bad cell. */
    private final Set<Finding> findings = new LinkedHashSet<>();

    private long rowInBlock;
    private long line;
    private long rowOfLine;

    /** Which row it is of all that the scope has seen, from 1. */
    private long row;

    private final List<Remembered> calls = new ArrayList<>();

    /** What a call gave for the row that it was asked for last. */
    private static final class Remembered {
        private long row;
        private List<Value> values = List.of();
    }

    public RowScope(Row row, Binding binding) {
        this.cells = row;
        this.binding = binding;
    }

    public void beginBlock() {
        line = 0;
        rowInBlock = 0;
        row++;
        findings.clear();
    }

    /** Goes on to the row that the cells are of now. */
    public void nextRow() {
        rowOfLine = cells.line() == line ? rowOfLine + 1 : 1;
        line = cells.line();
        rowInBlock++;
        row++;
    }

    public Row row() {
        return cells;
    }

    /** {@return a name that no other row of the source has, the same wherever the source is cut: its line, and which of the line's rows it is} */
    public String rowNumber() {
        return line + "." + rowOfLine;
    }

    /** {@return the rows of the block so far} */
    public long rowsInBlock() {
        return rowInBlock;
    }

    public Set<Finding> findings() {
        return findings;
    }

    /**
     * {@return what a call gives for the row, which is computed when it is asked for first}
     *
     * @param number the call's number in the binding; what a scope of another binding is asked for is not remembered
     */
    List<Value> remembered(int number, Binding of, Values call) {
        if (of != binding) {
            return call.of(this);
        }
        while (calls.size() <= number) {
            calls.add(new Remembered());
        }
        Remembered known = calls.get(number);
        if (known.row != row) {
            known.values = call.of(this);
            known.row = row;
        }
        return known.values;
    }

    /** Reports that what was read from the columns makes no term. */
    public void report(String rule, List<Reference> columns, Text problem, Text remedy) {
        String file = binding.file();
        Place place = columns.isEmpty()
                ? new Place.InLine(file, cells.line())
                : new Place.InCell(
                        file, cells.line(), columns.get(0).column(), cells.text(binding.column(columns.get(0))));
        findings.add(new Finding(rule, Severity.WARNING, place, problem, remedy));
    }
}
