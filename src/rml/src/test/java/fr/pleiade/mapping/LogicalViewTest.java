package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import org.junit.jupiter.api.Test;

class LogicalViewTest {
    private static final String SOURCE = "rml:referenceFormulation rml:CSV ; rml:source [ rml:path \"a.csv\" ] .";
    private static final String ITEMS = """
            <#view> rml:viewOn <#source> ;
              rml:field [ rml:fieldName "name" ; rml:reference "name" ] ;
              rml:field [ rml:fieldName "items" ; rml:reference "items" ; rml:field [ a rml:IterableField ;
                rml:referenceFormulation rml:JSONPath ; rml:iterator "$[*]" ; rml:fieldName "item" ;
                rml:field [ rml:fieldName "type" ; rml:reference "$.type" ] ;
                rml:field [ rml:fieldName "tag" ; rml:reference "$.tags[*]" ] ] ] .
            """;

    private final MappingRun mapping = new MappingRun();

    @Test
    void fieldsNameExpressions() {
        mapping.file("a.csv", "first,last\nAda,Lovelace\n");
        assertThat(mapping.lines("<#source> " + SOURCE + """
                <#view> rml:viewOn <#source> ; rml:field [ rml:fieldName "name" ; rml:template "{first} {last}" ] ,
                  [ rml:fieldName "kind" ; rml:constant "person" ] .
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{#}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] , [ rml:reference "kind" ] ] .
                """))
                .containsExactly(
                        "<http://example.org/0> <http://e/name> \"Ada Lovelace\" .",
                        "<http://example.org/0> <http://e/name> \"person\" .");
    }

    @Test
    void jsonInsideACellIsIteratedOver() {
        mapping.file("a.csv", """
                name,items
                alice,"[{""type"":""sword"",""tags"":[""a"",""b""]},{""type"":""shield""}]"
                bob,"[{""type"":""flower"",""tags"":[1.50]}]"
                """);
        assertThat(mapping.lines("<#source> " + SOURCE + ITEMS + """
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}/{items.item.#}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:type ; rml:objectMap [ rml:reference "items.item.type" ] ] ,
                    [ rml:predicate ex:tag ; rml:objectMap [ rml:reference "items.item.tag" ] ] .
                """).stream().distinct())
                .containsExactly(
                        "<http://example.org/alice/0> <http://e/type> \"sword\" .",
                        "<http://example.org/alice/0> <http://e/tag> \"a\" .",
                        "<http://example.org/alice/0> <http://e/tag> \"b\" .",
                        "<http://example.org/alice/1> <http://e/type> \"shield\" .",
                        "<http://example.org/bob/0> <http://e/type> \"flower\" .",
                        "<http://example.org/bob/0> <http://e/tag> \"1.50\" .");
    }

    /** RFC 9535, section 2.3.2: the wildcard selects the values of an object's members. */
    @Test
    void theMembersOfAnObjectAreIteratedOver() {
        mapping.file(
                "a.csv",
                "name,items\nalice,\"{\"\"a\"\":{\"\"type\"\":\"\"x\"\"},\"\"b\"\":{\"\"type\"\":\"\"y\"\"}}\"\n");
        for (String iterator : java.util.List.of("$[*]", "$.*")) {
            assertThat(mapping.lines("<#source> " + SOURCE + ITEMS.replace("$[*]", iterator) + """
                    <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}/{items.item.#}" ] ;
                      rml:predicateObjectMap [ rml:predicate ex:type ; rml:objectMap [ rml:reference "items.item.type" ] ] .
                    """))
                    .containsExactly(
                            "<http://example.org/alice/0> <http://e/type> \"x\" .",
                            "<http://example.org/alice/1> <http://e/type> \"y\" .");
        }
    }

    @Test
    void aCellThatIsNotJsonIsAFinding() {
        mapping.file("a.csv", "name,items\nalice,\"[{\"\n");
        assertThat(mapping.lines("<#source> " + SOURCE + ITEMS + """
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:type ; rml:objectMap [ rml:reference "items.item.type" ] ] .
                """)).isEmpty();
        assertThat(mapping.findings()).extracting(Finding::rule).containsExactly("json");
    }

