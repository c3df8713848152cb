package fr.pleiade.mapping.engine;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one run of a plan did.
 *
 * @param rows the rows read, over all sources, headers not counted
 * @param quads the lines written, duplicates counted
 * @param findings the values that could not be mapped, each of which the run's observer has seen
 * @param rowsBySource the rows by the source's path as the mapping writes it, in the order of reading
 * @param graphsLeftOut the triples that a target has without their graph, because its syntax cannot name one
 */
public record MappingReport(long rows, long quads, long findings, Map<String, Long> rowsBySource, long graphsLeftOut) {
    public MappingReport {
        rowsBySource = Collections.unmodifiableMap(new LinkedHashMap<>(rowsBySource));
    }
}
