package fr.pleiade.mapping;

import java.util.List;

/** Mappings of a file with the columns a, b and c that between them use all of RML. */
final class FuzzMappings {
    private static final String PREFIXES = """
            @prefix rml: <http://w3id.org/rml/> . @prefix ex: <http://e/> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix fn: <https://w3id.org/pleiade/function#> .
            """;
    private static final String SOURCE =
            "rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path \"a.csv\" ; rml:null \"\" ] ] ; ";

    static final String GZIPPED = PREFIXES
            + "<#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path \"a.csv\" ; rml:compression rml:gzip ] ] ; "
            + "rml:subjectMap [ rml:template \"{a}\" ] ; rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference \"b\" ] ] .";

    static final List<String> ALL = List.of(
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "id/{a}" ; rml:class ex:C ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p , ex:q ; rml:objectMap [ rml:reference "b" ] , [ rml:reference "c" ; rml:language "fr" ] ] .
                    """,
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:reference "a" ; rml:graphMap [ rml:template "g/{b}" ] ] ;
                    rml:predicateObjectMap [ rml:predicateMap [ rml:template "p/{b}" ] ; rml:objectMap [ rml:reference "c" ; rml:termType rml:IRI ] ] .
                    """,
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "{a}{b}" ; rml:termType rml:BlankNode ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "b" ; rml:languageMap [ rml:reference "c" ] ] ,
                        [ rml:reference "b" ; rml:datatypeMap [ rml:template "{c}" ; rml:termType rml:UnsafeIRI ] ] , [ rml:termType rml:BlankNode ] ] .
                    """,
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "http://{a}/{b}" ; rml:termType rml:UnsafeIRI ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:template "\\\\{{b}\\\\} {c}" ; rml:termType rml:Literal ] ,
                        [ rml:template "http://e/{c}?q={b}" ; rml:termType rml:URI ] ] .
                    """,
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "{a}" ; rml:condition [ rml:functionExecution [ rml:function fn:notEqual ;
                        rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "b" ] ] ,
                                  [ rml:parameter fn:other ; rml:inputValue "é" ] ] ; rml:return fn:result ] ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:functionExecution [ rml:function fn:date ;
                        rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:functionExecution [ rml:function fn:split ;
                            rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "c" ] ] ,
                                      [ rml:parameter fn:separator ; rml:inputValue ":;%" ] ] ] ] ] ] ] .
                    """,
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "{a}" ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:parentTriplesMap <#n> ;
                        rml:joinCondition [ rml:child "b" ; rml:parent "c" ] ] , [ rml:parentTriplesMap <#n> ] ; rml:graph ex:g ] .
                    <#n> """ + SOURCE + "rml:subjectMap [ rml:template \"n/{c}\" ] .");

    /** Mappings that refer to themselves. */
    static final List<String> ENDLESS = List.of(
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "{a}" ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:parentTriplesMap <#m> ] ] .
                    """,
            PREFIXES + "<#m> " + SOURCE + """
                    rml:subjectMap [ rml:template "{a}" ] ;
                    rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:functionExecution <#f> ] ] .
                    <#f> rml:function fn:trim ; rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:functionExecution <#f> ] ] .
                    """,
            PREFIXES
                    + "<#m> rml:logicalSource <#m> ; rml:source <#m> ; rml:subjectMap <#m> ; rml:predicateObjectMap <#m> ; rml:objectMap <#m> .");

    private FuzzMappings() {}
}
