package fr.pleiade.publication;

import static fr.pleiade.publication.SmallSite.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the catalogue says that a dataset's things are: what the publisher says with a geometry, or else the box around them. */
class PlacesTest {
    private static final String SPATIAL = Vocabulary.DCT + "spatial";
    private static final Term TOWNS = new Term.Iri(BASE + "dataset/towns");
    private static final Term COMPUTED = new Term.Iri(BASE + "dataset/towns#place");
    private static final Term DECLARED = new Term.Iri("http://e/brittany");

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void townsHavePoints() {
        site = new SmallSite(folder);
        site.towns("code,name,lon,lat\n01,Bourg,5.228,46.205\n35,Rennes,-1.678,48.117\n");
        site.file("mappings/towns/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> . @prefix geo: <http://www.opengis.net/ont/geosparql#> .
                <#Source> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a rml:RelativePathSource ; rml:path "towns.csv" ; rml:null "" ] .
                <#Thing> a rml:TriplesMap ; rml:logicalSource <#Source> ;
                  rml:subjectMap [ rml:template "id/town/{code}" ; rml:class <http://e/Town> ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/code> ; rml:objectMap [ rml:reference "code" ] ] ;
                  rml:predicateObjectMap [ rml:predicate geo:asWKT ;
                    rml:objectMap [ rml:template "POINT({lon} {lat})" ; rml:termType rml:Literal ; rml:datatype geo:wktLiteral ] ] .
                """);
    }

    @Test
    void withoutADeclaredPlaceItIsTheBoxAroundTheThings() {
        InMemoryGraph catalog = catalog("");
        assertThat(catalog.objects(TOWNS, SPATIAL)).containsExactly(COMPUTED);
        assertThat(catalog.objects(COMPUTED, Vocabulary.DCAT + "bbox"))
                .containsExactly(wkt("POLYGON((-1.68 46.20,5.23 46.20,5.23 48.12,-1.68 48.12,-1.68 46.20))"));
        assertThat(catalog.objects(COMPUTED, Vocabulary.DCAT + "centroid")).containsExactly(wkt("POINT(1.78 47.16)"));
    }

    @Test
    void aDeclaredPlaceWithoutGeometryStandsBesideTheBox() {
        assertThat(catalog("; dct:spatial <http://e/brittany>").objects(TOWNS, SPATIAL))
                .containsExactlyInAnyOrder(DECLARED, COMPUTED);
    }

    @Test
    void aDeclaredPlaceWithAGeometryStandsAlone() {
        InMemoryGraph catalog = catalog("""
                ; dct:spatial <http://e/brittany> . <http://e/brittany> dcat:bbox
                "POLYGON((-5 47,-1 47,-1 49,-5 49,-5 47))"^^<http://www.opengis.net/ont/geosparql#wktLiteral>""");
        assertThat(catalog.objects(TOWNS, SPATIAL)).containsExactly(DECLARED);
        assertThat(catalog.about(COMPUTED)).isEmpty();
    }

    @Test
    void theCatalogueMayGiveTheGeometry() {
        site.file("mappings/catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <catalog> a dcat:Catalog ; dct:title "A catalogue"@en ; dct:publisher <id/agent/tests> .
                <id/agent/tests> a <http://xmlns.com/foaf/0.1/Agent> .
                <http://e/brittany> <http://www.w3.org/ns/locn#geometry>
                  "{}"^^<http://www.opengis.net/ont/geosparql#geoJSONLiteral> .
                """);
        assertThat(catalog("; dct:spatial <http://e/brittany>").objects(TOWNS, SPATIAL))
                .containsExactly(DECLARED);
    }

    @Test
    void aDatasetWithoutPointsHasNoPlaceThatNobodyDeclared() {
        assertThat(catalog("").objects(new Term.Iri(BASE + "dataset/schools"), SPATIAL))
                .isEmpty();
    }

    private InMemoryGraph catalog(String spatial) {
        site.file("mappings/towns/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/towns> a dcat:Dataset ; dct:title "towns"@en ; %s %s .
                """.formatted(SmallSite.DESCRIBED, spatial));
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        return site.current().catalog();
    }

    private static Term wkt(String text) {
        return Term.Literal.typed(text, Vocabulary.GEO + "wktLiteral");
    }
}
