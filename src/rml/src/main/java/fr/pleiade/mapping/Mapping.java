package fr.pleiade.mapping;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.engine.Execution;
import fr.pleiade.mapping.engine.Folders;
import fr.pleiade.mapping.engine.MappingReport;
import fr.pleiade.mapping.engine.RowMapper;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.engine.SourceFiles;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.Target;
import fr.pleiade.mapping.reader.PlanReader;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.syntax.QuadStream;
import fr.pleiade.syntax.Syntax;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A checked mapping, ready to be executed: everything that can be decided without a row is decided.
 *
 * <p>Immutable, safe for several threads and runs at once, and serialisable, so that another process can run it.
 */
public final class Mapping implements Serializable {
    private static final long serialVersionUID = 1L;
    private final Plan plan;

    private Mapping(Plan plan) {
        this.plan = plan;
    }

    /**
     * Reads an RML document, by its suffix in any syntax, Turtle where it has none; or, in YAML, a column sheet or a YARRRML
     * document.
     *
     * @param base the IRI against which the document's relative IRIs, and the relative IRIs that it makes, are resolved
     * @throws MappingException if the document is neither RDF nor YAML, or not a mapping that can be executed; lists all errors
     */
    public static Mapping read(Path mapping, String base) {
        return read(mapping, base, IdentifierSystems.NONE);
    }

    /**
     * Reads an RML document whose functions can read the codes of declared identifier systems; otherwise like the other method of the
     * name.
     */
    public static Mapping read(Path mapping, String base, IdentifierSystems systems) {
        return read(List.of(mapping), base, systems);
    }

    /** Reads a mapping of several documents, all in YARRRML; otherwise like the other methods of the name. */
    public static Mapping read(List<Path> mapping, String base, IdentifierSystems systems) {
        return read(mapping, base, systems, Path.of(""));
    }

    /**
     * Reads a mapping of the files that are in a folder now: a column sheet for several vintages becomes the mapping of theirs. Otherwise
     * like the other methods of the name, which look in the working directory.
     */
    public static Mapping read(List<Path> mapping, String base, IdentifierSystems systems, Path sources) {
        return new Mapping(PlanReader.read(mapping, base, systems, local(mapping, sources)::open));
    }

    /**
     * Reads a mapping of files that are elsewhere than on this machine; otherwise like the other methods of the name.
     *
     * @param files opens them
     */
    public static Mapping read(List<Path> mapping, String base, IdentifierSystems systems, SourceFiles files) {
        return new Mapping(PlanReader.read(mapping, base, systems, files::open));
    }

    private static SourceFiles local(List<Path> mapping, Path sources) {
        Path folder = mapping.get(0).toAbsolutePath().getParent();
        return new SourceFiles.Local(
                new Folders(sources, folder == null ? Path.of("") : folder), CsvFile.Reading.PLAIN);
    }

    /** {@return the mapping of a plan that was made of one that was checked} */
    public static Mapping of(Plan plan) {
        return new Mapping(plan);
    }

    /**
     * {@return a mapping as RML of today, in Turtle for people, whatever it is written in}
     *
     * @throws MappingException if it cannot be read; whether it can be executed is for {@link #read}
     */
    public static String rml(List<Path> mapping, String base) {
        return rml(mapping, base, IdentifierSystems.NONE, Path.of(""));
    }

    /** {@return the same as {@link #read(List, String, IdentifierSystems, Path)} understands it} */
    public static String rml(List<Path> mapping, String base, IdentifierSystems systems, Path sources) {
        return PlanReader.rml(mapping, base, systems, local(mapping, sources)::open);
    }

    /**
     * {@return a column sheet as CSVW metadata, in JSON}
     *
     * @param leftOut takes what CSVW cannot say, or says otherwise, each with its line
     * @throws MappingException if it is no column sheet, or is at fault
     */
    public static String csvw(
            Path mapping, String base, IdentifierSystems systems, Path sources, Consumer<MappingError> leftOut) {
        return PlanReader.csvw(mapping, base, systems, local(List.of(mapping), sources)::open, leftOut);
    }

