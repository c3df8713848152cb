package fr.pleiade.cube;

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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each constraint of the specification: a cube that keeps it, and one that breaks it in that alone. */
class IntegrityTest {
    private static final String PREFIXES = """
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX : <http://ex.org/>
            """;

    private static final String STRUCTURE = """
            :cube a qb:DataSet ; qb:structure :structure ; qb:slice :slice .
            :structure a qb:DataStructureDefinition ; qb:sliceKey :key ;
              qb:component [ qb:dimension :year ; qb:order 1 ] , [ qb:dimension :sex ; qb:order 2 ] ,
                [ qb:measure :count ] , [ qb:attribute :unit ; qb:componentRequired true ] , [ qb:attribute :note ] .
            :year a qb:DimensionProperty ; rdfs:range xsd:gYear .
            :sex a qb:DimensionProperty ; rdfs:range skos:Concept ; qb:codeList :sexes .
            :count a qb:MeasureProperty .
            :key a qb:SliceKey ; qb:componentProperty :year .
            :slice a qb:Slice ; qb:sliceStructure :key ; :year "2020"^^xsd:gYear ; qb:observation :a , :b .
            """;

    private static final String CODES =
            ":f a skos:Concept ; skos:inScheme :sexes . :m a skos:Concept ; skos:topConceptOf :sexes .\n";

    private static final String OBSERVATIONS = """
            :a a qb:Observation ; qb:dataSet :cube ; :year "2020"^^xsd:gYear ; :sex :f ; :count 3 ; :unit :person .
            :b a qb:Observation ; qb:dataSet :cube ; :year "2020"^^xsd:gYear ; :sex :m ; :count 3 ; :unit :person .
            """;

    private static final String WHOLE = STRUCTURE + CODES + OBSERVATIONS;

    @TempDir
    private Path folder;

