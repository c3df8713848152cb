package fr.pleiade.draft.sample;

import fr.pleiade.findings.Finding;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a mapping makes of {@code sample.csv}, or {@code sample.jsonl}, in its folder: a few rows in which each kind of cell occurs. Links are no part of it.
 *
 * <p>Memory: the sample and its triples.
 *
 * @param triples the triples as lines of canonical N-Triples, under {@link #BASE}
 * @param bad the cells that could not be mapped, in the order of the rows
 */
public record Sample(SortedSet<String> triples, List<BadCell> bad) {
    /** The base under which expected triples are written, whatever the site's own is. */
    public static final String BASE = "http://localhost:8080/";

    /** The rows, beside the mapping. */
    public static final String ROWS = "sample.csv";

    /** The rows of a mapping that reads records in JSON. */
    public static final String RECORDS = "sample.jsonl";

    /** The triples that they must give. */
    public static final String TRIPLES = "expected.nt";

    /** The cells that must be refused: {@code line,column,value,rule}. */
    public static final String FINDINGS = "expected-findings.csv";

    public Sample {
        bad = bad.stream().sorted().toList();
    }

    /**
     * Maps a sample.
     *
     * @param mapping the mapping, whose folder has the sample
     * @param systems reads the identifier systems that columns may be of, under {@link #BASE}
     * @throws fr.pleiade.mapping.model.MappingException if the mapping is at fault
     * @throws fr.pleiade.sources.CsvException if the sample is not written as the mapping says
     */
    public static Sample of(Path mapping, Function<String, IdentifierSystems> systems) {
        IdentifierSystems known = systems.apply(BASE);
        try {
            Path workspace = Files.createTempDirectory("sample");
            try {
                return of(mapping, known, workspace);
            } finally {
                delete(workspace);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(mapping.resolveSibling(ROWS) + ": " + e.getMessage(), e);
        }
    }

    /** The sample is put where the mapping looks for its sources; then only it is known which columns there are. */
    private static Sample of(Path mapping, IdentifierSystems systems, Path workspace) throws IOException {
        for (Path source : read(mapping, systems, workspace).sourceFiles(workspace)) {
            Path file = source.toAbsolutePath().normalize();
            if (file.startsWith(workspace.toAbsolutePath().normalize()) && Files.notExists(file)) {
                Files.createDirectories(file.resolveSibling("."));
                Files.copy(rows(mapping.resolveSibling("")), file);
            }
        }
        List<Finding> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        read(mapping, systems, workspace).run(Run.in(workspace).withFindings(findings::add), out);
        SortedSet<String> triples = new TreeSet<>();
        out.toString(StandardCharsets.UTF_8).lines().map(QuadLine::parse).forEach(quad -> triples.add(line(quad)));
        return new Sample(triples, findings.stream().map(BadCell::of).toList());
    }

    private static Mapping read(Path mapping, IdentifierSystems systems, Path sources) {
        return Mapping.read(List.of(mapping), BASE, systems, sources);
    }

    static String line(Quad quad) {
        return quad.in(Quad.DEFAULT_GRAPH).toNQuads();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** {@return whether a folder has a sample} */
    public static boolean isIn(Path folder) {
        return Files.exists(rows(folder));
    }

    /** {@return the file of the rows in a folder, which may be none} */
    public static Path rows(Path folder) {
        Path records = folder.resolve(RECORDS);
        return Files.exists(records) ? records : folder.resolve(ROWS);
    }

    /** Writes what it gives into a folder, as what is expected from now on. */
    public void writeTo(Path folder) throws IOException {
        Files.write(folder.resolve(TRIPLES), triples);
        try (OutputStream out = Files.newOutputStream(folder.resolve(FINDINGS));
                CsvWriter csv = new CsvWriter(out)) {
            csv.write(BadCell.HEADER);
            for (BadCell cell : bad) {
                csv.write(cell.cells());
            }
        }
    }
}
