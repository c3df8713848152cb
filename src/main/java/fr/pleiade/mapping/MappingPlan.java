package fr.pleiade.mapping;

import fr.pleiade.sources.Dialect;
import fr.pleiade.syntax.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.SyntaxException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A checked mapping, ready to be executed: everything that can be decided without a row is decided.
 *
 * <p>Immutable, safe for several threads and runs at once, and serialisable, so that another process can run it.
 */
public final class MappingPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String document;
    private final String folder;
    private final List<TriplesMap> triplesMaps;

    private MappingPlan(String document, String folder, List<TriplesMap> triplesMaps) {
        this.document = document;
        this.folder = folder;
        this.triplesMaps = List.copyOf(triplesMaps);
    }

    /**
     * Reads an RML document, by its suffix in any syntax, Turtle where it has none.
     *
     * @param base the IRI against which the document's relative IRIs, and the relative IRIs that it makes, are resolved
     * @throws MappingException if the document is not RDF or not a mapping that can be executed; lists all errors
     */
    public static MappingPlan read(Path mapping, String base) {
        String document = mapping.toString();
        InMemoryGraph graph;
        try {
            graph = RdfReader.readGraph(mapping, base);
        } catch (SyntaxException e) {
            String problem = String.valueOf(e.getMessage()).replaceFirst("^.*?:[0-9]+: ", "");
            throw new MappingException(new MappingError(document, e.line(), problem), e);
        } catch (UncheckedIOException e) {
            throw new MappingException(new MappingError(document, 0, "cannot be read: " + e.getMessage()), e);
        }
        List<TriplesMap> maps =
                new MappingReader(new MappingDocument(document, OldVocabulary.normalised(graph)), base).read();
        Path folder = mapping.toAbsolutePath().getParent();
        return new MappingPlan(document, folder == null ? "" : folder.toString(), maps);
    }

    /** {@return the paths of all sources, as the mapping writes them, each once} */
    public List<String> sourcePaths() {
        return triplesMaps.stream().map(map -> map.source().path()).distinct().toList();
    }

    /** {@return where the sources are, if relative ones are in a folder; some may not exist} */
    public List<Path> sourceFiles(Path workingDirectory) {
        return triplesMaps.stream()
                .map(map -> map.source().resolve(workingDirectory, folder()))
                .distinct()
                .toList();
    }

    /** {@return how each source is written, by where it is; of two descriptions of one file, the first} */
    public Map<Path, Dialect> dialects(Path workingDirectory) {
        Map<Path, Dialect> dialects = new LinkedHashMap<>();
        for (TriplesMap map : triplesMaps) {
            dialects.putIfAbsent(
                    map.source().resolve(workingDirectory, folder()),
                    map.source().dialect());
        }
        return dialects;
    }

    /** {@return the plan as text that a person can check} */
    public String explain() {
        return new Explanation(this).text();
    }

    /**
     * Maps all rows and writes N-Quads in canonical form, unsorted, duplicates kept.
     *
     * <p>Memory: some blocks of rows for each thread, and the subjects of joined sources; not the rows. The output is the same bytes
     * for any number of threads.
     *
     * @throws MappingException if a source lacks a column that the mapping names
     * @throws fr.pleiade.sources.CsvException if a source is missing or is not the CSV that it is declared to be
     * @throws UncheckedIOException if the output cannot be written
     */
    public MappingReport run(Run run, OutputStream nquads) {
        return new Execution(this, run).execute(nquads);
    }

    String document() {
        return document;
    }

    /** {@return the folder of the mapping} */
    Path folder() {
        return Path.of(folder);
    }

    List<TriplesMap> triplesMaps() {
        return triplesMaps;
    }

    TriplesMap triplesMap(String name) {
        return triplesMaps.stream()
                .filter(map -> map.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no triples map " + name));
    }

    /** {@return all targets, each once, in the order of the document} */
    List<Target> targets() {
        return triplesMaps.stream()
                .flatMap(map -> map.pairs().stream().flatMap(pair -> pair.inGraphsOf(map).targets(map).stream()))
                .distinct()
                .toList();
    }

    /** {@return the references that need a join, each with the triples map that it belongs to} */
    Map<ReferencingObjectMap, TriplesMap> joinedReferences() {
        Map<ReferencingObjectMap, TriplesMap> joined = new LinkedHashMap<>();
        for (TriplesMap map : triplesMaps) {
            for (PredicateObjectMap pair : map.pairs()) {
                pair.references().stream()
                        .filter(reference -> !reference.joins().isEmpty())
                        .forEach(reference -> joined.put(reference, map));
            }
        }
        return joined;
    }
}
