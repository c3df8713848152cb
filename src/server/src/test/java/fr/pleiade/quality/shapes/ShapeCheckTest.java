package fr.pleiade.quality.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeCheckTest {
    private static final String SHAPES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            <shapes/Lab> a sh:NodeShape ; sh:targetClass <Lab> ; sh:property <shapes/Lab#code> , <shapes/Lab#site> , <shapes/Lab#town> .
            <shapes/Lab#code> sh:path <code> ; sh:minCount 1 ; sh:pattern "^L[0-9]{2}$" ;
              sh:message "Un laboratoire a un code de trois caractères."@fr , "A laboratory has a code of three characters."@en .
            <shapes/Lab#site> sh:path <site> ; sh:class <Site> ; sh:severity sh:Warning .
            <shapes/Lab#town> sh:path <town> ; sh:class <Town> ; sh:severity sh:Warning .
            """;

    @TempDir
    Path folder;

    private final List<Finding> unreadable = new ArrayList<>();

    @Test
    void whatKeepsItsShapeIsNotSpokenOf() throws IOException {
        assertThat(check(SHAPES, lab(1, "L01"), lab(2, "L02"))).isEmpty();
    }

    @Test
    void whatBreaksItsShapeIsToldInBothLanguagesWithItsValue() throws IOException {
        List<Finding> findings = check(SHAPES, lab(1, "L01"), lab(2, "L2"));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).rule()).isEqualTo("shape");
        assertThat(findings.get(0).place()).isEqualTo(new Place.OfThing("http://e/id/lab/2", "Lab 2"));
        assertThat(findings.get(0).problem().en())
                .contains("A laboratory has a code of three characters.", "'L2'", "http://e/code");
        assertThat(findings.get(0).problem().fr()).contains("Un laboratoire a un code de trois caractères.", "'L2'");
    }

    @Test
    void aPartIsKnownAndWhatIsElsewhereIsNotJudged() throws IOException {
        String withoutClass = "<http://e/id/lab/3#site> <http://e/note> \"no class\" .\n"
                + "<http://e/id/lab/3> <http://e/code> \"L03\" .\n<http://e/id/lab/3> <http://e/site> <http://e/id/lab/3#site> .\n"
                + "<http://e/id/lab/3> <http://e/town> <http://e/id/town/9> .\n"
                + "<http://e/id/lab/3> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Lab> .\n";
        List<Finding> findings =
                check(SHAPES.replace("sh:path <site>", "sh:path <site> ; sh:nodeKind sh:IRI"), withoutClass);
        assertThat(findings).extracting(Finding::rule).isEmpty();
        String otherClass = withoutClass
                + "<http://e/id/lab/3#site> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Pond> .\n";
        assertThat(check(SHAPES, otherClass)).extracting(Finding::rule).containsExactly("shape-warning");
    }

    @Test
    void manyThingsAreValidatedBatchByBatch() throws IOException {
        String labs = IntStream.range(10_000, 19_000)
                .mapToObj(i -> lab(i, i % 1000 == 0 ? "bad" : "L01"))
                .collect(Collectors.joining());
        assertThat(check(SHAPES, labs)).hasSize(9);
    }

    @Test
    void aShapeThatCannotBeReadIsToldAndTheOthersCount() throws IOException {
        Files.createDirectories(folder.resolve("shapes"));
        Files.writeString(folder.resolve("shapes/Broken.ttl"), "<a> <b> .");
        assertThat(check(SHAPES, lab(2, "L2"))).hasSize(1);
        assertThat(unreadable).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("unreadable");
            assertThat(finding.place().describe()).contains("shapes/Broken.ttl");
        });
    }

    @Test
    void withoutShapesNothingIsAsked() throws IOException {
        assertThat(check("", lab(1, "anything"))).isEmpty();
    }

    @Test
    void aShapeAboutAllPropertiesSeesAll() throws IOException {
        String closed = """
                @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
                <shapes/Lab> a sh:NodeShape ; sh:targetClass <Lab> ; sh:closed true ; sh:ignoredProperties ( rdf:type ) ;
                  sh:property [ sh:path <code> ] .
                """;
        assertThat(check(closed, lab(1, "L01"))).isNotEmpty();
    }

    private static String lab(int number, String code) {
        return """
                <http://e/id/lab/%1$d#site> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Site> .
                <http://e/id/lab/%1$d> <http://e/code> "%2$s" .
                <http://e/id/lab/%1$d> <http://e/site> <http://e/id/lab/%1$d#site> .
                <http://e/id/lab/%1$d> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Lab> .
                <http://e/id/lab/%1$d> <http://www.w3.org/2000/01/rdf-schema#label> "Lab %1$d" .
                """.formatted(number, code);
    }

    private List<Finding> check(String shapes, String... graph) throws IOException {
        Files.createDirectories(folder.resolve("shapes"));
        Files.writeString(folder.resolve("shapes/Lab.ttl"), shapes);
        Path file = Files.writeString(
                folder.resolve("labs.nq"),
                String.join("", graph).lines().sorted().collect(Collectors.joining("\n", "", "\n")));
        List<Finding> findings = new ArrayList<>();
        new ShapeCheck(folder.resolve("shapes"), "http://e/", unreadable::add).check(file, findings::add);
        return findings;
    }
}
