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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of cubes beside the specification's constraints: totals, one value of each component, dimensions that divide. */
class TotalsTest {
    private static final String PREFIXES = """
            PREFIX cube: <https://w3id.org/pleiade/cube#>
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX sdmx-attribute: <http://purl.org/linked-data/sdmx/2009/attribute#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX : <http://ex.org/>
            """;

    /** Numbers by place and sex, which add up to those by place. */
    private static final String SEXES = """
            :sexes a qb:DataSet ; qb:structure :bySex ; cube:sumsTo :all .
            :all a qb:DataSet ; qb:structure :byPlace .
            :bySex a qb:DataStructureDefinition ;
              qb:component [ qb:dimension :place ] , [ qb:dimension :sex ] , [ qb:measure :count ] .
            :byPlace a qb:DataStructureDefinition ; qb:component [ qb:dimension :place ] , [ qb:measure :count ] .
            :f1 a qb:Observation ; qb:dataSet :sexes ; :place :p ; :sex :f ; :count 2 .
            :m1 a qb:Observation ; qb:dataSet :sexes ; :place :p ; :sex :m ; :count 3 .
            :t1 a qb:Observation ; qb:dataSet :all ; :place :p ; :count 5 .
            """;

    /** Numbers by place and field, the rows of whole domains and of all places apart. */
    private static final String FIELDS = """
            :fields a qb:DataSet ; qb:structure :s .
            :domains a qb:DataSet ; qb:structure :s ; cube:countedIn :fields ; cube:sumAlong :field ; cube:sumWhere :answers .
            :country a qb:DataSet ; qb:structure :s ; cube:countedIn :fields ; cube:sumOver :place ; cube:sumWhere :answers .
            :s a qb:DataStructureDefinition ; qb:component [ qb:dimension :place ] , [ qb:dimension :field ] ,
              [ qb:dimension :what ] , [ qb:measure :count ] .
            :law skos:broader :domain . :trade skos:broader :domain .
            :a a qb:Observation ; qb:dataSet :fields ; :place :p ; :field :law ; :what :answers ; :count 10 .
            :b a qb:Observation ; qb:dataSet :fields ; :place :p ; :field :trade ; :what :answers ; :count 2.5 .
            :c a qb:Observation ; qb:dataSet :fields ; :place :q ; :field :law ; :what :answers ; :count 4 .
            :d a qb:Observation ; qb:dataSet :domains ; :place :p ; :field :domain ; :what :answers ; :count 12.5 .
            :e a qb:Observation ; qb:dataSet :country ; :place :all ; :field :law ; :what :answers ; :count 14 .
            :f a qb:Observation ; qb:dataSet :country ; :place :all ; :field :domain ; :what :answers ; :count 12.50 .
            :share a qb:Observation ; qb:dataSet :domains ; :place :p ; :field :domain ; :what :share ; :count 90 .
            :share1 a qb:Observation ; qb:dataSet :fields ; :place :p ; :field :law ; :what :share ; :count 80 .
            """;

    @TempDir
    private Path folder;

    private List<String> told(String turtle) throws IOException {
        InMemoryGraph graph =
                RdfReader.readGraph(Files.writeString(folder.resolve("cube.ttl"), PREFIXES + turtle), "http://ex.org/");
        StringBuilder lines = new StringBuilder();
        try (LineSorter sorter = new LineSorter(folder)) {
            for (Quad quad : graph.triples()) {
                sorter.write((quad.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            sorter.drain((bytes, start, end) -> lines.append(
                            new String(bytes, start, end - start, StandardCharsets.UTF_8).strip())
                    .append('\n'));
        }
        List<String> told = new ArrayList<>();
        try (Integrity integrity = new Integrity(
                Cubes.of(graph),
                folder,
                violation -> told.add("%s %s %s"
                        .formatted(
                                violation.constraint(),
                                violation.thing().replace("http://ex.org/", ""),
                                violation.problem().en())))) {
            integrity.read(new ByteArrayInputStream(lines.toString().getBytes(StandardCharsets.UTF_8)));
            integrity.finish();
        }
        return told;
    }

    @Test
    void partsThatAddUp() throws IOException {
        assertThat(told(SEXES)).isEmpty();
        assertThat(told(FIELDS)).isEmpty();
    }

    @Test
    void totalThatIsNotTheSum() throws IOException {
        assertThat(told(SEXES.replace(":count 5", ":count 6")))
                .containsExactly("SUM t1 it is 6, and its 2 parts are 5 together, 0 of them without a number");
    }

    @Test
    void domainThatIsNotTheSumOfItsFields() throws IOException {
        assertThat(told(FIELDS.replace(
                        ":field :trade ; :what :answers ; :count 2.5", ":field :trade ; :what :answers ; :count 3")))
                .containsExactly("SUM d it is 12.5, and its 2 parts are 13 together, 0 of them without a number");
    }

    @Test
    void allThatIsNotTheSumOfThePlaces() throws IOException {
        assertThat(told(FIELDS.replace(":count 14", ":count 15")))
                .containsExactly("SUM e it is 15, and its 2 parts are 14 together, 0 of them without a number");
    }

    @Test
    void partWithoutANumberIsCountedAsSuch() throws IOException {
        assertThat(told(SEXES.replace(":sex :m ; :count 3", ":sex :m ; sdmx-attribute:obsStatus :missing")))
                .containsExactly("SUM t1 it is 5, and its 2 parts are 2 together, 1 of them without a number");
    }

    @Test
    void totalWithoutANumberOrWithoutPartsIsNone() throws IOException {
        assertThat(told(SEXES.replace(":place :p ; :count 5", ":place :p ; sdmx-attribute:obsStatus :missing")))
                .isEmpty();
        assertThat(told(SEXES.replace(":place :p ; :count 5", ":place :q ; :count 5")))
                .isEmpty();
    }

    @Test
    void observationThatSaysWhyItHasNoNumberNeedsNone() throws IOException {
        assertThat(told(SEXES.replace(":sex :m ; :count 3", ":sex :m"))).anyMatch(told -> told.startsWith("IC_14 m1"));
        assertThat(told(SEXES.replace(":sex :m ; :count 3", ":sex :m ; sdmx-attribute:obsStatus :missing")))
                .noneMatch(told -> told.startsWith("IC_14"));
    }

    @Test
    void rowsThatMadeOneObservationAreTold() throws IOException {
        assertThat(told(SEXES.replace(":sex :m ; :count 3", ":sex :m ; :count 3 , 30")))
                .anyMatch(told -> told.startsWith("ONE_VALUE m1 it has 2 of <http://ex.org/count>"));
    }

    @Test
    void dimensionThatIsTheSameInManyObservations() throws IOException {
        StringBuilder many = new StringBuilder(SEXES);
        for (int i = 0; i < 18; i++) {
            many.append(
                    ":x%d a qb:Observation ; qb:dataSet :sexes ; :place :p ; :sex :s%d ; :count 0 .\n".formatted(i, i));
        }
        assertThat(told(many.toString()))
                .containsExactly("VARIED sexes all 20 observations have the same <http://ex.org/place>");
    }
}
