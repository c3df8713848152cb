package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.sources.CsvException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingTest {
    private final MappingRun mapping = new MappingRun();

    @Test
    void nullMakesNoTermWhereItIsDeclared() {
        mapping.file("a.csv", "id,name\n1,\n2,x\n");
        assertThat(mapping.lines("""
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ; rml:null "" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] .
                """)).containsExactly("<http://example.org/2> <http://e/name> \"x\" .");
    }

    /** A table of which one of two lines would never be read is nothing to guess about. */
    @Test
    void aTableThatGivesAKeyTwoValuesIsRefusedWithBothLines() {
        mapping.file("a.csv", "id,name\n1,U\n");
        String lookup = mapping.simple("""
                rml:functionExecution [ rml:function fn:lookup ;
                    rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "name" ] ] ,
                      [ rml:parameter fn:table ; rml:inputValueMap [ rml:constant "kinds.csv" ] ] ]
                """);
        mapping.file("kinds.csv", "key,value\nU,university\nS,school\nU,university\n");
        assertThat(mapping.lines(lookup)).containsExactly("<http://example.org/1> <http://e/p> \"university\" .");
        mapping.file("kinds.csv", "key,value\nU,university\nS,school\n\nU,union\n");
        assertThatThrownBy(() -> mapping.lines(lookup))
                .isInstanceOf(CsvException.class)
                .hasMessageContainingAll("kinds.csv:5", "'U'", "'union'", "'university' in line 2");
    }

    @Test
    void anEmptyCellIsTheEmptyString() {
        mapping.file("a.csv", "id,name\n1,\n");
        assertThat(mapping.lines(mapping.simple("rml:reference \"name\"")))
                .containsExactly("<http://example.org/1> <http://e/p> \"\" .");
    }

    @Test
    void severalValuesOfAFunctionAreSeveralTerms() {
        mapping.file("a.csv", "id,name\n1,130 017 270; 783707003;123\n");
        assertThat(mapping.lines(mapping.simple("""
                rml:functionExecution [ rml:function fn:siren ; rml:input [ rml:parameter fn:value ; rml:inputValueMap [
                    rml:functionExecution [ rml:function fn:split ; rml:input [ rml:parameter fn:value ;
                        rml:inputValueMap [ rml:reference "name" ] ] ] ] ] ]
                """)))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"130017270\" .",
                        "<http://example.org/1> <http://e/p> \"783707003\" .");
        assertThat(mapping.findings()).hasSize(1);
        Finding finding = mapping.findings().get(0);
        assertThat(finding.rule()).isEqualTo("siren");
        assertThat(finding.place()).isEqualTo(new Place.InCell("a.csv", 2, "name", "130 017 270; 783707003;123"));
        assertThat(finding.problem().en()).contains("'123'");
        assertThat(finding.problem().fr()).contains("« 123 »");
    }

    @Test
    void aNaturalDatatypeIsUsedUnlessOneIsDeclared() {
        mapping.file("a.csv", "id,name\n1,4 257\n");
        String number = """
                rml:functionExecution [ rml:function fn:number ; rml:input [ rml:parameter fn:value ;
                    rml:inputValueMap [ rml:reference "name" ] ] ]
                """;
        assertThat(mapping.lines(mapping.simple(number)))
                .first()
                .asString()
                .endsWith("\"4257\"^^<http://www.w3.org/2001/XMLSchema#integer> .");
        assertThat(mapping.lines(mapping.simple(number + "; rml:datatype <http://e/d>")))
                .first()
                .asString()
                .endsWith("\"4257\"^^<http://e/d> .");
    }

    @Test
    void aFunctionMakesAnIriWhereItsTermTypeSaysSo() {
        mapping.file("a.csv", "id,name\n1,https://fr.linkedin.com/école\n2,http://a b\n");
        assertThat(mapping.lines(mapping.simple("""
                rml:termType rml:IRI ; rml:functionExecution [ rml:function fn:iri ; rml:input [ rml:parameter fn:value ;
                    rml:inputValueMap [ rml:reference "name" ] ] ]
                """)))
                .containsExactly("<http://example.org/1> <http://e/p> <https://fr.linkedin.com/école> .");
        assertThat(mapping.findings()).extracting(Finding::rule).containsExactly("iri");
    }

    @Test
    void theRunNamesTheDefaultGraph() {
        mapping.file("a.csv", "id,name\n1,x\n");
        mapping.inGraph("http://g/");
        assertThat(mapping.lines(mapping.simple("rml:reference \"name\"")))
                .containsExactly("<http://example.org/1> <http://e/p> \"x\" <http://g/> .");
    }

    @Test
    void theOutputIsTheSameForAnyNumberOfThreads() {
        StringBuilder rows = new StringBuilder("id,name\n");
        for (int i = 0; i < 60_000; i++) {
            rows.append(i).append(",\"a \"\"quoted\"\"\n line\"\n");
        }
        mapping.file("a.csv", rows.toString());
        String document = mapping.simple("rml:reference \"name\"");
        mapping.threads(1);
        List<String> one = mapping.lines(document);
        mapping.threads(4);
        assertThat(one).hasSize(60_000).isEqualTo(mapping.lines(document));
    }

    @Test
    void everyErrorOfAMappingIsListedWithItsLine() {
        mapping.file("a.csv", "id,name\n1,x\n");
        assertThat(mapping.errors("""
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "{id" ] ;
                  rml:predicateObjectMap [ rml:predicat ex:name ; rml:objectMap [ rml:reference "name" ] ] .
                """))
                .anySatisfy(e -> assertThat(e).contains(":11: the template \"{id\" is malformed"))
                .anySatisfy(e -> assertThat(e)
                        .contains(":12: rml:predicat is not a property that RML has; did you mean rml:predicate?"));
    }

    @Test
    void aMissingColumnIsAnErrorThatNamesTheOthers() {
        mapping.file("a.csv", "id,name\n1,x\n");
        assertThat(mapping.errors(mapping.simple("rml:reference \"nom\"")).get(0))
                .contains("there is no column 'nom' in a.csv (did you mean 'name'?); its columns are: id, name");
    }
}
