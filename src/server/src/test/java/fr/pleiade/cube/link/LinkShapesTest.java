package fr.pleiade.cube.link;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.cube.Violation;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shapes of cube.link and visualize.admin.ch: a cube that keeps them, written by hand after them, and one for each way not to. */
class LinkShapesTest {
    private static final String CUBE = """
            PREFIX cube: <https://cube.link/>
            PREFIX meta: <https://cube.link/meta/>
            PREFIX qudt: <http://qudt.org/schema/qudt/>
            PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
            PREFIX schema: <http://schema.org/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX status: <https://ld.admin.ch/vocabulary/CreativeWorkStatus/>
            PREFIX time: <http://www.w3.org/2006/time#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX : <http://ex.org/>
            :cube a cube:Cube ;
              schema:name "Cube"@en ;
              schema:publisher :me ;
              schema:creator :me ;
              schema:contributor :me ;
              schema:contactPoint :contact ;
              schema:dateCreated "2024-01-01"^^xsd:date ;
              schema:datePublished "2024-01-01"^^xsd:date ;
              schema:dateModified "2024-01-01"^^xsd:date ;
              schema:creativeWorkStatus status:Published ;
              schema:workExample <https://ld.admin.ch/application/visualize> ;
              cube:observationSet :set ;
              cube:observationConstraint :constraint .
            :set a cube:ObservationSet ;
              cube:observation :o1 , :o2 .
            :constraint a sh:NodeShape , cube:Constraint ;
              sh:closed true ;
              sh:property :type , :by , :year , :town , :count .
            :type sh:path rdf:type ; sh:nodeKind sh:IRI ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( cube:Observation ) .
            :by sh:path cube:observedBy ; sh:nodeKind sh:IRI ; sh:minCount 1 ; sh:maxCount 1 ; sh:in ( :me ) .
            :year sh:path :ofYear ; sh:nodeKind sh:Literal ; sh:minCount 1 ; sh:maxCount 1 ;
              a cube:KeyDimension ; schema:name "Year" ; qudt:scaleType qudt:IntervalScale ; sh:datatype xsd:gYear ;
              meta:dataKind :kind ;
              sh:in ( "2020"^^xsd:gYear "2021"^^xsd:gYear ) .
            :kind a time:GeneralDateTimeDescription .
            :town sh:path :ofTown ; sh:nodeKind sh:IRI ; sh:minCount 1 ; sh:maxCount 1 ;
              a cube:KeyDimension ; schema:name "Town"@en ; qudt:scaleType qudt:NominalScale ; sh:in ( :t ) .
            :count sh:path :n ; sh:nodeKind sh:Literal ; sh:minCount 1 ; sh:maxCount 1 ;
              a cube:MeasureDimension ; schema:name "Count"@en ; qudt:scaleType qudt:RatioScale ; sh:datatype xsd:integer ;
              sh:minInclusive 3 ; sh:maxInclusive 5 .
            :o1 a cube:Observation ; cube:observedBy :me ; :ofYear "2020"^^xsd:gYear ; :ofTown :t ; :n 3 .
            :o2 a cube:Observation ; cube:observedBy :me ; :ofYear "2021"^^xsd:gYear ; :ofTown :t ; :n 5 .
            :else schema:name "Something else" .
            """;

    @TempDir
    private Path folder;

