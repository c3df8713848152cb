package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JoinTest {
    private static final String MAPPING = """
            <#child> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "child.csv" ; rml:null "" ] ] ;
              rml:subjectMap [ rml:template "{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:parentTriplesMap <#parent> ; %s ] ] .
            <#parent> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "parent.csv" ; rml:null "" ] ] ;
              rml:subjectMap [ rml:template "parent/{id}" ] .
            """;

    private final MappingRun mapping = new MappingRun();

    @Test
    void everyParentWithTheSameValueIsAnObject() {
        mapping.file("child.csv", "id,key\n1,a\n2,b\n3,\n4,none\n");
        mapping.file("parent.csv", "id,code\n1,a\n2,a\n3,b\n4,\n");
        assertThat(mapping.lines(MAPPING.formatted("rml:joinCondition [ rml:child \"key\" ; rml:parent \"code\" ]")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> <http://example.org/parent/1> .",
                        "<http://example.org/1> <http://e/p> <http://example.org/parent/2> .",
                        "<http://example.org/2> <http://e/p> <http://example.org/parent/3> .");
    }

    @Test
    void severalConditionsAndMapsMustAllHold() {
        mapping.file("child.csv", "id,a,b\n1,x,y\n2,xy,\n3,X,y\n");
        mapping.file("parent.csv", "id,a,b\n1,x,y\n2,x,z\n3,xy,\n");
        assertThat(mapping.lines(MAPPING.formatted("""
                rml:joinCondition [ rml:childMap [ rml:template "k{a}" ] ; rml:parentMap [ rml:template "k{a}" ] ] ,
                                  [ rml:child "b" ; rml:parent "b" ]
                """)))
                .containsExactly("<http://example.org/1> <http://e/p> <http://example.org/parent/1> .");
    }
}
