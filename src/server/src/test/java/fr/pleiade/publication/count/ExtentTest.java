package fr.pleiade.publication.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtentTest {
    @TempDir
    private Path folder;

    @Test
    void theBoxHoldsAllPointsAndItsCornersAreWholeHundredths() throws IOException {
        Extent extent = extent("POINT(2.3449 48.8466)", "POINT(-149.6068 -17.5769)", "POINT(7.75 48.58)")
                .orElseThrow();
        assertThat(extent.box())
                .isEqualTo("POLYGON((-149.61 -17.58,7.75 -17.58,7.75 48.85,-149.61 48.85,-149.61 -17.58))");
        assertThat(extent.middle()).isEqualTo("POINT(-70.93 15.64)");
    }

    @Test
    void aSinglePointHasABoxThatIsNoPoint() throws IOException {
        assertThat(extent("POINT(2.5 48)").orElseThrow().box())
                .isEqualTo("POLYGON((2.50 48.00,2.51 48.00,2.51 48.01,2.50 48.01,2.50 48.00))");
    }

    @Test
    void aPointAtTheEndOfTheWorldKeepsItsBoxOnEarth() throws IOException {
        assertThat(extent("POINT(180 90)").orElseThrow().box())
                .isEqualTo("POLYGON((179.99 89.99,180.00 89.99,180.00 90.00,179.99 90.00,179.99 89.99))");
    }

    @Test
    void thePointMayNameTheSystemThatItIsInByDefault() throws IOException {
        assertThat(extent("<http://www.opengis.net/def/crs/OGC/1.3/CRS84> Point ( 1.11 2.22 )")
                        .orElseThrow()
                        .middle())
                .isEqualTo("POINT(1.12 2.22)");
    }

    /** EPSG:4326 has the latitude first. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(181 0)",
                "POINT(0 90.1)",
                "POINT EMPTY",
                "POINT(1)",
                "POINT(x y)",
                "<http://www.opengis.net/def/crs/EPSG/0/4326> POINT(48 2)",
                "LINESTRING(0 0,1 1)"
            })
    void whatIsNoPointOnEarthIsPassedOver(String geometry) throws IOException {
        assertThat(extent(geometry)).isEmpty();
        assertThat(extent(geometry, "POINT(3.001 4.001)").orElseThrow().box())
                .isEqualTo("POLYGON((3.00 4.00,3.01 4.00,3.01 4.01,3.00 4.01,3.00 4.00))");
    }

    @Test
    void aGraphWithoutGeometriesHasNone() throws IOException {
        assertThat(extent()).isEmpty();
    }

    private Optional<Extent> extent(String... geometries) throws IOException {
        StringBuilder lines = new StringBuilder("<http://e/a> <http://e/p> \"POINT(9 9)\" <http://e/g> .\n");
        for (int i = 0; i < geometries.length; i++) {
            lines.append(
                    "<http://e/b%d> <http://www.opengis.net/ont/geosparql#asWKT> \"%s\"^^<http://www.opengis.net/ont/geosparql#wktLiteral> <http://e/g> .\n"
                            .formatted(i, geometries[i]));
        }
        return Extent.of(Files.writeString(folder.resolve("g.nq"), lines));
    }
}
