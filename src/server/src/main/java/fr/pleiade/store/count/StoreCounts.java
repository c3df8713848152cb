package fr.pleiade.store.count;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The counts of a store, exactly as its index has them: TDB2 holds two spellings of one number to be one triple.
 *
 * <p>Kept in the store's directory in a file of lines, in an order of their own, that begins with what it is and ends with {@code end}:
 *
 * <pre>{@code
 * counts	1
 * graph	http://example.org/dataset/towns
 * triples	2609
 * property	http://example.org/name	35
 * class	http://example.org/Town	35
 * end
 * }</pre>
 *
 * The lines before the first graph are those of the union of all.
 *
 * @param union the counts of all graphs together, each triple once
 * @param graphs the counts of each graph that has triples, by its IRI
 */
public record StoreCounts(GraphCounts union, SortedMap<String, GraphCounts> graphs) {
    private static final String FILE = "counts.tsv";
    private static final String FIRST = "counts\t1";
    private static final String LAST = "end";

    public StoreCounts {
        graphs = Collections.unmodifiableSortedMap(new TreeMap<>(graphs));
    }

    /** {@return the file's place in a store's directory} */
    public static Path file(Path directory) {
        return directory.resolve(FILE);
    }

    /** {@return the counts beside an index; nothing where an earlier version built it, or they could not be counted} */
    public static Optional<StoreCounts> read(Path directory) {
        Path file = file(directory);
        try {
            return Files.exists(file) ? new Reader(Files.readAllLines(file)).counts() : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": " + e.getMessage(), e);
        }
    }

    /** Writes the counts beside an index. */
    public void write(Path directory) throws IOException {
        List<String> lines = new ArrayList<>(List.of(FIRST));
        add(union, lines);
        graphs.forEach((graph, counts) -> {
            lines.add("graph\t" + graph);
            add(counts, lines);
        });
        lines.add(LAST);
        Files.write(file(directory), lines);
    }

    private static void add(GraphCounts counts, List<String> lines) {
        lines.add("triples\t" + counts.triples());
        add("property", counts.properties(), lines);
        add("class", counts.classes(), lines);
    }

    private static void add(String kind, Map<String, Long> counts, List<String> lines) {
        counts.forEach((iri, count) -> lines.add(kind + "\t" + iri + "\t" + count));
    }

    /** The lines while they are read; a file that was cut short or written by another version says nothing. */
    private static final class Reader {
        private final List<String> lines;
        private final SortedMap<String, GraphCounts> graphs = new TreeMap<>();
        private SortedMap<String, Long> properties = new TreeMap<>();
        private SortedMap<String, Long> classes = new TreeMap<>();
        private long triples;
        private Optional<String> graph = Optional.empty();
        private GraphCounts union = GraphCounts.NONE;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        Optional<StoreCounts> counts() {
            if (lines.size() < 2
                    || !lines.get(0).equals(FIRST)
                    || !lines.get(lines.size() - 1).equals(LAST)) {
                return Optional.empty();
            }
            for (String line : lines.subList(1, lines.size() - 1)) {
                read(line.split("\t"));
            }
            end();
            return Optional.of(new StoreCounts(union, graphs));
        }

        private void read(String[] cells) {
            switch (cells[0]) {
                case "graph" -> {
                    end();
                    graph = Optional.of(cells[1]);
                }
                case "triples" -> triples = Long.parseLong(cells[1]);
                case "property" -> properties.put(cells[1], Long.parseLong(cells[2]));
                default -> classes.put(cells[1], Long.parseLong(cells[2]));
            }
        }

        private void end() {
            GraphCounts counts = new GraphCounts(triples, properties, classes);
            graph.ifPresentOrElse(name -> graphs.put(name, counts), () -> union = counts);
            properties = new TreeMap<>();
            classes = new TreeMap<>();
        }
    }
}
