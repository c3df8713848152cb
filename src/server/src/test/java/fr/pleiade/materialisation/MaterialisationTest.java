package fr.pleiade.materialisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MaterialisationTest {
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    private final InMemoryGraph ontology = new InMemoryGraph();

    private List<Path> others = List.of();

    @TempDir
    Path folder;

    @Test
    void statesDeclaredSuperpropertyOverTwoSteps() throws IOException {
        say("urn:uai", RDFS + "subPropertyOf", "urn:code");
        say("urn:code", RDFS + "subPropertyOf", "urn:identifier");
        declare("urn:identifier");

        assertFollows(
                "<urn:a> <urn:uai> \"0 <1>\"@fr <urn:g> .\n",
                "<urn:a> <urn:identifier> \"0 <1>\"@fr <urn:g> .\n",
                Map.of("urn:identifier", 1L));
    }

    @Test
    void statesNothingThatIsNotDeclared() throws IOException {
        say("urn:uai", RDFS + "subPropertyOf", "urn:identifier");

        assertFollows("<urn:a> <urn:uai> \"1\" <urn:g> .\n", "", Map.of());
    }

    @Test
    void statesDeclaredSuperclass() throws IOException {
        say("urn:School", RDFS + "subClassOf", "urn:Formal");
        say("urn:Formal", RDFS + "subClassOf", "urn:Organization");
        declare("urn:Organization");

        assertFollows(
                "<urn:a> " + TYPE + " <urn:School> <urn:g> .\n<urn:b> <urn:kind> <urn:School> <urn:g> .\n",
                "<urn:a> " + TYPE + " <urn:Organization> <urn:g> .\n",
                Map.of("urn:Organization", 1L));
    }

    @Test
    void turnsInversesAroundWhicheverSideSaysSo() throws IOException {
        say("urn:hasPart", "http://www.w3.org/2002/07/owl#inverseOf", "urn:partOf");
        say("urn:directPartOf", RDFS + "subPropertyOf", "urn:partOf");
        declare("urn:hasPart");
        declare("urn:partOf");

        assertFollows(
                "<urn:a> <urn:directPartOf> <urn:b> <urn:g> .\n<urn:a> <urn:directPartOf> \"b\" <urn:g> .\n"
                        + "<urn:b> <urn:hasPart> <urn:c> <urn:g> .\n<urn:c> <urn:is> \"c\" <urn:g> .\n",
                "<urn:b> <urn:hasPart> <urn:a> <urn:g> .\n<urn:a> <urn:partOf> <urn:b> <urn:g> .\n"
                        + "<urn:a> <urn:partOf> \"b\" <urn:g> .\n<urn:c> <urn:partOf> <urn:b> <urn:g> .\n",
                Map.of("urn:hasPart", 1L, "urn:partOf", 3L));
    }

    @Test
    void endsWhereTheOntologyIsCircular() throws IOException {
        say("urn:p", RDFS + "subPropertyOf", "urn:q");
        say("urn:q", RDFS + "subPropertyOf", "urn:p");
        say("urn:C", RDFS + "subClassOf", "urn:C");
        declare("urn:q");
        declare("urn:C");

        assertFollows(
                "_:a <urn:p> <urn:b> <urn:g> .\n_:a " + TYPE + " <urn:C> <urn:g> .\n",
                "_:a <urn:q> <urn:b> <urn:g> .\n",
                Map.of("urn:q", 1L));
    }

    private void say(String subject, String predicate, String object) {
        ontology.add(
                new Quad(new Term.Iri(subject), new Term.Iri(predicate), new Term.Iri(object), Quad.DEFAULT_GRAPH));
    }

    private void declare(String term) {
        say("urn:site", Materialisation.STATES, term);
    }

    @Test
    void statesWhatARuleNamesWhateverTheOntologySays() throws IOException {
        say("urn:names", Materialisation.STATES, "urn:name");
        say("urn:names", Materialisation.FROM, "urn:label");
        say("urn:places", Materialisation.STATES, "urn:Place");
        say("urn:places", Materialisation.FROM, "urn:Town");

        assertFollows(
                "<urn:a> <urn:label> \"A\"@fr <urn:g> .\n<urn:a> " + TYPE + " <urn:Town> <urn:g> .\n",
                "<urn:a> <urn:name> \"A\"@fr <urn:g> .\n<urn:a> " + TYPE + " <urn:Place> <urn:g> .\n",
                Map.of("urn:name", 1L, "urn:Place", 1L));
    }

    @Test
    void turnsAroundWhatARuleNamesSo() throws IOException {
        declare("urn:parts");
        say("urn:site", Materialisation.FROM_INVERSE, "urn:partOf");

        assertFollows(
                "<urn:a> <urn:partOf> <urn:b> <urn:g> .\n<urn:b> <urn:is> \"b\" <urn:g> .\n",
                "<urn:b> <urn:parts> <urn:a> <urn:g> .\n",
                Map.of("urn:parts", 1L));
    }

    @Test
    void saysNothingOfWhatNoGraphDescribes() throws IOException {
        declare("urn:parts");
        say("urn:site", Materialisation.FROM_INVERSE, "urn:partOf");

        assertFollows("<urn:a> <urn:partOf> <urn:gone> <urn:g> .\n", "", Map.of());
    }

    @Test
    void transitivePropertyLeadsOnThroughOtherGraphs() throws IOException {
        transitive();
        others = List.of(Files.writeString(
                folder.resolve("other.nq"),
                "<urn:dep> <urn:directPartOf> <urn:reg> <urn:o> .\n<urn:reg> <urn:partOf> <urn:land> <urn:o> .\n"));

        assertFollows(
                "<urn:arm> <urn:directPartOf> <urn:town> <urn:g> .\n<urn:town> <urn:partOf> <urn:dep> <urn:g> .\n",
                "<urn:arm> <urn:partOf> <urn:town> <urn:g> .\n<urn:arm> <urn:partOf> <urn:dep> <urn:g> .\n"
                        + "<urn:arm> <urn:partOf> <urn:reg> <urn:g> .\n<urn:arm> <urn:partOf> <urn:land> <urn:g> .\n"
                        + "<urn:town> <urn:partOf> <urn:reg> <urn:g> .\n<urn:town> <urn:partOf> <urn:land> <urn:g> .\n",
                Map.of("urn:partOf", 6L));
    }

    @Test
    void saysOfNothingThatItIsPartOfItselfWhereAChainIsCircular() throws IOException {
        transitive();

        assertFollows(
                "<urn:a> <urn:partOf> <urn:b> <urn:g> .\n<urn:b> <urn:partOf> <urn:c> <urn:g> .\n"
                        + "<urn:c> <urn:partOf> <urn:a> <urn:g> .\n<urn:d> <urn:partOf> <urn:d> <urn:g> .\n",
                "<urn:a> <urn:partOf> <urn:c> <urn:g> .\n<urn:b> <urn:partOf> <urn:a> <urn:g> .\n"
                        + "<urn:c> <urn:partOf> <urn:b> <urn:g> .\n",
                Map.of("urn:partOf", 3L));
    }

    @Test
    void leadsOnAlongAnotherPropertyToThingsOfAClass() throws IOException {
        say("urn:rule", Materialisation.STATES, "urn:location");
        say("urn:rule", Materialisation.FROM, "urn:seat");
        say("urn:rule", Materialisation.ALONG, "urn:partOf");
        say("urn:rule", Materialisation.TO, "urn:Town");
        say("urn:hosting", Materialisation.STATES, "urn:hosts");
        say("urn:hosting", Materialisation.FROM_INVERSE, "urn:seat");
        say("urn:hosting", Materialisation.ALONG, "urn:partOf");
        others = List.of(Files.writeString(
                folder.resolve("other.nq"),
                "<urn:arm> <urn:partOf> <urn:town> <urn:o> .\n<urn:dep> <urn:is> \"dep\" <urn:o> .\n"
                        + "<urn:town> <urn:partOf> <urn:dep> <urn:o> .\n<urn:town> "
                        + TYPE + " <urn:Town> <urn:o> .\n"));

        assertFollows(
                "<urn:s> <urn:seat> <urn:arm> <urn:g> .\n",
                "<urn:arm> <urn:hosts> <urn:s> <urn:g> .\n<urn:town> <urn:hosts> <urn:s> <urn:g> .\n"
                        + "<urn:dep> <urn:hosts> <urn:s> <urn:g> .\n<urn:s> <urn:location> <urn:arm> <urn:g> .\n"
                        + "<urn:s> <urn:location> <urn:town> <urn:g> .\n",
                Map.of("urn:location", 2L, "urn:hosts", 3L));
    }

    private void transitive() {
        say("urn:directPartOf", RDFS + "subPropertyOf", "urn:partOf");
        declare("urn:partOf");
        ontology.add(new Quad(
                new Term.Iri("urn:site"),
                new Term.Iri(Materialisation.TRANSITIVE),
                Term.Literal.of("true"),
                Quad.DEFAULT_GRAPH));
    }

    private void assertFollows(String graph, String expected, Map<String, Long> counts) throws IOException {
        Path file = Files.writeString(folder.resolve("graph.nq"), graph);
        ByteArrayOutputStream lines = new ByteArrayOutputStream();

        assertEquals(
                counts, Materialisation.of(ontology).write(file, others, lines).terms());
        assertEquals(expected, lines.toString(StandardCharsets.UTF_8));
    }
}
