package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OldVocabularyTest {
    private static final String PREFIXES = """
            @prefix rr: <http://www.w3.org/ns/r2rml#> .
            @prefix rmls: <http://semweb.mmlab.be/ns/rml#> .
            @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
            @prefix fnml: <http://semweb.mmlab.be/ns/fnml#> .
            @prefix fno: <https://w3id.org/function/ontology#> .

            """;

    private final MappingRun mapping = new MappingRun();

    @Test
    void r2rmlAndTheFirstNamespaceMeanTheSameAsTodaysWords() {
        mapping.file("a.csv", "id,name\n1,x\n");
        assertThat(mapping.lines(PREFIXES + """
                <#m> a rr:TriplesMap ;
                  rmls:logicalSource [ rmls:source "a.csv" ; rmls:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:template "{id}" ; rr:class ex:C ; rr:graph ex:g ] ;
                  rr:predicateObjectMap [ rr:predicate ex:name ; rr:objectMap [ rmls:reference "name" ; rr:language "fr" ] ] ;
                  rr:predicateObjectMap [ rr:predicate ex:b ; rr:objectMap [ rr:column "name" ; rr:termType rr:BlankNode ] ] .
                """))
                .containsExactly(
                        "<http://example.org/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/C> <http://e/g> .",
                        "<http://example.org/1> <http://e/name> \"x\"@fr <http://e/g> .",
                        "<http://example.org/1> <http://e/b> _:vx <http://e/g> .");
    }

    @Test
    void aFunctionValueIsAFunctionExecution() {
        mapping.file("a.csv", "id,name\n1,x y\n");
        assertThat(mapping.lines(PREFIXES + """
                <#m> rmls:logicalSource [ rmls:source "a.csv" ; rmls:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:template "{id}" ] ;
                  rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ fnml:functionValue [
                    rmls:logicalSource [ rmls:source "a.csv" ; rmls:referenceFormulation ql:CSV ] ;
                    rr:predicateObjectMap [ rr:predicate fno:executes ; rr:objectMap [ rr:constant grel:toUpperCase ] ] ;
                    rr:predicateObjectMap [ rr:predicate grel:valueParameter ; rr:objectMap [ rmls:reference "name" ] ] ] ] ] .
                """)).containsExactly("<http://example.org/1> <http://e/p> \"X Y\" .");
    }

    @Test
    void aDialectMayBeDescribedByATableOfCsvw() {
        mapping.file("a.csv", "id\tname\n1\tNULL\n2\tx\n");
        assertThat(mapping.lines(PREFIXES + """
                <#m> rmls:logicalSource [ rmls:source <#csv> ; rmls:referenceFormulation rmls:CSV ] ;
                  rr:subjectMap [ rr:template "{id}" ] ;
                  rr:predicateObjectMap [ rr:predicate ex:p ; rr:objectMap [ rmls:reference "name" ] ] .
                <#csv> a csvw:Table ; csvw:url "a.csv" ; csvw:null "NULL" ; csvw:dialect [ csvw:delimiter "\\t" ] .
                """)).containsExactly("<http://example.org/2> <http://e/p> \"x\" .");
    }
}
