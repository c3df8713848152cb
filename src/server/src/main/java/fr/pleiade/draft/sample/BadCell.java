package fr.pleiade.draft.sample;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import java.util.List;

/**
 * A cell of a sample of which its mapping can make nothing.
 *
 * @param line the line of {@code sample.csv}, from 1, header included
 * @param column the column's name in the header; {@code ""} where the finding is about no cell
 * @param value the cell
 * @param rule the rule that it breaks
 */
public record BadCell(long line, String column, String value, String rule) implements Comparable<BadCell> {
    static final List<String> HEADER = List.of("line", "column", "value", "rule");

    static BadCell of(Finding finding) {
        if (finding.place() instanceof Place.InCell cell) {
            return new BadCell(cell.line(), cell.column(), cell.value(), finding.rule());
        }
        if (finding.place() instanceof Place.InLine line) {
            return new BadCell(line.line(), "", "", finding.rule());
        }
        return new BadCell(0, "", "", finding.rule());
    }

    /** {@return it as the cells of a row of {@code expected-findings.csv}} */
    List<String> cells() {
        return List.of(String.valueOf(line), column, value, rule);
    }

    @Override
    public int compareTo(BadCell other) {
        return line != other.line ? Long.compare(line, other.line) : toString().compareTo(other.toString());
    }
}
