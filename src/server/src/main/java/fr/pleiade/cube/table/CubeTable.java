package fr.pleiade.cube.table;

import fr.pleiade.rdf.NQuads;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The observations of one cube as rows of codes and numbers.
 *
 * <p>Two files of a release: {@code {word}.tsv} has the cube, its graphs, components and their values, a line each; {@code {word}.rows} a
 * record of one length for each observation, in the order of the graphs' lines. Memory: the values of dimensions and attributes; the
 * records are mapped, and a look through two millions of them takes some tens of milliseconds. Thread-safe; needs no closing. The files
 * must not change.
 */
public final class CubeTable {
    static final String CUBE = "cube";
    static final String GRAPH = "graph";
    static final String DIMENSION = "dimension";
    static final String ATTRIBUTE = "attribute";
    static final String MEASURE = "measure";
    static final String VALUE = "value";

    /** The scale of a number that is not there. */
    static final byte NO_NUMBER = Byte.MIN_VALUE;

    /** A place: which graph in the highest byte, where in it in the others. */
    static final int PLACE_BITS = 56;

    static final int NUMBER_BYTES = Long.BYTES + 1;

    private final String word;
    private final String dataSet;
    private final List<String> graphs;
    private final List<Column> dimensions;
    private final List<Column> attributes;
    private final List<String> measures;
    private final List<Map<Term, Integer>> codes;
    private final ByteBuffer rows;
    private final int width;

    private CubeTable(String word, Header header, ByteBuffer rows) {
        this.word = word;
        this.dataSet = header.dataSet;
        this.graphs = List.copyOf(header.graphs);
        this.dimensions = header.dimensions.stream().map(Header.Open::column).toList();
        this.attributes = header.attributes.stream().map(Header.Open::column).toList();
        this.measures = List.copyOf(header.measures);
        this.codes = dimensions.stream().map(Column::codes).toList();
        this.rows = rows;
        this.width = width(dimensions.size() + attributes.size(), measures.size());
    }

    /** {@return how many bytes a record has} */
    static int width(int columns, int measures) {
        return Long.BYTES + columns * Integer.BYTES + measures * NUMBER_BYTES;
    }

    static Path header(Path folder, String word) {
        return folder.resolve(word + ".tsv");
    }

    static Path rows(Path folder, String word) {
        return folder.resolve(word + ".rows");
    }

    /** Where an observation stands: a graph's slug, and where in its N-Quads the first line about it begins. */
    public record Place(String graph, long position) {}

    /** What the head of a table says, while it is read. */
    private static final class Header {
        record Open(String property, List<Term> values) {
            Column column() {
                return new Column(property, values);
            }
        }

        String dataSet = "";
        final List<String> graphs = new ArrayList<>();
        final List<Open> dimensions = new ArrayList<>();
        final List<Open> attributes = new ArrayList<>();
        final List<String> measures = new ArrayList<>();
        private List<Term> values = new ArrayList<>();

        void read(String line) {
            int tab = line.indexOf('\t');
            String said = line.substring(tab + 1);
            switch (line.substring(0, tab)) {
                case CUBE -> dataSet = said;
                case GRAPH -> graphs.add(said);
                case MEASURE -> measures.add(said);
                case VALUE -> values.add(NQuads.parseTerm(said));
                case DIMENSION -> dimensions.add(open(said));
                default -> attributes.add(open(said));
            }
        }

        private Open open(String property) {
            values = new ArrayList<>();
            return new Open(property, values);
        }
    }

    /**
     * {@return the table of a cube}
     *
     * @param folder the folder that {@link CubeTables} wrote
     * @param word what the cube is called there
     * @throws IOException if it cannot be read
     */
    public static CubeTable open(Path folder, String word) throws IOException {
        Header header = new Header();
        for (String line : Files.readAllLines(header(folder, word))) {
            header.read(line);
        }
        try (FileChannel channel = FileChannel.open(rows(folder, word), StandardOpenOption.READ)) {
            MappedByteBuffer rows = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return new CubeTable(word, header, rows);
        }
    }