    private List<String> told(String turtle) throws IOException {
        List<byte[]> lines = new ArrayList<>();
        for (Quad quad : RdfReader.readGraph(Files.writeString(folder.resolve("cube.ttl"), turtle), "http://ex.org/")
                .triples()) {
            lines.add((quad.toNQuads() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        lines.sort(Arrays::compareUnsigned);
        Path sorted = folder.resolve("cube.nq");
        Files.deleteIfExists(sorted);
        for (byte[] line : lines) {
            Files.write(sorted, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        List<Violation> violations = new ArrayList<>();
        LinkShapes.check(sorted, violations::add);
        return violations.stream()
                .map(violation -> violation.constraint().label() + " " + violation.thing() + " "
                        + violation.problem().en())
                .toList();
    }

    @Test
    void aCubeThatKeepsThemIsPassed() throws IOException {
        assertThat(told(CUBE)).isEmpty();
    }

    /** What is replaced, by what, and what is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schema:name "Cube"@en ;                       |                                  | LINK-CUBE http://ex.org/cube it has no <http://schema.org/name>
            schema:publisher :me ;                        |                                  | LINK-CUBE http://ex.org/cube it has no <http://schema.org/publisher>
            schema:creator :me ;                          | schema:creator "me" ;            | LINK-CUBE http://ex.org/cube its <http://schema.org/creator> is "me"
            schema:contributor :me ;                      |                                  | LINK-CUBE http://ex.org/cube it has no <http://schema.org/contributor>
            schema:contactPoint :contact ;                |                                  | LINK-CUBE http://ex.org/cube it has no <http://schema.org/contactPoint>
            schema:dateModified "2024-01-01"^^xsd:date ;  | schema:dateModified "2024" ;     | LINK-CUBE http://ex.org/cube its <http://schema.org/dateModified> is "2024"
            status:Published                              | status:Old                       | LINK-CUBE http://ex.org/cube its <http://schema.org/creativeWorkStatus>
            schema:creativeWorkStatus                     | schema:expires "x" ; schema:creativeWorkStatus | LINK-CUBE http://ex.org/cube its <http://schema.org/expires> is x
            cube:observationConstraint :constraint .      | cube:observationConstraint :constraint , :other . | LINK-CUBE http://ex.org/cube it has 2 of
            cube:observation :o1 , :o2 .                  | schema:name "set" .              | LINK-SET http://ex.org/set it has no <https://cube.link/observation>
            cube:observation :o1 , :o2 .                  | cube:observation :o1 , :o2 , :o3 . | LINK-SET http://ex.org/set 1 of its observations are not described
            cube:observation :o1 , :o2 .                  | cube:observation :o1 .           | LINK-OBSERVATION http://ex.org/o2 it is of no set
            sh:closed true ;                              |                                  | LINK-CONSTRAINT http://ex.org/constraint it has no <http://www.w3.org/ns/shacl#closed>
            schema:name "Town"@en ;                       |                                  | LINK-CONSTRAINT http://ex.org/town it has no <http://schema.org/name>
            qudt:NominalScale                             | qudt:Scale                       | LINK-CONSTRAINT http://ex.org/town its <http://qudt.org/schema/qudt/scaleType> is
            sh:in ( :t ) .                                | sh:in :t .                       | LINK-CONSTRAINT http://ex.org/town its <http://www.w3.org/ns/shacl#in> is http://ex.org/t
            sh:path :ofTown ; sh:nodeKind sh:IRI ;        | sh:path :ofTown ;                | LINK-CONSTRAINT http://ex.org/town it has no <http://www.w3.org/ns/shacl#datatype>
            sh:maxCount 1 ; sh:in ( :me )                 | sh:in ( :me )                    | LINK-CONSTRAINT http://ex.org/by it has no <http://www.w3.org/ns/shacl#maxCount>
            sh:datatype xsd:integer                       | sh:datatype xsd:integer , xsd:decimal | LINK-CONSTRAINT http://ex.org/count it has 2 of <http://www.w3.org/ns/shacl#datatype>
            sh:datatype xsd:gYear ;                       | sh:datatype xsd:string ;         | LINK-CONSTRAINT http://ex.org/year it has 0 of <http://www.w3.org/2006/time#unitType>
            ( "2020"^^xsd:gYear "2021"^^xsd:gYear )       | ( "2020"^^xsd:gYear )            | LINK-OBSERVATION http://ex.org/o2 its <http://ex.org/ofYear>, "2021"
            sh:maxInclusive 5                             | sh:maxInclusive 4                | LINK-OBSERVATION http://ex.org/o2 its <http://ex.org/n>, "5"
            :n 5 .                                        | :n 5.0 .                         | LINK-OBSERVATION http://ex.org/o2 its <http://ex.org/n>, "5.0"
            :n 5 .                                        | :n 4 , 5 .                       | LINK-OBSERVATION http://ex.org/o2 it has 2 of <http://ex.org/n>
            :n 5 .                                        | schema:name "o2" ; :n 5 .        | LINK-OBSERVATION http://ex.org/o2 it has <http://schema.org/name>, which the constraint does not name
            :ofTown :t ; :n 5                             | :n 5                             | LINK-OBSERVATION http://ex.org/o2 it has 0 of <http://ex.org/ofTown>
            """)
    void eachWayNotToKeepThemIsTold(String right, String wrong, String told) throws IOException {
        assertThat(CUBE).contains(right);
        assertThat(told(CUBE.replace(right, wrong == null ? "" : wrong)))
                .anySatisfy(problem -> assertThat(problem).startsWith(told));
    }

    @Test
    void timeInStepsOfAUnitNeedsNoDatatypeOfTimes() throws IOException {
        String terms = CUBE.replace("xsd:gYear", "xsd:string")
                .replace(
                        ":kind a time:GeneralDateTimeDescription .",
                        ":kind a time:GeneralDateTimeDescription ; time:unitType time:unitYear .");
        assertThat(told(terms)).isEmpty();
    }
}
