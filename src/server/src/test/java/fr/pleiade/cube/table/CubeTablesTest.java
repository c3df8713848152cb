package fr.pleiade.cube.table;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.cube.Cubes;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CubeTablesTest {
    private static final String STRUCTURE = """
            @prefix qb: <http://purl.org/linked-data/cube#> .
            <http://e/cube/c> a qb:DataSet ; qb:structure <http://e/s> .
            <http://e/other#c> a qb:DataSet ; qb:structure <http://e/s> .
            <http://e/s> qb:component [ qb:dimension <http://e/place> ; qb:order 1 ] , [ qb:dimension <http://e/year> ; qb:order 2 ] ,
              [ qb:measure <http://e/n> ] , [ qb:measure <http://e/rate> ] , [ qb:attribute <http://e/status> ] .
            """;

    /** Sorted: a's rate is out of range, b has no number and a status, c lacks its year. */
    private static final String LINES = """
            <http://e/a> <http://e/n> "12"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .
            <http://e/a> <http://e/place> <http://e/P> <http://e/g> .
            <http://e/a> <http://e/rate> "1234567890123456789012"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://e/g> .
            <http://e/a> <http://e/year> "2021" <http://e/g> .
            <http://e/a> <http://purl.org/linked-data/cube#dataSet> <http://e/cube/c> <http://e/g> .
            <http://e/b> <http://e/place> <http://e/Q> <http://e/g> .
            <http://e/b> <http://e/status> <http://e/missing> <http://e/g> .
            <http://e/b> <http://e/year> "2021" <http://e/g> .
            <http://e/b> <http://purl.org/linked-data/cube#dataSet> <http://e/cube/c> <http://e/g> .
            <http://e/c> <http://e/place> <http://e/P> <http://e/g> .
            <http://e/c> <http://e/rate> "-0.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://e/g> .
            <http://e/c> <http://purl.org/linked-data/cube#dataSet> <http://e/cube/c> <http://e/g> .
            <http://e/d> <http://e/n> "7" <http://e/g> .
            """;

    @TempDir
    private Path folder;

    private CubeTable table() throws IOException {
        Cubes cubes = Cubes.of(RdfReader.readGraph(bytes(STRUCTURE), "structure.ttl", Syntax.TURTLE, "urn:none"));
        try (CubeTables tables = new CubeTables(cubes, folder)) {
            tables.read("g", bytes(LINES));
        }
        return CubeTable.open(folder, "c");
    }

    private static ByteArrayInputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void observationsAreRowsOfCodesAndNumbers() throws IOException {
        CubeTable table = table();
        assertThat(table.size()).isEqualTo(3);
        assertThat(table.dimensions()).extracting(Column::property).containsExactly("http://e/place", "http://e/year");
        assertThat(table.number(0, 0)).contains(new BigDecimal("12"));
        assertThat(table.number(0, 1)).as("more digits than are kept exactly").isEmpty();
        assertThat(table.number(2, 1)).contains(new BigDecimal("-0.50"));
        assertThat(table.number(1, 0)).isEmpty();
        assertThat(table.attributes().get(0).values().get(table.attribute(1, 0)))
                .isEqualTo(new Term.Iri("http://e/missing"));
        assertThat(table.code(2, 1)).as("it has no year").isEqualTo(Column.ABSENT);
    }

    @Test
    void observationIsFoundAgainInItsGraph() throws IOException {
        CubeTable.Place place = table().place(1);
        assertThat(place.graph()).isEqualTo("g");
        assertThat(LINES.substring((int) place.position())).startsWith("<http://e/b> <http://e/place>");
    }

    @Test
    void rowsAreHeldAtCodes() throws IOException {
        CubeTable table = table();
        int place = table.code(0, new Term.Iri("http://e/P")).orElseThrow();
        assertThat(table.rows(Selection.ALL.with(0, place), 10)).containsExactly(0, 2);
        assertThat(table.rows(Selection.ALL.with(0, place), 1)).containsExactly(0);
        int year = table.code(1, Term.Literal.of("2021")).orElseThrow();
        assertThat(table.count(Selection.ALL.with(0, place).with(1, year))).isEqualTo(1);
        assertThat(table.count(Selection.ALL.with(0, new BitSet())))
                .as("held at nothing")
                .isZero();
    }

    @Test
    void countsLeaveTheirOwnDimensionFree() throws IOException {
        CubeTable table = table();
        int place = table.code(0, new Term.Iri("http://e/P")).orElseThrow();
        int year = table.code(1, Term.Literal.of("2021")).orElseThrow();
        var counts = table.counts(Selection.ALL.with(0, place).with(1, year));
        assertThat(counts.get(0)).as("P and Q in 2021").containsExactly(1, 1);
        assertThat(counts.get(1)).as("2021 in P").containsExactly(1);
    }

    @Test
    void cubesOfTheSameWordAreToldApart() throws IOException {
        Cubes cubes = Cubes.of(RdfReader.readGraph(bytes(STRUCTURE), "structure.ttl", Syntax.TURTLE, "urn:none"));
        try (CubeTables tables = new CubeTables(cubes, folder)) {
            tables.read(
                    "g",
                    bytes(LINES.replace(
                            "<http://e/c> <http://purl.org/linked-data/cube#dataSet> <http://e/cube/c>",
                            "<http://e/c> <http://purl.org/linked-data/cube#dataSet> <http://e/other#c>")));
        }
        assertThat(CubeTable.words(folder)).containsExactly("c", "c-2");
        assertThat(CubeTable.open(folder, "c-2").dataSet()).isEqualTo("http://e/other#c");
    }
}
