package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.engine.Run;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The features of RML-Core whose official cases have no CSV. */
class CoreFeaturesTest {
    private final MappingRun mapping = new MappingRun();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "IRI       | http://e/Zo%C3%AB | <http://example.org/id/http%3A%2F%2Fe%2FZo%25C3%25AB>",
                "IRI       | Zoë Krüger        | <http://example.org/id/Zoë%20Krüger>",
                "URI       | Zoë Krüger        | <http://example.org/id/Zo%C3%AB%20Kr%C3%BCger>",
                "UnsafeIRI | Bob/Zoë?q=1       | <http://example.org/id/Bob/Zoë?q=1>",
                "UnsafeURI | Bob/Charles       | <http://example.org/id/Bob/Charles>",
                "BlankNode | Bob               | _:vid_2FBob",
                "Literal   | Bob               | \"id/Bob\""
            })
    void aTemplateEncodesAsItsTermTypeAsks(String type, String value, String expected) {
        mapping.file("a.csv", "id,name\n1," + value + "\n");
        assertThat(mapping.lines(mapping.simple("rml:template \"id/{name}\" ; rml:termType rml:" + type)))
                .containsExactly("<http://example.org/1> <http://e/p> " + expected + " .");
    }

    @ParameterizedTest
    @CsvSource({
        "UnsafeIRI,Emily Smith",
        "UnsafeURI,Zoë",
        "URI,http://e/Zoë",
        "IRI,http://e/a b",
        "IRI,http://e/%zz",
        "IRI,http://e:x/"
    })
    void whatIsNoIriIsAFinding(String type, String value) {
        mapping.file("a.csv", "id,name\n1," + value + "\n");
        String kind = type.startsWith("Unsafe") ? "template \"{name}\"" : "reference \"name\"";
        assertThat(mapping.lines(mapping.simple("rml:" + kind + " ; rml:termType rml:" + type)))
                .isEmpty();
        assertThat(mapping.findings()).extracting(Finding::rule).containsExactly("invalid-iri");
    }

    @Test
    void aReferenceMayBeAnAbsoluteOrARelativeIri() {
        mapping.file("a.csv", "id,name\n1,http://e/é#x\n2,x/y\n");
        assertThat(mapping.lines(mapping.simple("rml:reference \"name\" ; rml:termType rml:IRI")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> <http://e/é#x> .",
                        "<http://example.org/2> <http://e/p> <http://example.org/x/y> .");
    }

    @Test
    void aTriplesMapMayHaveItsOwnBase() {
        mapping.file("a.csv", "id,name\n1,x\n");
        assertThat(mapping.lines("<#b> rml:baseIRI <http://base/> . "
                        + mapping.simple("rml:template \"{name}\"").replace("<#m>", "<#b>")))
                .containsExactly("<http://base/1> <http://e/p> <http://base/x> .");
    }

    @Test
    void languagesMayComeFromTheRow() {
        mapping.file("a.csv", "id,name,lang,region\n1,aubergine,en,GB\n2,x,e_n,\n");
        assertThat(mapping.lines(mapping.simple(
                        "rml:reference \"name\" ; rml:languageMap [ rml:template \"{lang}-{region}\" ]")))
                .containsExactly("<http://example.org/1> <http://e/p> \"aubergine\"@en-GB .");
        assertThat(mapping.findings()).extracting(Finding::rule).containsExactly("invalid-language");
    }

    @Test
    void datatypesMayComeFromTheRow() {
        mapping.file("a.csv", "id,name,type\n1,7,integer\n");
        assertThat(
                        mapping.lines(
                                mapping.simple(
                                        "rml:reference \"name\" ; rml:datatypeMap [ rml:template \"http://www.w3.org/2001/XMLSchema#{type}\" ]")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"7\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
    }

    @Test
    void constantsKeepDatatypeLanguageAndKind() {
        mapping.file("a.csv", "id\n1\n");
        assertThat(mapping.lines("""
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subject ex:s ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:object true , "Venus"@en , ex:o , _:node ] .
                """))
                .containsExactly(
                        "<http://e/s> <http://e/p> \"true\"^^<http://www.w3.org/2001/XMLSchema#boolean> .",
                        "<http://e/s> <http://e/p> \"Venus\"@en .",
                        "<http://e/s> <http://e/p> <http://e/o> .",
                        "<http://e/s> <http://e/p> _:b3 .");
    }

    @Test
    void aConstantThatContradictsItsTermTypeIsAnError() {
        mapping.file("a.csv", "id\n1\n");
        assertThat(mapping.errors(mapping.simple("rml:constant \"School\" ; rml:termType rml:IRI")))
                .singleElement()
                .asString()
                .contains("\"School\" is not a IRI");
    }

    @Test
    void whatCannotBeADatatypeIsAnError() {
        mapping.file("a.csv", "id,name\n1,x\n");
        for (String datatype :
                java.util.List.of("<http://www.w3.org/1999/02/22-rdf-syntax-ns#langString>", "\"a b\"")) {
            assertThat(mapping.errors(mapping.simple("rml:reference \"name\" ; rml:datatype " + datatype)))
                    .singleElement()
                    .asString()
                    .contains("cannot be a datatype");
        }
    }

    @Test
    void aBlankNodeWithoutExpressionIsNewForEachRow() {
        mapping.file("a.csv", "id\n1\n1\n");
        assertThat(mapping.lines(mapping.simple("rml:termType rml:BlankNode")))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void theDefaultGraphMayBeOneOfSeveral() {
        mapping.file("a.csv", "id,g\n1,x\n");
        assertThat(mapping.lines("""
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ; rml:graphMap [ rml:template "g/{g}" ] ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:object ex:o ; rml:graph rml:defaultGraph , ex:g ] .
                """))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> <http://e/o> <http://example.org/g/x> .",
                        "<http://example.org/1> <http://e/p> <http://e/o> .",
                        "<http://example.org/1> <http://e/p> <http://e/o> <http://e/g> .");
    }

    @Test
    void stringsAreEscapedInTheCanonicalForm() {
        mapping.file("a.csv", "id,name\n1,\"tab\t quote\"\" back\\ line\nbell\u0007 del\u007F\"\n");
        assertThat(mapping.lines(mapping.simple("rml:reference \"name\"")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"tab\\t quote\\\" back\\\\ line\\nbell\\u0007 del\\u007F\" .");
    }

    @Test
    void emptyCellsAreSkippedOnDemand() {
        mapping.file("a.csv", "id,name\n1,\n2,x\n");
        mapping.skipEmptyCells();
        assertThat(mapping.lines(mapping.simple("rml:reference \"name\"")))
                .containsExactly("<http://example.org/2> <http://e/p> \"x\" .");
    }

    @Test
    void aPlanSurvivesSerialisation() throws IOException, ClassNotFoundException {
        mapping.file("a.csv", "id,name\n1,x\n");
        Mapping plan = mapping.plan(mapping.simple("rml:reference \"name\" ; rml:language \"fr\""));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(plan);
        }
        Mapping copy;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            copy = (Mapping) in.readObject();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy.run(Run.in(mapping.folder()), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("<http://example.org/1> <http://e/p> \"x\"@fr .\n");
        assertThat(copy.explain()).isEqualTo(plan.explain());
    }
}