    /** {@return the words of the cubes in a folder, in order; none if there is no folder} */
    public static List<String> words(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tsv"))
                    .map(name -> name.substring(0, name.length() - ".tsv".length()))
                    .sorted()
                    .toList();
        }
    }

    /** {@return what the cube is called in addresses: the last part of its data set's IRI} */
    public String word() {
        return word;
    }

    /** {@return the IRI of its data set} */
    public String dataSet() {
        return dataSet;
    }

    /** {@return the slugs of the graphs that have its observations} */
    public List<String> graphs() {
        return graphs;
    }

    /** {@return its dimensions in the order of its structure} */
    public List<Column> dimensions() {
        return dimensions;
    }

    /** {@return its attributes in the order of its structure} */
    public List<Column> attributes() {
        return attributes;
    }

    /** {@return the IRIs of its measures in the order of its structure} */
    public List<String> measures() {
        return measures;
    }

    /** {@return how many observations it has} */
    public int size() {
        return rows.capacity() / width;
    }

    /** {@return the code of a value in a dimension, or nothing if no observation has it} */
    public Optional<Integer> code(int dimension, Term value) {
        return Optional.ofNullable(codes.get(dimension).get(value));
    }

    /** {@return the code that an observation has in a dimension, {@link Column#ABSENT} if it has none} */
    public int code(int row, int dimension) {
        return rows.getInt(row * width + Long.BYTES + dimension * Integer.BYTES);
    }

    /** {@return the code that an observation has in an attribute, {@link Column#ABSENT} if it has none} */
    public int attribute(int row, int attribute) {
        return code(row, dimensions.size() + attribute);
    }

    /** {@return the number that an observation has in a measure; nothing if it has none} */
    public Optional<BigDecimal> number(int row, int measure) {
        int at = row * width + width(dimensions.size() + attributes.size(), measure);
        byte scale = rows.get(at + Long.BYTES);
        return scale == NO_NUMBER ? Optional.empty() : Optional.of(BigDecimal.valueOf(rows.getLong(at), scale));
    }

    /** {@return where an observation stands} */
    public Place place(int row) {
        long place = rows.getLong(row * width);
        return new Place(graphs.get((int) (place >>> PLACE_BITS)), place & (1L << PLACE_BITS) - 1);
    }

    /**
     * {@return the observations that are meant, in order}
     *
     * @param most how many at most
     */
    public int[] rows(Selection selection, int most) {
        Filter filter = new Filter(selection);
        int[] found = new int[Math.min(1 << 10, size())];
        int count = 0;
        for (int row = 0; row < size() && count < most; row++) {
            if (filter.misses(row) == Filter.NONE) {
                found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
                found[count++] = row;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** {@return how many observations are meant} */
    public int count(Selection selection) {
        Filter filter = new Filter(selection);
        int count = 0;
        for (int row = 0; row < size(); row++) {
            count += filter.misses(row) == Filter.NONE ? 1 : 0;
        }
        return count;
    }

    /**
     * {@return for each dimension, how many observations each of its codes has, whatever this dimension is held at and the others as they
     * are}
     */
    public List<int[]> counts(Selection selection) {
        Filter filter = new Filter(selection);
        List<int[]> counts = dimensions.stream()
                .map(dimension -> new int[dimension.values().size()])
                .toList();
        for (int row = 0; row < size(); row++) {
            int missed = filter.misses(row);
            if (missed == Filter.NONE) {
                for (int dimension = 0; dimension < counts.size(); dimension++) {
                    count(counts, dimension, row);
                }
            } else if (missed != Filter.SEVERAL) {
                count(counts, missed, row);
            }
        }
        return counts;
    }

    private void count(List<int[]> counts, int dimension, int row) {
        int code = code(row, dimension);
        if (code != Column.ABSENT) {
            counts.get(dimension)[code]++;
        }
    }

    /** Tells which of the dimensions that are held keep an observation out. */
    private final class Filter {
        static final int NONE = -1;
        static final int SEVERAL = -2;

        private final int[] held;
        private final BitSet[] meant;

        Filter(Selection selection) {
            this.held = selection.codes().keySet().stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.meant = selection.codes().values().toArray(BitSet[]::new);
        }

        /** {@return the one dimension that keeps it out, or that none or several do} */
        int misses(int row) {
            int missed = NONE;
            for (int i = 0; i < held.length; i++) {
                int code = code(row, held[i]);
                if (code == Column.ABSENT || !meant[i].get(code)) {
                    if (missed != NONE) {
                        return SEVERAL;
                    }
                    missed = held[i];
                }
            }
            return missed;
        }
    }
}