    @Test
    void viewsAreJoined() {
        mapping.file("a.csv", "name,year\nalice,1995\nbob,1999\ntobias,2005\n");
        mapping.file("b.csv", "who,item\nalice,sword\nalice,shield\nbob,flower\n");
        assertThat(mapping.lines(joined("leftJoin")))
                .containsExactly(
                        "<http://example.org/alice> <http://e/year> \"1995\" .",
                        "<http://example.org/alice> <http://e/item> \"sword\" .",
                        "<http://example.org/alice> <http://e/year> \"1995\" .",
                        "<http://example.org/alice> <http://e/item> \"shield\" .",
                        "<http://example.org/bob> <http://e/year> \"1999\" .",
                        "<http://example.org/bob> <http://e/item> \"flower\" .",
                        "<http://example.org/tobias> <http://e/year> \"2005\" .");
        assertThat(mapping.lines(joined("innerJoin"))).hasSize(6).noneMatch(line -> line.contains("tobias"));
    }

    @Test
    void viewsAreJoinedOnFunctionsOfTheirFields() {
        mapping.file("a.csv", "name,year\nAlice,1995\nbob,1999\n");
        mapping.file("b.csv", "who,item\nALICE,sword\nBob,flower\ncarol,shield\n");
        assertThat(mapping.lines(joined(
                        "innerJoin", """
                rml:childMap [ %s ] ; rml:parentMap [ %s ]
                """.formatted(upper("rml:reference \"name\""), upper("rml:reference \"who\"")))))
                .containsExactly(
                        "<http://example.org/Alice> <http://e/year> \"1995\" .",
                        "<http://example.org/Alice> <http://e/item> \"sword\" .",
                        "<http://example.org/bob> <http://e/year> \"1999\" .",
                        "<http://example.org/bob> <http://e/item> \"flower\" .");
    }

    @Test
    void viewsAreJoinedOnNestedFunctionsTemplatesAndConstants() {
        mapping.file("a.csv", "name,year\nAlice,1995\nbob,1999\n");
        mapping.file("b.csv", "who,item\nX-ALICE,sword\nX-BOB,flower\n");
        String nested = upper("rml:functionExecution [ rml:function grel:string_trim ;"
                + " rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ rml:template \" x-{name} \" ] ] ]");
        assertThat(mapping.lines(joined("innerJoin", """
                rml:childMap [ %s ] ; rml:parent "who" ] , [ rml:childMap [ rml:constant "1" ] ; rml:parentMap [ rml:constant "1" ]
                """.formatted(nested))))
                .containsExactly(
                        "<http://example.org/Alice> <http://e/year> \"1995\" .",
                        "<http://example.org/Alice> <http://e/item> \"sword\" .",
                        "<http://example.org/bob> <http://e/year> \"1999\" .",
                        "<http://example.org/bob> <http://e/item> \"flower\" .");
    }

    @Test
    void severalValuesOfAFunctionJoinTheRowsOfEach() {
        mapping.file("a.csv", "name,year\na|b,1995\nc,1999\n");
        mapping.file("b.csv", "who,item\na,sword\nb,flower\n");
        assertThat(mapping.lines(joined("leftJoin", """
                rml:childMap [ rml:functionExecution [ rml:function grel:string_split ;
                  rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ rml:reference "name" ] ] ,
                    [ rml:parameter grel:p_string_sep ; rml:inputValue "|" ] ] ] ; rml:parent "who"
                """)).stream().distinct())
                .containsExactly(
                        "<http://example.org/a%7Cb> <http://e/year> \"1995\" .",
                        "<http://example.org/a%7Cb> <http://e/item> \"sword\" .",
                        "<http://example.org/a%7Cb> <http://e/item> \"flower\" .",
                        "<http://example.org/c> <http://e/year> \"1999\" .");
    }

