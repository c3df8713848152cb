package fr.pleiade.quality.csv;

import fr.pleiade.findings.Finding;
import fr.pleiade.quality.Check;
import fr.pleiade.quality.Rule;
import fr.pleiade.sources.CsvException;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A source file: whether it is the CSV that the mapping declares, and what its cells have that they should not.
 *
 * <p>It is read once, row by row. Memory: one block of rows, and some values of each column.
 */
public final class SourceCheck implements Check<SourceTable> {
    private static final Set<String> NOT_MAPPABLE = Set.of(
            Rule.UNREADABLE.id(),
            Rule.NOT_CSV.id(),
            Rule.WRONG_DELIMITER.id(),
            Rule.WRONG_ENCODING.id(),
            Rule.TITLE_ROWS.id(),
            Rule.MISSING_COLUMN.id(),
            Rule.RAGGED_ROW.id());

    /** {@return whether a finding says that the file cannot be mapped at all} */
    public static boolean stopsMapping(Finding finding) {
        return NOT_MAPPABLE.contains(finding.rule());
    }

    @Override
    public void run(SourceTable table, Consumer<Finding> findings) {
        boolean[] readable = {true};
        try {
            readable[0] = table.dialect().isJson() || new FileStart(table).check(findings);
        } catch (CsvException e) {
            // It is missing or not what it is packed as: told when its rows are read.
        }
        if (readable[0]) {
            new RowsCheck(table, findings).run();
        }
    }
}
