package fr.pleiade.cube;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why a cube could not be opened in cube.link's model. */
class ViewKindsTest {
    private static final String CUBE = """
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX : <http://ex.org/>
            :d a qb:DataSet ; qb:structure :s ; rdfs:label "Cube" .
            :s a qb:DataStructureDefinition ; qb:component [ qb:dimension :year ] , [ qb:measure :n ] .
            :n rdfs:label "Number" .
            :year rdfs:label "Year"@en .
            :a a qb:Observation ; qb:dataSet :d ; :year "a"@en ; :n 1 .
            :b a qb:Observation ; qb:dataSet :d ; :year "b"@fr ; :n 2 .
            """;

    @TempDir
    private Path folder;

    private List<String> told(String turtle) throws IOException {
        InMemoryGraph graph = RdfReader.readGraph(Files.writeString(folder.resolve("c.ttl"), turtle), "http://ex.org/");
        String lines =
                graph.triples().stream().map(Quad::toNQuads).sorted().collect(Collectors.joining("\n", "", "\n"));
        List<String> told = new ArrayList<>();
        try (Integrity integrity = new Integrity(
                Cubes.of(graph),
                folder,
                violation -> told.add(violation.constraint() + " " + violation.thing() + " "
                        + violation.problem().en()))) {
            integrity.lookAtViews();
            integrity.read(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)));
            integrity.finish();
        }
        return told;
    }

    @Test
    void namedCubeWithNumbersCanBeOpenedWhateverItsLanguages() throws IOException {
        assertThat(told(CUBE)).isEmpty();
    }

    @Test
    void dimensionWithValuesOfTwoKindsIsTold() throws IOException {
        String told = "VIEW http://ex.org/d the values of <http://ex.org/year> are of several kinds";
        assertThat(told(CUBE.replace("\"b\"@fr", "2021"))).containsExactly(told);
        assertThat(told(CUBE.replace("\"b\"@fr", ":b"))).containsExactly(told);
        assertThat(told(CUBE.replace("\"b\"@fr", "2021").replace("\"a\"@en", "20.0")))
                .containsExactly(told);
        assertThat(told(CUBE.replace("\"b\"@fr", "2021").replace("\"a\"@en", "20")))
                .isEmpty();
    }

    @Test
    void cubeWithoutNamesOrNumbersIsTold() throws IOException {
        assertThat(told(CUBE.replace(":n rdfs:label", ":x rdfs:label").replace(" ; rdfs:label \"Cube\"", "")))
                .containsExactly(
                        "VIEW http://ex.org/d it has no name (rdfs:label)",
                        "VIEW http://ex.org/d its <http://ex.org/n> has no name");
        assertThat(told(CUBE.replace(" ; :n 1", "").replace(" ; :n 2", "")))
                .contains("VIEW http://ex.org/d none of its observations has a number");
    }
}