    @Test
    void whatAFunctionCannotJoinIsAFinding() {
        mapping.file("a.csv", "name,year\n552100554,1995\n552100555,1999\n");
        mapping.file("b.csv", "who,item\n552 100 554,sword\n12,flower\n");
        String siren = "rml:functionExecution [ rml:function fn:siren ;"
                + " rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference \"%s\" ] ] ]";
        assertThat(mapping.lines(joined(
                        "innerJoin",
                        "rml:childMap [ %s ] ; rml:parentMap [ %s ]"
                                .formatted(siren.formatted("name"), siren.formatted("who")))))
                .containsExactly(
                        "<http://example.org/552100554> <http://e/year> \"1995\" .",
                        "<http://example.org/552100554> <http://e/item> \"sword\" .");
        assertThat(mapping.findings())
                .extracting(Finding::place)
                .containsExactlyInAnyOrder(
                        new Place.InCell("b.csv", 3, "who", "12"), new Place.InCell("a.csv", 3, "name", "552100555"));
    }

    @Test
    void aViewJoinOnAColumnThatIsNotThereIsAnError() {
        mapping.file("a.csv", "name,year\nAlice,1995\n");
        mapping.file("b.csv", "who,item\nAlice,sword\n");
        assertThat(mapping.errors(joined("leftJoin", "rml:child \"nom\" ; rml:parent \"who\"")))
                .anyMatch(error -> error.contains("there is no column 'nom' in a.csv"));
    }

    @Test
    void aViewOfItselfAndAnUnknownFieldAreErrors() {
        mapping.file("a.csv", "name,year\n");
        assertThat(mapping.errors("""
                <#view> rml:viewOn <#view> ; rml:field [ rml:fieldName "x" ; rml:reference "name" ] .
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{x}" ] .
                """)).anyMatch(error -> error.contains("is made of itself"));
        assertThat(mapping.errors("<#source> " + SOURCE + """
                <#view> rml:viewOn <#source> ; rml:field [ rml:fieldName "x" ; rml:reference "name" ] .
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}" ] .
                """))
                .anyMatch(error -> error.contains("there is no column 'name'"));
    }

    @Test
    void whatIsNoPathAndWhatCannotBeIteratedOverAreErrors() {
        mapping.file("a.csv", "name,items\n");
        assertThat(mapping.errors("<#source> " + SOURCE + ITEMS.replace("$.tags[*]", "$..tags[?(@)]") + """
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}" ] .
                """))
                .anyMatch(error -> error.contains("the field 'tag': '$..tags[?(@)]' is not a path"));
        assertThat(mapping.errors("<#source> " + SOURCE + """
                <#view> rml:viewOn <#source> ; rml:field [ rml:fieldName "x" ; rml:iterator "$" ] .
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{x}" ] .
                """))
                .anyMatch(error -> error.contains("the field 'x' iterates over rows of CSV"));
    }

    private static String upper(String expression) {
        return "rml:functionExecution [ rml:function grel:toUpperCase ;"
                + " rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ " + expression + " ] ] ]";
    }

    private static String joined(String kind) {
        return joined(kind, "rml:child \"name\" ; rml:parent \"who\"");
    }

    private static String joined(String kind, String condition) {
        return "<#source> " + SOURCE + """
                <#other> rml:referenceFormulation rml:CSV ; rml:source [ rml:path "b.csv" ] .
                <#items> rml:viewOn <#other> ; rml:field [ rml:fieldName "who" ; rml:reference "who" ] ,
                  [ rml:fieldName "item" ; rml:reference "item" ] .
                <#view> rml:viewOn <#source> ; rml:field [ rml:fieldName "name" ; rml:reference "name" ] ,
                  [ rml:fieldName "year" ; rml:reference "year" ] ;
                  rml:%s [ rml:parentLogicalView <#items> ; rml:joinCondition [ %s ] ;
                    rml:field [ rml:fieldName "thing" ; rml:reference "item" ] ] .
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:template "{name}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:year ; rml:objectMap [ rml:reference "year" ] ] ,
                    [ rml:predicate ex:item ; rml:objectMap [ rml:reference "thing" ] ] .
                """.formatted(kind, condition);
    }
}
