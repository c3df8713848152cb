package fr.pleiade.cube;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.quads.LineSorter;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cubes whose numbers are counted. */
class CountsTest {
    private static final String PREFIXES = """
            PREFIX cube: <https://w3id.org/pleiade/cube#>
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
            PREFIX unit: <http://qudt.org/vocab/unit/>
            PREFIX : <http://ex.org/>
            """;

    private static final String SHARE = """
            :open a qb:DataSet ; qb:structure :s ; cube:counts :Paper ; cube:shareOf :isOpen .
            :s a qb:DataStructureDefinition ; qb:component [ qb:dimension :of ; qb:order 1 ] , [ qb:dimension :year ; qb:order 2 ] ,
              [ qb:measure :share ] , [ qb:attribute cube:outOf ] .
            """;

    @TempDir
    private Path folder;

    private List<Quad> counted(String structures, String things) throws IOException {
        InMemoryGraph described = read(structures);
        StringBuilder lines = new StringBuilder();
        try (LineSorter sorter = new LineSorter(folder)) {
            for (Quad quad : read(things).triples()) {
                sorter.write((quad.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            sorter.drain(
                    (bytes, start, end) -> lines.append(new String(bytes, start, end - start, StandardCharsets.UTF_8))
                            .append('\n'));
        }
        List<Quad> counted = new ArrayList<>();
        Counts.of(Cubes.of(described))
                .write(
                        new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)),
                        folder,
                        counted::add);
        return counted;
    }

    private InMemoryGraph read(String turtle) throws IOException {
        return RdfReader.readGraph(Files.writeString(folder.resolve("g.ttl"), PREFIXES + turtle), "http://ex.org/");
    }

    @Test
    void aShareIsOfThoseThatSayTrueOrFalseAndCountsForEachValue() throws IOException {
        List<Quad> counted = counted(SHARE, """
                :1 a :Paper ; :of <http://ex.org/u/A> , <http://ex.org/u/B> ; :year 2020 ; :isOpen true .
                :2 a :Paper ; :of <http://ex.org/u/A> ; :year 2020 ; :isOpen false .
                :3 a :Paper ; :of <http://ex.org/u/A> ; :year 2020 ; :isOpen false .
                :4 a :Paper ; :of <http://ex.org/u/A> ; :year 2020 .
                :5 a :Paper ; :of <http://ex.org/u/A> ; :isOpen true .
                :6 a :Paper ; :year 2020 ; :isOpen true .
                :7 a :Book ; :of <http://ex.org/u/A> ; :year 2020 ; :isOpen true .
                :8 a :Paper ; :of <http://ex.org/u/A> ; :year 2020 ; :isOpen true , false .
                :9 a :Paper ; :of <http://ex.org/u/A> ; :year 2020 ; :isOpen "perhaps" .
                """);
        assertThatGraph(counted).isIsomorphicTo(read("""
                <http://ex.org/open/A/2020> a qb:Observation ; qb:dataSet :open ; :of <http://ex.org/u/A> ; :year 2020 ; :share 33.3 ;
                  cube:outOf 3 ; sdmx-attribute:unitMeasure unit:PERCENT .
                <http://ex.org/open/B/2020> a qb:Observation ; qb:dataSet :open ; :of <http://ex.org/u/B> ; :year 2020 ; :share 100.0 ;
                  cube:outOf 1 ; sdmx-attribute:unitMeasure unit:PERCENT .
                """));
    }

    @Test
    void rowsAreCountedByTheirValues() throws IOException {
        List<Quad> counted = counted("""
                :papers a qb:DataSet ; qb:structure :s ; cube:counts :Paper .
                :s a qb:DataStructureDefinition ; qb:component [ qb:dimension :year ] , [ qb:measure :number ] .
                :other a qb:DataSet ; qb:structure :s .
                """, """
                :1 a :Paper ; :year 2020 .
                :2 a :Paper ; :year 2021 .
                :3 a :Paper ; :year 2020 .
                :4 a :Paper .
                """);
        assertThatGraph(counted).isIsomorphicTo(read("""
                <http://ex.org/papers/2020> a qb:Observation ; qb:dataSet :papers ; :year 2020 ; :number 2 ;
                  sdmx-attribute:unitMeasure unit:NUM .
                <http://ex.org/papers/2021> a qb:Observation ; qb:dataSet :papers ; :year 2021 ; :number 1 ;
                  sdmx-attribute:unitMeasure unit:NUM .
                """));
    }

    @Test
    void thingsThatAreCalledAlikeAreCountedApart() throws IOException {
        List<Quad> counted = counted(SHARE, """
                :1 a :Paper ; :of <http://ex.org/u/A> ; :year 2020 ; :isOpen true .
                :2 a :Paper ; :of <http://ex.org/v/A> ; :year 2020 ; :isOpen false .
                :3 a :Paper ; :of "a b" ; :year "2020" ; :isOpen false .
                """);
        assertThat(counted)
                .filteredOn(quad -> quad.predicate().text().equals("http://ex.org/of"))
                .extracting(quad -> quad.subject().text() + " " + quad.object().text())
                .containsExactly(
                        "http://ex.org/open/A/2020 http://ex.org/u/A",
                        "http://ex.org/open/A/2020--2 http://ex.org/v/A",
                        "http://ex.org/open/a-b/2020 a b");
    }
}
