package fr.pleiade.mapping;

import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;

/** A checked mapping, ready to be executed. */
public final class MappingPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private MappingPlan() {}

    /**
     * Reads an RML document.
     *
     * @param base the IRI against which the document's relative IRIs, and the relative IRIs that it makes, are resolved
     * @throws MappingException if the document is not RDF or not a mapping that can be executed
     */
    public static MappingPlan read(Path mapping, String base) {
        throw new UnsupportedOperationException();
    }

    /** {@return the paths of all sources, as the mapping writes them, each once} */
    public List<String> sourcePaths() {
        throw new UnsupportedOperationException();
    }

    /** {@return the plan as text that a person can check} */
    public String explain() {
        throw new UnsupportedOperationException();
    }

    /**
     * Maps all rows and writes N-Quads in canonical form, unsorted, duplicates kept.
     *
     * @throws MappingException if a source lacks a column that the mapping names
     * @throws fr.pleiade.sources.CsvException if a source is missing or is not the CSV that it is declared to be
     */
    public MappingReport run(Run run, OutputStream nquads) {
        throw new UnsupportedOperationException();
    }
}
