package fr.pleiade.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The functions of GeoSPARQL that are offered, with lengths that follow from WGS 84's two axes. */
class GeoFunctionsTest {
    private static final String PREFIXES = "PREFIX geo: <http://www.opengis.net/ont/geosparql#>"
            + " PREFIX geof: <http://www.opengis.net/def/function/geosparql/>"
            + " PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/> ";

    /** A degree of the equator, whose radius is 6,378,137 m. */
    private static final double DEGREE = Math.toRadians(1) * 6_378_137;

    @TempDir
    static Path folder;

    private static LocalServer server;

    /** Five thousand points on the equator, a thousandth of a degree apart. */
    @BeforeAll
    static void serve() throws Exception {
        StringBuilder quads = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            quads.append(
                    "<http://example.org/id/point/%04d> <http://www.opengis.net/ont/geosparql#asWKT> \"POINT(%s 0)\"^^<http://www.opengis.net/ont/geosparql#wktLiteral> <http://example.org/dataset/points> .\n"
                            .formatted(i, String.format(Locale.ROOT, "%.3f", i / 1000.0)));
        }
        server = LocalServer.over(quads.toString(), folder);
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POINT(0 0) | POINT(1 0) | 111319.4908",
                "POINT(179.5 0) | POINT(-179.5 0) | 111319.4908", // over the antimeridian
                "POINT(0 90) | POINT(0 -90) | 20003931.4586", // half a meridian
                "POINT(2.35 48.85) | POINT(2.35 48.85) | 0",
                "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(0 1) | POINT(0 0) | 111319.4908", // latitude first
                "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POINT(1 0) | POINT(0 0) | 111319.4908",
                "POLYGON((-1 -1,1 -1,1 1,-1 1,-1 -1)) | POINT(0.5 0.5) | 0",
                "POLYGON((-1 -1,1 -1,1 1,-1 1,-1 -1)) | POINT(2 0) | 111319.4908",
                "LINESTRING(0 0,0 1) | LINESTRING(1 0,2 0) | 111319.4908",
            })
    void aDistanceIsAlongTheEllipsoid(String here, String there, double metres) throws Exception {
        assertThat(number("geof:distance(%s, %s, uom:metre)", here, there)).isEqualTo(metres, within(0.01));
        assertThat(number("geof:distance(%s, %s, uom:metre)", there, here)).isEqualTo(metres, within(0.01));
        assertThat(number("geof:metricDistance(%s, %s)", here, there)).isEqualTo(metres, within(0.01));
        assertThat(number("geof:distance(%s, %s, uom:kilometre)", here, there))
                .isEqualTo(metres / 1000, within(0.00001));
        assertThat(number("geof:distance(%s, %s, <http://qudt.org/vocab/unit/KiloM>)", here, there))
                .isEqualTo(metres / 1000, within(0.00001));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sfWithin | POINT(2 2) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | true",
                "sfWithin | POINT(0 2) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | false", // on the edge
                "sfWithin | POLYGON((0 0,4 0,4 4,0 4,0 0)) | POINT(2 2) | false",
                "sfContains | POLYGON((0 0,4 0,4 4,0 4,0 0)) | POINT(2 2) | true",
                "sfContains | POINT(2 2) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | false",
                "sfIntersects | LINESTRING(-1 2,5 2) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | true",
                "sfCrosses | LINESTRING(-1 2,5 2) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | true",
                "sfDisjoint | POINT(9 9) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | true",
                "sfTouches | POINT(0 2) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | true",
                "sfOverlaps | POLYGON((2 2,6 2,6 6,2 6,2 2)) | POLYGON((0 0,4 0,4 4,0 4,0 0)) | true",
                "sfEquals | LINESTRING(0 0,1 1) | LINESTRING(1 1,0 0) | true",
                "sfEquals | POINT(0 0) | <http://www.opengis.net/def/crs/EPSG/0/4326> POINT(0 0) | true",
            })
    void relationsAreThoseOfSimpleFeatures(String function, String here, String there, String expected)
            throws Exception {
        assertThat(value("geof:%s(%s, %s)".formatted(function, wkt(here), wkt(there))))
                .isEqualTo(expected);
        // the second is kept, and read anew, from row to row
        assertThat(csv("SELECT (geof:%s(?a, %s) AS ?x) { VALUES ?a { %s %s } }"
                        .formatted(function, wkt(there), wkt(here), wkt(here))))
                .isEqualTo("x\r\n" + expected + "\r\n" + expected + "\r\n");
    }

    @Test
    void thingsWithinTenKilometresAreFoundInMilliseconds() throws Exception {
        String query = "SELECT (COUNT(*) AS ?n) { ?thing geo:asWKT ?wkt"
                + " FILTER (geof:distance(?wkt, \"POINT(%s 0)\"^^geo:wktLiteral, uom:metre) < 10000) }";
        int expected = (int) (10_000 / (DEGREE / 1000)) + 1;
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long start = System.nanoTime();
            // another point each time, so that no answer is kept; all west of the first one's middle
            String answer = csv(query.formatted(-i / 1_000_000_000.0));
            best = Math.min(best, System.nanoTime() - start);
            assertThat(answer).isEqualTo("n\r\n" + expected + "\r\n");
        }
        System.out.printf("within 10 km of a point, over 5,000 things: %d of them in %.1f ms%n", expected, best / 1e6);
    }

    /** The same filter twice over: as it is written, which the index may answer, and as no index does. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "geof:distance(?wkt, 'POINT(2.5 0)'^^geo:wktLiteral, uom:metre) < 10000",
                "geof:distance('POINT(2.5 0.05)'^^geo:wktLiteral, ?wkt, uom:kilometre) <= 7.5",
                "10000 > geof:metricDistance(?wkt, 'POINT(-357.5 0)'^^geo:wktLiteral)", // once around
                "5000 >= geof:metricDistance('<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(0 2.5)'^^geo:wktLiteral, ?wkt)",
                "geof:distance(?wkt, 'POINT(2.5 0)'^^geo:wktLiteral, uom:metre) < 0",
                "geof:distance(?wkt, 'POINT(2.5 0)'^^geo:wktLiteral, uom:metre) <= 0",
                "geof:distance(?wkt, 'POINT(2.5 0)'^^geo:wktLiteral, uom:metre) < 1000000", // all: no index helps
                "geof:distance(?wkt, 'POINT(0 90)'^^geo:wktLiteral, uom:kilometre) < 10003", // over the pole
                "geof:distance(?wkt, 'LINESTRING(1 -1,1 1)'^^geo:wktLiteral, uom:metre) < 2000",
                "geof:sfWithin(?wkt, 'POLYGON((1 -1,1.01 -1,1.01 1,1 1,1 -1))'^^geo:wktLiteral)",
                "geof:sfIntersects('POLYGON((1 -1,1.01 -1,1.01 1,1 1,1 -1))'^^geo:wktLiteral, ?wkt)",
                "geof:sfDisjoint(?wkt, 'POLYGON((1 -1,5 -1,5 1,1 1,1 -1))'^^geo:wktLiteral)",
                "geof:sfEquals(?wkt, 'POINT(1.5 0)'^^geo:wktLiteral) && ?wkt != 'x'",
                "! (geof:distance(?wkt, 'POINT(2.5 0)'^^geo:wktLiteral, uom:metre) < 400000)",
                "geof:distance(?wkt, 'POINT(2.5 0)'^^geo:wktLiteral, uom:metre) < 300 || ?wkt = 'POINT(0.001 0)'^^geo:wktLiteral",
            })
    void anIndexChangesNoAnswer(String filter) throws Exception {
        for (String pattern : new String[] {
            "?thing geo:asWKT ?wkt",
            "?thing geo:asWKT ?wkt OPTIONAL { ?thing geo:asWKT ?same }",
            "VALUES ?thing { <http://example.org/id/point/2500> <http://example.org/id/point/1005> } ?thing geo:asWKT ?wkt",
        }) {
            String count = "SELECT (COUNT(*) AS ?n) (MIN(?thing) AS ?a) (MAX(?thing) AS ?b) { " + pattern;
            // a filter on what is only computed is followed to no triple
            assertThat(csv(count + " FILTER(" + filter + ") }"))
                    .as(pattern)
                    .isEqualTo(csv(count + " BIND(?wkt AS ?copy) FILTER(" + filter.replace("?wkt", "?copy") + ") }"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "geof:buffer(?a, 1, uom:metre) | geosparql/buffer> | sfWithin",
                "geof:distance(?a, ?b) | geosparql/distance> | uom/OGC/1.0/metre",
                "geof:distance(?a, ?b, uom:parsec) | geosparql/distance> | uom/OGC/1.0/metre",
                "geof:distance(?a, ?b, 'metre') | geosparql/distance> | uom/OGC/1.0/metre",
                "geof:distance(?a, 'POINT(2 48)', uom:metre) | geosparql/distance> | wktLiteral",
                "geof:distance(?a, 'PINT(2 48)'^^geo:wktLiteral, uom:metre) | geosparql/distance> | POINT(2.35 48.85)",
                "geof:distance(?a, 'POINT(48 200)'^^geo:wktLiteral, uom:metre) | geosparql/distance> | longitude",
                "geof:sfWithin(?a, '{}'^^geo:geoJSONLiteral) | geosparql/sfWithin> | wktLiteral",
                "geof:sfWithin(?a, '<http://www.opengis.net/def/crs/EPSG/0/2154> POINT(1 2)'^^geo:wktLiteral) | geosparql/sfWithin> | EPSG/0/2154",
                "geof:sfWithin(?a) | geosparql/sfWithin> | two geometries",
            })
    void whatCannotWorkIsRefusedByNameAndNotAnsweredWithNothing(String call, String named, String remedy) {
        assertThatExceptionOfType(SparqlRefusal.class)
                .isThrownBy(() -> SparqlQuery.parse(PREFIXES + "SELECT * { ?s ?a ?b FILTER(" + call + ") }"))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(400);
                    assertThat(refusal.code()).isEqualTo("function-refused");
                    assertThat(refusal.problem().en()).contains(named, remedy);
                    assertThat(refusal.problem().fr()).contains(named);
                });
    }

    /** Of a row's own value: an error of the expression, as SPARQL has it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'Paris'",
                "'POINT EMPTY'^^geo:wktLiteral",
                "''^^geo:wktLiteral",
                "'<http://www.opengis.net/def/crs/EPSG/0/4326'^^geo:wktLiteral",
                "'POINT(1 NaN)'^^geo:wktLiteral",
                "<http://example.org/id/point/1>",
            })
    void aRowWhoseValueIsNoPlaceHasNoDistance(String value) throws Exception {
        assertThat(csv("SELECT (geof:distance(?a, \"POINT(0 0)\"^^geo:wktLiteral, uom:metre) AS ?x) { VALUES ?a { "
                        + value + " } }"))
                .isEqualTo("x\r\n\r\n");
    }

    private static double number(String call, String here, String there) throws Exception {
        return Double.parseDouble(value(call.formatted(wkt(here), wkt(there))));
    }

    private static String wkt(String text) {
        return "\"" + text + "\"^^geo:wktLiteral";
    }

    private static String value(String expression) throws Exception {
        return csv("SELECT (" + expression + " AS ?x) {}").replaceAll("(?s)x\r\n(.*)\r\n", "$1");
    }

    private static String csv(String query) throws Exception {
        HttpResponse<String> response = server.query(PREFIXES + query, "text/csv");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }
}
