package fr.pleiade.web;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A site whose things are what pages should not be broken by: markup, endless words, no name, no place, no date that there is. */
final class OddSite {
    static final String LONG = "w".repeat(10_000);
    static final String MARKUP = "<b onmouseover=alert(1)>M</b>";

    /** The things whose pages are looked at. */
    static final List<String> THINGS = List.of("markup", "long", "unnamed", "nowhere", "undated", "old", "hub");

    private static final String MAPPING = """
            @prefix rml: <http://w3id.org/rml/> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix geo: <http://www.opengis.net/ont/geosparql#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            <#things> a rml:TriplesMap ;
              rml:logicalSource [ a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                rml:source [ a rml:RelativePathSource , csvw:Table ; rml:path "things.csv" ; rml:encoding rml:UTF-8 ; rml:null "" ;
                  csvw:dialect [ a csvw:Dialect ; csvw:delimiter ";" ] ] ] ;
              rml:subjectMap [ rml:template "id/thing/{key}" ; rml:class rdfs:Resource ] ;
              rml:predicateObjectMap
                [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "label" ] ] ,
                [ rml:predicate dct:relation ; rml:objectMap [ rml:reference "link" ; rml:termType rml:IRI ] ] ,
                [ rml:predicate rdfs:comment ; rml:objectMap [ rml:reference "comment" ; rml:language "tlh" ] ] ,
                [ rml:predicate geo:asWKT ; rml:objectMap [ rml:reference "where" ; rml:datatype geo:wktLiteral ] ] ,
                [ rml:predicate dct:date ; rml:objectMap [ rml:reference "when" ] ] .
            """;
    private static final String SHAPE = """
            @prefix dct: <http://purl.org/dc/terms/> . @prefix page: <https://w3id.org/pleiade/page#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix sh: <http://www.w3.org/ns/shacl#> .
            <shapes/page/thing> a sh:NodeShape ; sh:targetClass rdfs:Resource ; rdfs:label "Choses"@fr , "Things"@en ;
              page:kind "Chose"@fr , "Thing"@en ; page:summary "{rdfs:comment}"@fr , "{rdfs:comment}"@en ;
              sh:property
                [ sh:path dct:date ; sh:group <shapes/page/thing#history> ; page:event "Né {.}"@fr , "Born {.}"@en ] ,
                [ sh:path [ sh:inversePath dct:relation ] ; sh:group <shapes/page/thing#history> ; page:event "Lié"@fr , "Related"@en ;
                  page:date dct:date ] ,
                [ sh:path [ sh:inversePath dct:relation ] ; sh:name "Choses liées"@fr , "Related things"@en ] .
            <shapes/page/thing#history> a sh:PropertyGroup ; rdfs:label "Histoire"@fr , "History"@en .
            """;

    private OddSite() {}

    /**
     * Publishes it.
     *
     * @param links how many things lead to one of them
     */
    static SmallSite publish(Path folder, int links) {
        SmallSite site = new SmallSite(folder);
        site.write("mappings/things/mapping.ttl", MAPPING);
        site.write("ontology/shapes/page/things.ttl", SHAPE);
        site.write("ontology/maps/land.txt", "Land \"Land\"@en | 0 40, 10 40, 10 50, 0 50\n");
        List<String> rows = new ArrayList<>(List.of(
                "key;label;link;comment;where;when",
                "markup;" + MARKUP + ";;<script>alert(2)</script>;POINT(2 48);<i>2001</i>",
                "long;" + LONG + ";;" + LONG + ";POINT(2 48);" + LONG,
                "unnamed;;;;;",
                "nowhere;Nowhere;;;POINT(999 999);",
                "undated;Undated;;;POINT(48.85);20222-01-01",
                "old;Old;" + ServedSample.BASE + "id/thing/hub;;;1950-02-30",
                "young;Young;" + ServedSample.BASE + "id/thing/hub;;;2001-02-03",
                "hub;Hub;;;;1900",
                "few;Few;;;;",
                "few-b;;" + ServedSample.BASE + "id/thing/few;;;",
                "few-c;Zoé;" + ServedSample.BASE + "id/thing/few;;;",
                "few-a;;" + ServedSample.BASE + "id/thing/few;;;",
                "few-d;Émile;" + ServedSample.BASE + "id/thing/few;;;"));
        for (int i = 0; i < links; i++) {
            rows.add("z" + i + ";;" + ServedSample.BASE + "id/thing/hub;;;");
        }
        site.write("data/things.csv", String.join("\n", rows) + "\n");
        return site.publishAgain();
    }
}
