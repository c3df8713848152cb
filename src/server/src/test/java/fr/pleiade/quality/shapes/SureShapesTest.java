package fr.pleiade.quality.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.testing.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is passed without Jena is what Jena passes: on things made at random, with and without Jena's judging each of them. */
class SureShapesTest {
    private static final String PREFIXES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
            """;

    /** A shape by which nothing can be passed without Jena, and which nothing breaks. */
    private static final String ALL_TO_JENA =
            "<shapes/None> a sh:NodeShape ; sh:targetSubjectsOf <http://e/nothing> .\n";

    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final List<String> VALUES = List.of(
            "\"L01\"",
            "\"L1\"",
            "\"\"",
            "\"l\\u00E9a\"",
            "\"a\\\"b\"",
            "\"nom\"@fr",
            "\"nom\"@FR",
            "\"name\"@en",
            "\"autre\"@fr",
            "<http://e/id/lab/2>",
            "<http://e/id/lab/1#site>",
            "<http://e/id/lab/11#site>",
            "<http://e/L01>",
            "\"12\"^^<" + XSD + "integer>",
            "\"-3\"^^<" + XSD + "integer>",
            "\"+007\"^^<" + XSD + "integer>",
            "\"1.5\"^^<" + XSD + "integer>",
            "\"90.00000000000000001\"^^<" + XSD + "decimal>",
            "\"90.0\"^^<" + XSD + "decimal>",
            "\".5\"^^<" + XSD + "decimal>",
            "\"5.\"^^<" + XSD + "decimal>",
            "\"90.5\"^^<" + XSD + "double>",
            "\"2024\"^^<" + XSD + "gYear>",
            "\"24\"^^<" + XSD + "gYear>",
            "\"2024-02-29\"^^<" + XSD + "date>",
            "\"2023-02-29\"^^<" + XSD + "date>",
            "\"2023-02-30\"^^<" + XSD + "date>",
            "\"2023-04-31\"^^<" + XSD + "date>",
            "\"2023-12-31\"^^<" + XSD + "date>",
            "\"2023-13-01\"^^<" + XSD + "date>",
            "\"true\"^^<" + XSD + "boolean>",
            "\"oui\"^^<" + XSD + "boolean>",
            "_:x");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh:minCount 1",
                "sh:minCount 2",
                "sh:maxCount 1",
                "sh:pattern \"^L[0-9]{2}$\"",
                "sh:pattern \"^l\" ; sh:flags \"i\"",
                "sh:minLength 3",
                "sh:maxLength 3",
                "sh:nodeKind sh:IRI",
                "sh:nodeKind sh:IRIOrLiteral",
                "sh:nodeKind sh:BlankNode",
                "sh:class <Site>",
                "sh:datatype xsd:string",
                "sh:datatype rdf:langString",
                "sh:datatype xsd:integer",
                "sh:datatype xsd:decimal",
                "sh:datatype xsd:double",
                "sh:datatype xsd:gYear",
                "sh:datatype xsd:date",
                "sh:datatype xsd:boolean",
                "sh:minInclusive 0 ; sh:maxInclusive 90.0",
                "sh:minExclusive 0",
                "sh:uniqueLang true",
                "sh:uniqueLang false",
                "sh:in ( \"L01\" <http://e/L01> \"nom\"@fr 12 )",
                "sh:in ( )",
                "sh:hasValue \"L01\"",
                "sh:or ( [ sh:nodeKind sh:IRI ] [ sh:datatype xsd:string ] )",
                "sh:not [ sh:nodeKind sh:IRI ]",
                "sh:node [ sh:property [ sh:path <q> ; sh:minCount 1 ] ]",
                "sh:equals <q>",
                "sh:minCount 1 ; sh:maxCount 2 ; sh:severity sh:Warning ; sh:message \"un ou deux\"@fr"
            })
    void eachConstraintIsJudgedAsByJena(String constraint) throws IOException {
        assertSame("<shapes/Lab> a sh:NodeShape ; sh:targetClass <Lab> ; sh:property [ sh:path <p> ; %s ] .\n"
                .formatted(constraint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sh:targetClass <Lab> ; sh:or ( [ sh:path <p> ; sh:minCount 1 ] [ sh:path <q> ; sh:minCount 1 ] )",
                "sh:targetClass <Lab> , <Site> ; sh:property [ sh:path <q> ; sh:maxCount 1 ]",
                "sh:targetClass <Lab> ; sh:nodeKind sh:BlankNode",
                "sh:targetClass <Lab> ; sh:property [ sh:path ( <p> <q> ) ; sh:minCount 1 ]",
                "sh:targetClass <Lab> ; sh:property [ sh:path [ sh:inversePath <p> ] ; sh:minCount 1 ]",
                "sh:targetClass <Lab> ; sh:property [ sh:path <p> ; sh:minCount 1 ; sh:deactivated true ]",
                "sh:targetClass <Lab> ; sh:and ( [ sh:path <p> ; sh:minCount 1 ] )",
                "sh:targetSubjectsOf <p> ; sh:property [ sh:path <q> ; sh:minCount 1 ]",
                "sh:targetObjectsOf <p> ; sh:property [ sh:path <q> ; sh:minCount 1 ]",
                "sh:targetClass <Lab> ; sh:closed true ; sh:ignoredProperties ( rdf:type )"
            })
    void eachShapeIsJudgedAsByJena(String shape) throws IOException {
        assertSame("<shapes/Lab> a sh:NodeShape ; %s .\n".formatted(shape));
    }

    @Test
    void theShapesOfThisSiteAreCompared() throws IOException {
        List<String> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("ontology/shapes"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                all.add(Files.readString(file));
            }
        }
        assertThat(all).hasSizeGreaterThan(3);
        assertSame(String.join("\n", all));
    }

    private void assertSame(String shapes) throws IOException {
        long seed = Seed.VALUE;
        String graph = things(new Random(seed));
        assertThat(findings(PREFIXES + shapes, graph))
                .as("seed %d", seed)
                .isEqualTo(findings(PREFIXES + shapes + ALL_TO_JENA, graph));
    }

    private static String things(Random random) {
        List<String> lines = new ArrayList<>();
        for (int lab = 1; lab <= 40; lab++) {
            String thing = "http://e/id/lab/" + lab;
            add(lines, thing, "Lab", random);
            if (random.nextBoolean()) {
                add(lines, thing + "#site", random.nextInt(3) == 0 ? "Pond" : "Site", random);
                lines.add("<%1$s> <http://e/p> <%1$s#site> .".formatted(thing));
            }
        }
        return lines.stream().sorted().distinct().collect(Collectors.joining("\n", "", "\n"));
    }

    private static void add(List<String> lines, String thing, String type, Random random) {
        if (random.nextInt(10) > 0) {
            lines.add("<%s> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/%s> .".formatted(thing, type));
        }
        for (String property : List.of("p", "q")) {
            for (int values = random.nextInt(3); values > 0; values--) {
                lines.add("<%s> <http://e/%s> %s ."
                        .formatted(thing, property, VALUES.get(random.nextInt(VALUES.size()))));
            }
        }
    }

    private List<String> findings(String shapes, String graph) throws IOException {
        Files.createDirectories(folder.resolve("shapes"));
        Files.writeString(folder.resolve("shapes/Lab.ttl"), shapes);
        Path file = Files.writeString(folder.resolve("labs.nq"), graph);
        List<Finding> findings = new ArrayList<>();
        new ShapeCheck(folder.resolve("shapes"), "http://e/", findings::add).check(file, findings::add);
        return findings.stream()
                .map(finding -> finding.rule() + " " + finding.place() + " " + finding.problem())
                .sorted()
                .toList();
    }
}
