package fr.pleiade.cube.table;

import static fr.pleiade.rdf.Vocabulary.QB;

import fr.pleiade.cube.CubeStructure;
import fr.pleiade.cube.Cubes;
import fr.pleiade.cube.Said;
import fr.pleiade.quads.LineReader;
import fr.pleiade.quads.QuadLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Makes the tables of cubes out of the sorted graphs that have their observations, in one pass over each.
 *
 * <p>A cube without observations has no table. Memory: the distinct values of dimensions and attributes; records are written as they come.
 * One use, one thread.
 */
public final class CubeTables implements AutoCloseable {
    private static final long DATA_SET = Said.hash("<" + QB + "dataSet>");

    private final Path folder;
    private final Map<String, RowWriter> writers = new LinkedHashMap<>();
    private final Map<Long, String> cubes = new HashMap<>();
    private final Cubes described;

    /**
     * @param cubes what the cubes are made of
     * @param folder where the tables go; made when there is one
     */
    public CubeTables(Cubes cubes, Path folder) {
        this.described = cubes;
        this.folder = folder;
        cubes.structures().keySet().forEach(dataSet -> this.cubes.put(Said.hash("<" + dataSet + ">"), dataSet));
    }

    /**
     * Reads a graph.
     *
     * @param slug what the graph is called
     * @param lines its N-Quads, sorted, so that what is said of an observation stands together
     */
    public void read(String slug, InputStream lines) throws IOException {
        Said said = new Said();
        try (LineReader reader = new LineReader(lines)) {
            long position = 0;
            while (reader.next()) {
                QuadLine line = reader.quad();
                if (!line.is(QuadLine.SUBJECT, said.subject())) {
                    end(slug, said);
                    said.begin(line, position);
                }
                said.add(line);
                position += reader.end() - reader.start() + 1;
            }
            end(slug, said);
        }
    }

    private void end(String slug, Said said) throws IOException {
        int line = said.find(DATA_SET);
        String dataSet = line < 0 ? null : cubes.get(said.hash(line));
        if (dataSet != null) {
            writer(dataSet).write(slug, said);
        }
    }

    private RowWriter writer(String dataSet) throws IOException {
        RowWriter writer = writers.get(dataSet);
        if (writer == null) {
            Files.createDirectories(folder);
            CubeStructure structure =
                    Objects.requireNonNull(described.structures().get(dataSet), dataSet);
            writer = new RowWriter(folder, word(dataSet), structure);
            writers.put(dataSet, writer);
        }
        return writer;
    }

    /** {@return the last part of the data set's IRI, with a number if another cube has it too} */
    private String word(String dataSet) {
        String last = dataSet.substring(Math.max(dataSet.lastIndexOf('/'), dataSet.lastIndexOf('#')) + 1)
                .replaceAll("[^\\p{L}\\p{N}_-]", "-");
        Set<String> taken = new HashSet<>();
        writers.values().forEach(writer -> taken.add(writer.word()));
        String word = last.isEmpty() ? CubeTable.CUBE : last;
        for (int number = 2; taken.contains(word); number++) {
            word = last + "-" + number;
        }
        return word;
    }

    /** Writes the heads of the tables. */
    @Override
    public void close() throws IOException {
        for (RowWriter writer : writers.values()) {
            writer.close();
        }
    }
}
