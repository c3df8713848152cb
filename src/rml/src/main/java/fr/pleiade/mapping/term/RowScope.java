package fr.pleiade.mapping.term;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.model.Reference;
import fr.pleiade.sources.Row;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The row that is being mapped, and what is found wrong with it. For one thread. */
public final class RowScope {
    private final Row row;
    private final Binding binding;
    /** Each once, though several term maps may read the same bad cell. */
    private final Set<Finding> findings = new LinkedHashSet<>();

    private long block;
    private long rowInBlock;

    public RowScope(Row row, Binding binding) {
        this.row = row;
        this.binding = binding;
    }

    public void beginBlock(long number) {
        block = number;
        rowInBlock = 0;
        findings.clear();
    }

    public void nextRow() {
        rowInBlock++;
    }

    public Row row() {
        return row;
    }

    /** {@return a name that no other row of the source has, the same for any number of threads} */
    public String rowNumber() {
        return block + "." + rowInBlock;
    }

    /** {@return the rows of the block so far} */
    public long rowsInBlock() {
        return rowInBlock;
    }

    public Set<Finding> findings() {
        return findings;
    }

    /** Reports that what was read from the columns makes no term. */
    public void report(String rule, List<Reference> columns, Text problem, Text remedy) {
        String file = binding.file();
        Place place = columns.isEmpty()
                ? new Place.InLine(file, row.line())
                : new Place.InCell(file, row.line(), columns.get(0).column(), row.text(binding.column(columns.get(0))));
        findings.add(new Finding(rule, Severity.WARNING, place, problem, remedy));
    }
}
