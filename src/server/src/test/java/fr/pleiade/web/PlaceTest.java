package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoJSON of things that have a place. */
class PlaceTest {
    private static final String PLACED = "doc/etablissement/0Mvk5";

    @Test
    void c1_aThingWithAPlaceIsAFeature() {
        HttpResponse<String> response = sample().get(PLACED + ".geojson");
        assertThat(response.headers().firstValue("Content-Type")).contains("application/geo+json");
        JsonNode feature = JsonMapper.shared().readTree(response.body());
        assertThat(feature.get("type").asString()).isEqualTo("Feature");
        assertThat(feature.get("id").asString()).isEqualTo(BASE + "id/etablissement/0Mvk5");
        assertThat(feature.at("/geometry/type").asString()).isEqualTo("Point");
        assertThat(feature.at("/geometry/coordinates/0").asDouble()).isBetween(-180.0, 180.0);
        assertThat(feature.at("/geometry/coordinates/1").asDouble()).isBetween(-90.0, 90.0);
        assertThat(feature.at("/properties/name").asString()).isNotBlank();
    }

    @Test
    void c1_geoJsonIsNegotiated() {
        HttpResponse<String> response = sample().get(PLACED, "Accept", "application/geo+json");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Location")).contains(BASE + PLACED + ".geojson");
        assertThat(sample().get("id/etablissement/0Mvk5", "Accept", "application/geo+json")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void c4_whoAsksForNothingDoesNotGetAMap() {
        assertThat(sample().get(PLACED).headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/turtle");
    }

    @Test
    void c7_aThingWithoutAPlaceIsNoFeature() {
        assertThat(sample().get("doc/region/11.geojson").statusCode()).isEqualTo(404);
        assertThat(sample().get("doc/region/11", "Accept", "application/geo+json")
                        .statusCode())
                .isEqualTo(406);
        assertThat(sample().get("doc/region/11", "Accept", "application/geo+json, text/turtle;q=0.5")
                        .statusCode())
                .isEqualTo(200);
    }
}
