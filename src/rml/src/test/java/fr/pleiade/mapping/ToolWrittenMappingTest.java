package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Mappings as other tools write them: each thing that they declare is done, or refused by name at its line. */
class ToolWrittenMappingTest {
    private static final String OLD = """
            @prefix rr: <http://www.w3.org/ns/r2rml#> .
            @prefix rmls: <http://semweb.mmlab.be/ns/rml#> .
            @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
            @prefix fnml: <http://semweb.mmlab.be/ns/fnml#> .
            @prefix fno: <https://w3id.org/function/ontology#> .

            """;

    private final MappingRun mapping = new MappingRun();

    /** {@return a mapping in the old words whose object map is the given one; 7 lines of prefixes and a blank one precede} */
    private static String old(String objectMap) {
        return OLD + """
                <#m> a rr:TriplesMap ;
                  rmls:logicalSource [ rmls:source "d.csv" ; rmls:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:template "http://e/{id}" ] ;
                  rr:predicateObjectMap [ rr:predicateMap [ rr:constant ex:p ] ; rr:objectMap [ %s ] ] .
                """.formatted(objectMap);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "rr:constant \"http://e/x\" ; rr:termType rr:IRI | <http://e/x>",
                "rr:constant <http://e/x> ; rr:termType rr:IRI | <http://e/x>",
                "rr:constant \"b 1\" ; rr:termType rr:BlankNode | _:vb_201",
                "rr:constant \"b\" ; rr:termType rr:Literal | \"b\"",
                "rr:constant \"5\" ; rr:datatype xsd:integer | \"5\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "rr:constant \"chat\" ; rr:language \"fr\" | \"chat\"@fr",
                "rr:constant \"5\" ; rml:datatypeMap [ rml:template \"http://e/{v}\" ] | \"5\"^^<http://e/a>",
                "rr:constant \"chat\" ; rml:languageMap [ rml:constant \"fr\" ] | \"chat\"@fr"
            })
    void aConstantTextIsWhatTheMapSaysBesideIt(String objectMap, String term) {
        mapping.file("d.csv", "id,v\n1,a\n");
        assertThat(mapping.lines(old(objectMap))).containsExactly("<http://e/1> <http://e/p> " + term + " .");
    }

    @Test
    void aConstantTextIsAnIriInEveryPlaceAndAfterExecutes() {
        mapping.file("d.csv", "id,v\n1,a\n");
        assertThat(mapping.lines(OLD + """
                <#m> rmls:logicalSource [ rmls:source "d.csv" ; rmls:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:constant "http://e/s" ; rr:termType rr:IRI ;
                    rr:graphMap [ rr:constant "http://www.w3.org/ns/r2rml#defaultGraph" ; rr:termType rr:IRI ] ] ;
                  rr:predicateObjectMap [
                    rr:predicateMap [ rr:constant "http://e/p" ; rr:termType rr:IRI ] ;
                    rr:objectMap [ fnml:functionValue [
                      rr:predicateObjectMap [ rr:predicateMap [ rr:constant fno:executes ] ;
                        rr:objectMap [ rr:constant "http://users.ugent.be/~bjdmeest/function/grel.ttl#toUpperCase" ; rr:termType rr:IRI ] ] ;
                      rr:predicateObjectMap [ rr:predicateMap [ rr:constant grel:valueParameter ] ;
                        rr:objectMap [ rmls:reference "v" ; rr:termType rr:Literal ] ] ] ] ] .
                """)).containsExactly("<http://e/s> <http://e/p> \"A\" .");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0000',
            value = {
                "rr:constant \"x\" ; rr:termType rr:IRI | \"x\" is not a IRI",
                "rr:constant \"http://e/a b\" ; rr:termType rr:IRI | <http://e/a b> is not a valid IRI",
                "rr:constant \"x\" ; rr:datatype xsd:integer | 'x' is not of the datatype xsd:integer",
                "rr:constant ex:x ; rr:datatype xsd:integer | only a literal can have a language or a datatype",
                "rr:constant \"x\" ; rr:termType rr:Iri | rr:Iri is not a term type",
                "rr:constant 5 ; rr:termType rr:IRI | is not a IRI",
                "rr:inverseExpression \"x\" ; rr:column \"v\" | rr:inverseExpression belongs to tables of a database (R2RML): not read",
                "rml:gather ( [ rml:reference \"v\" ] ) ; rml:gatherAs <http://e/l> | rml:gather belongs to RML-CC: not read",
                "rml:quotedTriplesMap <#m> | rml:quotedTriplesMap belongs to RML-Star: not read",
                "rr:collumn \"v\" | rr:collumn is not a property that RML has"
            })
    void whatIsWrongIsNamedAsItIsWrittenAtItsLine(String objectMap, String problem) {
        mapping.file("d.csv", "id,v\n1,a\n");
        assertThat(mapping.errors(old(objectMap)))
                .allSatisfy(error -> assertThat(error).contains("mapping.ttl:"))
                .anySatisfy(
                        error -> assertThat(error).contains("mapping.ttl:19: ").contains(problem));
    }

    @Test
    void aTableOfADatabaseIsNamedAsItIsWritten() {
        assertThat(mapping.errors(OLD + """
                <#m> a rr:TriplesMap ; rr:logicalTable [ rr:tableName "t" ] ; rr:subjectMap [ rr:template "http://e/{id}" ] .
                """))
                .anySatisfy(error -> assertThat(error).contains("rr:logicalTable belongs to tables of a database"));
    }

    @Test
    void whatIsNotReadIsNotCalledMissingToo() {
        mapping.file("d.csv", "id,v\n1,a\n");
        assertThat(mapping.errors(OLD + """
                <#m> a rr:TriplesMap ; rr:logicalTable [ rr:sqlQuery "SELECT" ] ; rr:subjectMap [ rr:template "http://e/{id}" ] .
                """))
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).endsWith("belongs to tables of a database (R2RML): not read"));
        assertThat(mapping.errors(old("rml:quotedTriplesMap <#m>")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("rml:quotedTriplesMap belongs to RML-Star: not read");
        assertThat(mapping.errors(old("rml:gather ( [ rml:reference \"v\" ] )")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .endsWith("rml:gather belongs to RML-CC: not read");
        assertThat(mapping.errors(old("rr:termType rr:IRI")))
                .anySatisfy(error -> assertThat(error).contains("needs exactly one of rml:constant"));
    }

    @Test
    void aTriplesMapThatAssertsNothingIsRefused() {
        mapping.file("a.csv", "id,v\n1,a\n");
        assertThat(mapping.errors(mapping.simple("rml:reference \"v\"") + "<#m> a rml:NonAssertedTriplesMap ."))
                .anySatisfy(error -> assertThat(error).contains("rml:NonAssertedTriplesMap belongs to RML-Star"));
    }

    @Test
    void aJoinWhoseConditionIsAFunctionIsRefusedByName() {
        mapping.file("d.csv", "id,v\n1,a\n");
        assertThat(mapping.errors(old("""
                rr:parentTriplesMap <#m> ; rr:joinCondition [ fnml:functionValue [
                  rr:predicateObjectMap [ rr:predicate fno:executes ; rr:object idlab-fn:equal ] ] ]""")))
                .anySatisfy(error -> assertThat(error)
                        .contains("mapping.ttl:")
                        .contains("a join whose condition is a function is not read"));
    }

    @ParameterizedTest
    @CsvSource({
        "csvw:header \"1\"^^xsd:boolean,k,1",
        "csvw:header \"true\",k,1",
        "csvw:header \"0\",_col.1,2",
        "csvw:header false,_col.1,2"
    })
    void aBooleanOfCsvwHasFourForms(String property, String column, int rows) {
        mapping.file("a.csv", "k,v\na,b\n");
        assertThat(mapping.lines(dialect(property, column))).hasSize(rows);
    }

    /** {@return a mapping of one column of a.csv in a dialect} */
    private static String dialect(String properties, String column) {
        return """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ rml:path "a.csv" ; csvw:dialect [ %s ] ] ] ;
                  rml:subjectMap [ rml:constant ex:s ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "%s" ] ] .
                """.formatted(properties, column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csvw:skipInitialSpace \"1\" | k,v/a, b | b",
                "csvw:skipInitialSpace \"0\" | k,v/a, b | ' b'",
                "csvw:trim \"1\" | k,v/a, b  | b",
                "csvw:doubleQuote \"0\" | k,v/a,\"b\\\"c\" | b\"c",
                "csvw:headerRowCount 2 | k,v/K,V/a,b | b",
                "csvw:headerRowCount \"2\" ; csvw:header true | k,v/K,V/a,b | b",
                "csvw:skipColumns 1 | n,v,w/1,b,c | b",
                "csvw:skipRows 1 ; csvw:skipColumns 1 | title/n,v,w/1,b,c | b",
                "csvw:skipBlankRows true | k,v//a,b | b",
                "csvw:lineTerminators \"\\r\\n\" , \"\\n\" | k,v/a,b | b",
                "csvw:lineTerminators ( \"\\n\" \"\\r\" ) | k,v/a,b | b"
            })
    void whatADialectDeclaresIsDone(String properties, String file, String value) {
        mapping.file("a.csv", file.replace('/', '\n') + "\n");
        assertThat(mapping.lines(dialect(properties, "v")))
                .containsExactly("<http://e/s> <http://e/p> \"%s\" .".formatted(value.replace("\"", "\\\"")));
    }

    @Test
    void aBlankRowThatIsNotSkippedIsARecord() {
        mapping.file("a.csv", "v\n\nb\n");
        assertThat(mapping.lines(dialect("csvw:skipBlankRows \"0\"", "v")))
                .containsExactly("<http://e/s> <http://e/p> \"\" .", "<http://e/s> <http://e/p> \"b\" .");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "csvw:lineTerminators \"$\" | csvw:lineTerminators \"$\" are not read",
                "csvw:lineTerminators ( \"\\n\" \";\" ) | csvw:lineTerminators \";\" are not read",
                "csvw:header \"yes\" | csvw:header is 'yes'",
                "csvw:quoteChar \"''\" | expected one character",
                "csvw:skipColumns -1 | csvw:skipColumns is '-1'"
            })
    void whatADialectCannotBeIsRefusedByName(String properties, String problem) {
        mapping.file("a.csv", "v\nb\n");
        assertThat(mapping.errors(dialect(properties, "v")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("mapping.ttl:11: ")
                .contains(problem);
    }

    /** {@return a mapping of the column v of a source} */
    private static String source(String source) {
        return """
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source %s ] ;
                  rml:subjectMap [ rml:constant ex:s ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "v" ] ] .
                """.formatted(source);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"FILE\"",
                "<FILE>",
                "[ csvw:url \"FILE\" ]",
                "[ csvw:url <FILE> ]",
                "[ rml:path \"FILE\" ]",
                "\"file://a b.csv\"",
                "\"a b.csv\""
            })
    void anAddressOfAFileIsRead(String source) {
        mapping.file("a b.csv", "v\nx\n");
        Path file = mapping.folder().resolve("a b.csv");
        assertThat(mapping.lines(source(source.replace("FILE", file.toUri().toString()))))
                .containsExactly("<http://e/s> <http://e/p> \"x\" .");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"http://127.0.0.1/d.csv\"",
                "<http://127.0.0.1/d.csv>",
                "[ csvw:url \"http://127.0.0.1/d.csv\" ]",
                "[ rml:path \"http://127.0.0.1/d.csv\" ]"
            })
    void anAddressOfTheWebIsRefusedAsItIsWritten(String source) {
        assertThat(mapping.errors(source(source)))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("mapping.ttl:10: <http://127.0.0.1/d.csv> is not read");
    }

    @Test
    void aStreamIsRefusedByTheNameOfItsType() {
        assertThat(mapping.errors("@prefix carml: <http://carml.taxonic.com/carml/> .\n"
                        + source("[ a carml:Stream ; carml:streamName \"x\" ]")))
                .anySatisfy(error -> assertThat(error).contains("is not a file").contains("carml:Stream"));
    }

    @Test
    void csvInsideACellIsRefusedByName() {
        mapping.file("a.csv", "v\nx\n");
        assertThat(mapping.errors("""
                <#m> rml:logicalSource <#view> ; rml:subjectMap [ rml:constant ex:s ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "i.c" ] ] .
                <#view> rml:viewOn [ rml:source "a.csv" ; rml:referenceFormulation rml:CSV ] ;
                  rml:field [ rml:fieldName "v" ; rml:reference "v" ;
                    rml:field [ a rml:IterableField ; rml:referenceFormulation rml:CSV ; rml:fieldName "i" ;
                      rml:field [ rml:fieldName "c" ; rml:reference "c" ] ] ] .
                """))
                .anySatisfy(error -> assertThat(error).contains("rml:CSV inside a cell is not read"));
    }

    @Test
    void datatypesOfATableSchemaAreRefusedAndNamesAreNot() {
        mapping.file("a.csv", "v\nx\n");
        String schema = "[ csvw:url \"a.csv\" ; csvw:tableSchema [ csvw:column ( [ csvw:name \"v\" %s ] ) ] ]";
        assertThat(mapping.lines(source(schema.formatted("")))).hasSize(1);
        assertThat(mapping.errors(source(schema.formatted("; csvw:datatype \"integer\""))))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains("mapping.ttl:10: csvw:datatype is not used");
    }

    @Test
    void functionsAreCalledByTheirOlderNames() {
        mapping.file("a.csv", "id,v\n1,x;y\n");
        assertThat(mapping.lines("@prefix idlab-old: <http://example.com/idlab/function/> .\n" + mapping.simple("""
                rml:functionExecution [ rml:function idlab-old:trueCondition ;
                    rml:input [ rml:parameter idlab-old:_strBoolean ; rml:inputValueMap [ rml:functionExecution [
                        rml:function grel:string_contains ;
                        rml:input [ rml:parameter grel:valueParam ; rml:inputValueMap [ rml:reference "v" ] ] ,
                          [ rml:parameter grel:param_string_sub ; rml:inputValue ";" ] ] ; rml:return grel:output_bool ] ] ,
                      [ rml:parameter idlab-old:_str ; rml:inputValueMap [ rml:functionExecution [
                        rml:function grel:string_split ;
                        rml:input [ rml:parameter grel:valueParameter ; rml:inputValueMap [ rml:reference "v" ] ] ,
                          [ rml:parameter grel:param_string_sep ; rml:inputValue ";" ] ] ; rml:return grel:output_array ] ] ] ;
                  rml:return idlab-old:_stringOut""")))
                .containsExactly(
                        "<http://example.org/1> <http://e/p> \"x\" .", "<http://example.org/1> <http://e/p> \"y\" .");
    }

    @Test
    void aListIsTheValuesOfAllInputsOfItsParameter() {
        mapping.file("a.csv", "id,v,w\n1,x;y,z\n");
        assertThat(mapping.lines(mapping.simple("""
                rml:functionExecution [ rml:function grel:array_join ;
                    rml:input [ rml:parameter grel:param_a ; rml:inputValueMap [ rml:functionExecution [
                        rml:function grel:string_split ;
                        rml:input [ rml:parameter grel:valueParameter ; rml:inputValueMap [ rml:reference "v" ] ] ,
                          [ rml:parameter grel:p_string_sep ; rml:inputValue ";" ] ] ] ] ,
                      [ rml:parameter grel:p_array_a ; rml:inputValueMap [ rml:reference "w" ] ] ,
                      [ rml:parameter grel:p_string_sep ; rml:inputValue "-" ] ]""")))
                .containsExactly("<http://example.org/1> <http://e/p> \"x-y-z\" .");
    }

    @Test
    void anyTwoColumnsOfAFileAreLookedUpIn() {
        mapping.file("a.csv", "id,v\n1,b\n");
        mapping.file("t.csv", "a;b;c\nX;b;first\nY;b;second\n");
        assertThat(mapping.lines(mapping.simple("""
                rml:functionExecution [ rml:function idlab-fn:lookupWithDelimiter ;
                    rml:input [ rml:parameter idlab-fn:_str ; rml:inputValueMap [ rml:reference "v" ] ] ,
                      [ rml:parameter idlab-fn:_inputFile ; rml:inputValue "t.csv" ] ,
                      [ rml:parameter idlab-fn:_fromColumn ; rml:inputValue 1 ] ,
                      [ rml:parameter idlab-fn:_toColumn ; rml:inputValue 0 ] ,
                      [ rml:parameter idlab-fn:_delimiter ; rml:inputValue ";" ] ]"""))).containsExactly("<http://example.org/1> <http://e/p> \"a\" .");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grel:date_now | grel:date_now is not deterministic",
                "idlab-fn:random | idlab-fn:random is not deterministic",
                "<http://example.com/idlab/function/random> | is not deterministic",
                "idlab-fn:implicitCreate | remembers what earlier runs saw",
                "grel:toUppercase | there is no function grel:toUppercase; did you mean grel:toUpperCase?",
                "grel:facetCount | there is no function grel:facetCount",
                "ex:a%20b | there is no function"
            })
    void whatCannotBeCalledIsNamed(String function, String problem) {
        mapping.file("a.csv", "id,v\n1,b\n");
        assertThat(mapping.errors(mapping.simple("rml:functionExecution [ rml:function " + function + " ]")))
                .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(problem)
                .matches(error -> problem.contains("did you mean") || !error.contains("did you mean"));
    }
}