    private List<String> broken(String turtle) throws IOException {
        InMemoryGraph graph =
                RdfReader.readGraph(Files.writeString(folder.resolve("cube.ttl"), PREFIXES + turtle), "http://ex.org/");
        Path lines = folder.resolve("cube.nq");
        try (LineSorter sorter = new LineSorter(folder)) {
            for (Quad quad : graph.triples()) {
                sorter.write((quad.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            List<byte[]> sorted = new ArrayList<>();
            sorter.drain((bytes, start, end) -> sorted.add(Arrays.copyOfRange(bytes, start, end)));
            StringBuilder all = new StringBuilder();
            sorted.forEach(
                    line -> all.append(new String(line, StandardCharsets.UTF_8)).append('\n'));
            Files.writeString(lines, all);
        }
        List<String> found = new ArrayList<>();
        try (Integrity integrity = new Integrity(
                Cubes.of(graph),
                folder,
                violation -> found.add(
                        violation.constraint().label() + " " + violation.thing().replace("http://ex.org/", "")))) {
            integrity.lookAtStructures();
            integrity.read(new ByteArrayInputStream(Files.readAllBytes(lines)));
            integrity.finish();
        }
        return found;
    }

    @Test
    void wellFormedCube() throws IOException {
        assertThat(broken(WHOLE)).isEmpty();
    }

    @Test
    void graphWithoutCubes() throws IOException {
        assertThat(broken(":a rdfs:label \"a\" .")).isEmpty();
    }

    /** What to take out of the cube that keeps all, what to put in its place, and what is then told. */
    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "qb:dataSet :cube ; :year \"2020\"^^xsd:gYear ; :sex :m | :year \"2020\"^^xsd:gYear ; :sex :m | IC-1 b, IC-18 b",
                "qb:dataSet :cube ; :year \"2020\"^^xsd:gYear ; :sex :m | qb:dataSet :cube , :other ; :year \"2020\"^^xsd:gYear ; :sex :m | IC-1 b",
                "qb:structure :structure ; | '' | IC-2 cube",
                "qb:structure :structure ; | qb:structure :structure , :second ; | IC-2 cube",
                "[ qb:measure :count ] , | '' | IC-3 structure",
                "; rdfs:range xsd:gYear | '' | IC-4 year",
                "; qb:codeList :sexes | '' | IC-5 sex",
                "qb:dimension :sex ; | qb:dimension :sex ; qb:componentRequired false ; | IC-6 structure",
                "qb:sliceKey :key ; | '' | IC-7 key",
                "qb:SliceKey ; qb:componentProperty :year | qb:SliceKey ; qb:componentProperty :year , :count , :place | IC-8 key, IC-10 slice, IC-10 slice",
                "; qb:sliceStructure :key ; | ; | IC-9 slice",
                "qb:sliceStructure :key ; :year \"2020\"^^xsd:gYear ; | qb:sliceStructure :key ; | IC-10 slice",
                ":sex :m ; | '' | IC-11 b",
                ":sex :m ; | :sex :f ; | IC-12 b",
                ":sex :m ; :count 3 ; :unit :person | :sex :m ; :count 3 | IC-13 b",
                ":sex :m ; :count 3 ; | :sex :m ; | IC-14 b",
                "qb:slice :slice | qb:slice :slice . :other a qb:DataSet ; qb:structure :structure ; qb:slice :slice | IC-18 a, IC-18 b",
                ":sex :m ; | :sex :x ; | IC-19 b",
                ":m a skos:Concept ; | :m | IC-19 b",
            })
    void cubeThatBreaksOne(String taken, String put, String told) throws IOException {
        assertThat(WHOLE).contains(taken.strip());
        String turtle = WHOLE.replace(taken.strip(), put == null ? "" : put.strip());
        assertThat(broken(turtle)).containsExactlyInAnyOrder(told.split(", "));
    }

    private static final String NAMED =
            """
            :cube a qb:DataSet ; qb:structure [ a qb:DataStructureDefinition ;
              qb:component [ qb:dimension :year ] , [ qb:dimension qb:measureType ] , [ qb:measure :count ] , [ qb:measure :share ] ] .
            :year a qb:DimensionProperty ; rdfs:range xsd:gYear .
            qb:measureType a qb:DimensionProperty ; rdfs:range rdf:Property .
            :a a qb:Observation ; qb:dataSet :cube ; :year "2020"^^xsd:gYear ; qb:measureType :count ; :count 3 .
            :b a qb:Observation ; qb:dataSet :cube ; :year "2020"^^xsd:gYear ; qb:measureType :share ; :share 0.5 .
            """.replace("rdf:Property", "<http://www.w3.org/1999/02/22-rdf-syntax-ns#Property>");

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "qb:measureType :count ; :count 3 | qb:measureType :count ; :count 3 | ''",
                "qb:measureType :count ; :count 3 | qb:measureType :count | IC-15 a",
                "qb:measureType :count ; :count 3 | qb:measureType :count ; :count 3 ; :share 0.5 | IC-16 a",
                ":b a qb:Observation ; qb:dataSet :cube ; :year \"2020\" | :b a qb:Observation ; qb:dataSet :cube ; :year \"2021\" | IC-17 a, IC-17 b",
            })
    void cubeWhoseObservationsNameTheirMeasure(String taken, String put, String told) throws IOException {
        assertThat(NAMED).contains(taken.strip());
        List<String> expected = told == null || told.isBlank() ? List.of() : List.of(told.split(", "));
        assertThat(broken(NAMED.replace(taken.strip(), put.strip()))).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static final String HIERARCHY = """
            :sexes a qb:HierarchicalCodeList ; qb:hierarchyRoot :all ; qb:parentChildProperty %s .
            %s
            """;

    @ParameterizedTest(name = "{2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                ":narrower | :all :narrower :f . :f :narrower :m . | ''",
                ":narrower | :all :narrower :f . | IC-20 b",
                "[ owl:inverseOf :broader ] | :f :broader :all . :m :broader :f . | ''",
                "[ owl:inverseOf :broader ] | :f :broader :all . :all :broader :m . | IC-21 b",
            })
    void hierarchies(String property, String links, String told) throws IOException {
        List<String> expected = told == null || told.isBlank() ? List.of() : List.of(told.split(", "));
        assertThat(broken(STRUCTURE + OBSERVATIONS + HIERARCHY.formatted(property.strip(), links.strip())))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void collectionIsACodeList() throws IOException {
        String collection =
                ":sexes a skos:Collection ; skos:member :f , :m . :f a skos:Concept . :m a skos:Concept .\n";
        assertThat(broken(STRUCTURE + OBSERVATIONS + collection)).isEmpty();
    }

    @Test
    void valueOfTheDataSetIsEachObservations() throws IOException {
        String attached = STRUCTURE
                .replace(
                        "qb:attribute :unit ; qb:componentRequired true",
                        "qb:attribute :unit ; qb:componentRequired true ; qb:componentAttachment qb:DataSet")
                .replace("qb:slice :slice .", "qb:slice :slice ; :unit :person .");
        assertThat(broken(attached + CODES + OBSERVATIONS.replace(" ; :unit :person", "")))
                .isEmpty();
    }

    @Test
    void valueThatTheDataSetWasToHaveIsMissing() throws IOException {
        String attached = STRUCTURE.replace(
                "qb:attribute :unit ; qb:componentRequired true",
                "qb:attribute :unit ; qb:componentRequired true ; qb:componentAttachment qb:DataSet");
        assertThat(broken(attached + CODES + OBSERVATIONS.replace(" ; :unit :person", "")))
                .containsExactlyInAnyOrder("IC-13 a", "IC-13 b");
    }
}
