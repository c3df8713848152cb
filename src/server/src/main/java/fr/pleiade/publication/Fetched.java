package fr.pleiade.publication;

import fr.pleiade.findings.Finding;
import fr.pleiade.sources.fetch.Retrieval;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The sources as they are to be read.
 *
 * @param sources the folder in which the mappings' relative paths are looked up
 * @param retrievals how the files that came from the web did, by their names
 * @param findings by the dataset's slug, what could not be fetched, so that an earlier copy is used
 */
record Fetched(SourceFolder sources, SortedMap<String, Retrieval> retrievals, Map<String, Finding> findings) {
    Fetched {
        retrievals = Collections.unmodifiableSortedMap(new TreeMap<>(retrievals));
        findings = Map.copyOf(findings);
    }

    /** {@return the folder itself} */
    Path folder() {
        return sources.folder();
    }

    /** {@return the sources of a folder as they are} */
    static Fetched nothing(SourceFolder sources) {
        return new Fetched(sources, new TreeMap<>(), Map.of());
    }
}
