package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.engine.RowMapper;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.rdf.Quad;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowMapperTest {
    private final MappingRun mapping = new MappingRun();
    private final List<Finding> findings = new ArrayList<>();
    private final Run run = Run.in(mapping.folder()).withFindings(findings::add);

    @Test
    void rowsGiveTheQuadsOfTheirFile() {
        String document = """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ; rml:null "nd" ] ] ;
                  rml:subjectMap [ rml:template "{id}" ; rml:class ex:Thing ; rml:graph ex:g ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "v" ] ] ,
                    [ rml:predicate ex:q ; rml:objectMap [ rml:parentTriplesMap <#parent> ;
                      rml:joinCondition [ rml:child "v" ; rml:parent "code" ] ] ] .
                <#parent> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "b.csv" ] ] ;
                  rml:subjectMap [ rml:template "code/{code}" ] .
                """;
        mapping.file("a.csv", "id,v\n1,x\n2,nd\n3,\"y, \"\"z\"\"\"\n");
        mapping.file("b.csv", "code\nx\n");
        List<String> lines = new ArrayList<>();
        try (RowMapper rows = mapping.plan(document).mapper(run, "a.csv", List.of("id", "v"))) {
            lines.addAll(lines(rows.map(2, List.of("1", "x"))));
            lines.addAll(lines(rows.map(3, List.of("2", "nd"))));
            lines.addAll(lines(rows.map(4, List.of("3", "y, \"z\""))));
        }
        assertThat(lines).isEqualTo(mapping.lines(document)).hasSize(6);
    }

    @Test
    void aViewOfTheSourceIsSeen() {
        mapping.file("b.csv", "who,item\nALICE,sword\n");
        Mapping plan = mapping.plan("""
                <#source> rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] .
                <#other> rml:referenceFormulation rml:CSV ; rml:source [ rml:path "b.csv" ] .
                <#items> rml:viewOn <#other> ; rml:field [ rml:fieldName "who" ; rml:reference "who" ] , [ rml:fieldName "item" ; rml:reference "item" ] .
                <#view> rml:viewOn <#source> ; rml:field [ rml:fieldName "name" ; rml:reference "name" ] ;
                  rml:innerJoin [ rml:parentLogicalView <#items> ; rml:joinCondition [ rml:parent "who" ; rml:childMap [
                      rml:functionExecution [ rml:function grel:toUpperCase ; rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ rml:reference "name" ] ] ] ] ] ;
                    rml:field [ rml:fieldName "thing" ; rml:reference "item" ] ] .
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:item ; rml:objectMap [ rml:reference "thing" ] ] .
                """);
        try (RowMapper rows = plan.mapper(run, "a.csv", List.of("name"))) {
            assertThat(lines(rows.map(2, List.of("bob")))).isEmpty();
            assertThat(lines(rows.map(3, List.of("alice"))))
                    .containsExactly("<http://example.org/alice> <http://e/item> \"sword\" .");
        }
    }

    @Test
    void whatIsWrongIsTold() {
        Mapping plan = mapping.plan(mapping.simple("rml:reference \"v\" ; rml:datatype xsd:integer"));
        try (RowMapper rows = plan.mapper(run, "a.csv", List.of("id", "v"))) {
            assertThat(rows.map(7, List.of("1", "x"))).isEmpty();
            assertThat(findings).extracting(Finding::place).containsExactly(new Place.InCell("a.csv", 7, "v", "x"));
            assertThatThrownBy(() -> rows.map(8, List.of("1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("row 8: 1 cells, header has 2");
        }
        assertThatThrownBy(() -> plan.mapper(run, "a.csv", List.of("id")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("there is no column 'v' in a.csv");
        assertThatThrownBy(() -> plan.mapper(run, "b.csv", List.of("id", "v")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no source 'b.csv'");
    }

    @Test
    void aFreshNodeIsAnotherForEachRow() {
        Mapping plan = mapping.plan(mapping.simple("rml:termType rml:BlankNode"));
        try (RowMapper rows = plan.mapper(run, "a.csv", List.of("id"))) {
            assertThat(rows.map(2, List.of("1")).get(0).object())
                    .isNotEqualTo(rows.map(3, List.of("1")).get(0).object());
        }
    }

    private static List<String> lines(List<Quad> quads) {
        return quads.stream().map(Quad::toNQuads).toList();
    }
}