    /** {@return what the document says, for whoever asks more than this class answers} */
    public Plan plan() {
        return plan;
    }

    /** {@return the paths of all sources, as the mapping writes them, each once} */
    public List<String> sourcePaths() {
        return plan.sources().stream().map(LogicalSource::path).distinct().toList();
    }

    /** {@return where the sources are, if relative ones are in a folder; some may not exist} */
    public List<Path> sourceFiles(Path workingDirectory) {
        Folders folders = folders(workingDirectory);
        return plan.sources().stream().map(folders::of).distinct().toList();
    }

    /** {@return where each source is, by its path as the mapping writes it; of two descriptions of one path, the first} */
    public Map<String, Path> filesByName(Path workingDirectory) {
        Folders folders = folders(workingDirectory);
        Map<String, Path> files = new LinkedHashMap<>();
        plan.sources().forEach(source -> files.putIfAbsent(source.path(), folders.of(source)));
        return files;
    }

    /** {@return the paths of the files that the mapping itself writes to, by {@code rml:logicalTarget}, as they are written there} */
    public List<String> targetPaths() {
        return plan.targets().stream().map(Target::path).distinct().toList();
    }

    /** {@return how each source is written, by where it is; of two descriptions of one file, the first} */
    public Map<Path, Dialect> dialects(Path workingDirectory) {
        Folders folders = folders(workingDirectory);
        Map<Path, Dialect> dialects = new LinkedHashMap<>();
        plan.sources().forEach(source -> dialects.putIfAbsent(folders.of(source), source.dialect()));
        return dialects;
    }

    private Folders folders(Path workingDirectory) {
        return new Folders(workingDirectory, Path.of(plan.folder()));
    }

    /**
     * Makes sure that the mapping puts its triples into no graph but one, for who publishes that one alone.
     *
     * @param graph the graph that it may name, besides the default graph
     * @throws MappingException if it names another one, or makes them of rows; lists each at its line
     */
    public void requireGraph(String graph) {
        List<MappingError> others = plan.otherGraphs(graph).stream()
                .map(
                        map -> new MappingError(
                                plan.document(),
                                map.line(),
                                "a published dataset is the graph <%s>, and this rml:graph or rml:graphMap names others; remove it"
                                                .formatted(graph)
                                        + ", make a dataset of each graph, or run the mapping with the command map, which writes every graph"))
                .toList();
        if (!others.isEmpty()) {
            throw new MappingException(others);
        }
    }

    /** {@return the mapping as text that a person can check: each source, what its rows become, and by which expressions} */
    public String explain() {
        return new Explanation(plan).text();
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
        return new Execution(plan, run).execute(nquads);
    }

    /**
     * {@return what {@link #run} is to be given so that its quads leave in a syntax; to be closed, which closes the stream below}
     *
     * <p>For runs that leave the default graph unnamed. N-Quads and N-Triples pass without a parser.
     */
    public QuadStream in(Syntax syntax, OutputStream below) {
        return plan.namesGraphs() ? QuadStream.open(below, syntax) : QuadStream.ofTriples(below, syntax);
    }

    /** Maps all rows into a file of N-Quads, which appears when it is complete; otherwise like the other method of the name. */
    public MappingReport run(Run run, Path nquads) {
        Path part = nquads.resolveSibling(nquads.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                MappingReport report = run(run, out);
                out.close();
                Files.move(part, nquads, StandardCopyOption.REPLACE_EXISTING);
                return report;
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be written: %s".formatted(nquads, e.getMessage()), e);
        }
    }

    /**
     * Makes a mapper of single rows, for rows that come from elsewhere than a file.
     *
     * @param source the path of the source whose rows they stand for, as the mapping writes it
     * @param header the columns' names, in the order in which cells will come
     * @throws IllegalArgumentException if the mapping has no such source, or writes to targets of its own
     * @throws MappingException if the header lacks a column that the mapping names
     * @throws fr.pleiade.sources.CsvException if the file of a joined source cannot be read
     */
    public RowMapper mapper(Run run, String source, List<String> header) {
        return RowMapper.of(plan, run, source, header);
    }
}
