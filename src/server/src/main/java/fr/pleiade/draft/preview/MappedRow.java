package fr.pleiade.draft.preview;

import fr.pleiade.findings.Finding;
import fr.pleiade.rdf.Quad;
import java.util.List;

/**
 * One row, and what the mapping makes of it.
 *
 * @param row the row
 * @param quads its triples, each once, in their order; links to other datasets are not among them
 * @param findings the cells of which nothing can be made
 */
public record MappedRow(SourceRow row, List<Quad> quads, List<Finding> findings) {
    public MappedRow {
        quads = List.copyOf(quads);
        findings = List.copyOf(findings);
    }
}
