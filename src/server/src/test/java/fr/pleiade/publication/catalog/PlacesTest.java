package fr.pleiade.publication.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places in GeoJSON, which every version of data.gouv.fr's software reads. */
class PlacesTest {
    private static final String GEO_JSON = "https://www.iana.org/assignments/media-types/application/vnd.geo+json";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POLYGON((6.6 35.4,18.6 35.4,18.6 47.1,6.6 35.4)) | {"type":"Polygon","coordinates":[[[6.6,35.4],[18.6,35.4],[18.6,47.1],[6.6,35.4]]]}
            Polygon (( -1 -2.50 , 3 4, 5  6, -1 -2.50 ))     | {"type":"Polygon","coordinates":[[[-1,-2.50],[3,4],[5,6],[-1,-2.50]]]}
            POLYGON((0 0,9 0,9 9,0 0),(1 1,2 1,2 2,1 1))     | {"type":"Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]],[[1,1],[2,1],[2,2],[1,1]]]}
            MULTIPOLYGON(((0 0,1 0,1 1,0 0)),((5 5,6 5,6 6,5 5))) | {"type":"MultiPolygon","coordinates":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}
            <http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((0 0,1 0,1 1,0 0)) | {"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}
            """)
    void aPolygonIsTheSameInGeoJson(String wkt, String json) {
        assertThat(Places.geoJson(wkt)).contains(json);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(1 2)",
                "POLYGON EMPTY",
                "POLYGON((1 2 3,4 5 6,7 8 9,1 2 3))",
                "POLYGON((1 2,3 4",
                "<http://www.opengis.net/def/crs/EPSG/0/4326> POLYGON((0 0,1 0,1 1,0 0))",
                "LINESTRING(0 0,1 1)",
                ""
            })
    void whatIsNoPolygonOfLongitudesAndLatitudesIsLeftAlone(String wkt) {
        assertThat(Places.geoJson(wkt)).isEmpty();
    }

    @Test
    void aPlaceThatHasAGeometryKeepsItAlone() {
        InMemoryGraph said = read("""
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix locn: <http://www.w3.org/ns/locn#> .
                @prefix geo: <http://www.opengis.net/ont/geosparql#> .
                <http://ex.org/a> dcat:bbox "POLYGON((0 0,1 0,1 1,0 0))"^^geo:wktLiteral .
                <http://ex.org/b> dcat:bbox "POLYGON((0 0,1 0,1 1,0 0))"^^geo:wktLiteral ; locn:geometry "POINT(0 0)"^^geo:wktLiteral .
                <http://ex.org/c> dcat:bbox "0,0,1,1" .
                """);
        assertThat(Places.lacking(said).triples())
                .containsExactly(new Quad(
                        new Term.Iri("http://ex.org/a"),
                        new Term.Iri("http://www.w3.org/ns/locn#geometry"),
                        Term.Literal.typed(
                                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}", GEO_JSON)));
    }

    private static InMemoryGraph read(String turtle) {
        return RdfReader.readGraph(
                new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)),
                "said.ttl",
                Syntax.TURTLE,
                "http://ex.org/");
    }
}
