package fr.pleiade.cube.table;

import fr.pleiade.cube.CubeStructure;
import fr.pleiade.cube.Said;
import fr.pleiade.rdf.NQuads;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one table: a record for each observation, and at the end the head. */
final class RowWriter implements AutoCloseable {
    private static final int MOST_GRAPHS = 128;
    private static final int MOST_DIGITS = 18;

    private final Path folder;
    private final String word;
    private final String dataSet;
    private final List<Codes> dimensions;
    private final List<Codes> attributes;
    private final List<String> measures;
    private final long[] measureHashes;
    private final List<String> graphs = new ArrayList<>();
    private final DataOutputStream rows;
    private final int width;
    private long left = Integer.MAX_VALUE;

    /** The values of a component, as they come. */
    private record Codes(String property, long hash, Map<String, Integer> codes) {
        static List<Codes> of(CubeStructure structure, CubeStructure.Kind kind) {
            return structure.all(kind).stream()
                    .filter(component -> !component.ofDataSet())
                    .map(component -> new Codes(
                            component.property(), Said.hash("<" + component.property() + ">"), new LinkedHashMap<>()))
                    .toList();
        }

        int code(Said said) {
            int line = said.find(hash);
            return line < 0 ? Column.ABSENT : codes.computeIfAbsent(said.object(line), value -> codes.size());
        }
    }

    RowWriter(Path folder, String word, CubeStructure structure) throws IOException {
        this.folder = folder;
        this.word = word;
        this.dataSet = structure.dataSet();
        this.dimensions = Codes.of(structure, CubeStructure.Kind.DIMENSION);
        this.attributes = Codes.of(structure, CubeStructure.Kind.ATTRIBUTE);
        this.measures = structure.all(CubeStructure.Kind.MEASURE).stream()
                .map(CubeStructure.Component::property)
                .toList();
        this.measureHashes = measures.stream()
                .mapToLong(measure -> Said.hash("<" + measure + ">"))
                .toArray();
        this.width = CubeTable.width(dimensions.size() + attributes.size(), measures.size());
        this.rows = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(CubeTable.rows(folder, word)), 1 << 16));
    }

    String word() {
        return word;
    }

    /** Writes an observation. What does not fit into one file of two gigabytes, some forty million, is left out. */
    void write(String slug, Said said) throws IOException {
        left -= width;
        if (left < 0) {
            return;
        }
        rows.writeLong((long) graph(slug) << CubeTable.PLACE_BITS | said.position());
        for (Codes dimension : dimensions) {
            rows.writeInt(dimension.code(said));
        }
        for (Codes attribute : attributes) {
            rows.writeInt(attribute.code(said));
        }
        for (long measure : measureHashes) {
            int line = said.find(measure);
            Optional<BigDecimal> number = line < 0 ? Optional.empty() : number(said.object(line));
            rows.writeLong(number.map(n -> n.unscaledValue().longValueExact()).orElse(0L));
            rows.writeByte(number.map(n -> (byte) n.scale()).orElse(CubeTable.NO_NUMBER));
        }
    }

    private int graph(String slug) {
        int graph = graphs.indexOf(slug);
        if (graph < 0) {
            graph = graphs.size();
            if (graph == MOST_GRAPHS) {
                throw new IllegalStateException("<%s> is in more than %d graphs".formatted(dataSet, MOST_GRAPHS));
            }
            graphs.add(slug);
        }
        return graph;
    }

    /** {@return the number that a literal is, if it has at most {@value #MOST_DIGITS} digits} */
    private static Optional<BigDecimal> number(String literal) {
        String lexical = NQuads.parseTerm(literal).text().strip();
        if (!lexical.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?")) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(lexical);
        return number.precision() <= MOST_DIGITS && Math.abs(number.scale()) < Byte.MAX_VALUE
                ? Optional.of(number)
                : Optional.empty();
    }

    @Override
    public void close() throws IOException {
        rows.close();
        try (Writer head = Files.newBufferedWriter(CubeTable.header(folder, word))) {
            line(head, CubeTable.CUBE, dataSet);
            for (String graph : graphs) {
                line(head, CubeTable.GRAPH, graph);
            }
            write(head, CubeTable.DIMENSION, dimensions);
            write(head, CubeTable.ATTRIBUTE, attributes);
            for (String measure : measures) {
                line(head, CubeTable.MEASURE, measure);
            }
        }
    }

    private static void write(Writer head, String kind, List<Codes> columns) throws IOException {
        for (Codes column : columns) {
            line(head, kind, column.property());
            for (String value : column.codes().keySet()) {
                line(head, CubeTable.VALUE, value);
            }
        }
    }

    private static void line(Writer head, String kind, String said) throws IOException {
        head.write(kind + "\t" + said + "\n");
    }
}
