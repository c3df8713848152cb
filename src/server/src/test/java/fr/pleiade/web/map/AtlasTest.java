package fr.pleiade.web.map;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Labels;
import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Maps on two squares of land, one a hundred degrees east of the other. */
class AtlasTest {
    private static final Outline WEST = square("Westland", 0, 40, 10);
    private static final Outline EAST = square("Eastland", 100, 40, 10);
    private static final Atlas ATLAS = Atlas.of("https://s.example/", List.of(WEST, EAST), List.of());

    private static Outline square(String name, double west, double south, double side) {
        TreeMap<String, String> labels = new TreeMap<>();
        labels.put("en", name);
        return new Outline(
                name,
                new Labels(labels),
                new Labels(new TreeMap<>()),
                List.of(List.of(
                        new Corner(west, south),
                        new Corner(west + side, south),
                        new Corner(west + side, south + side),
                        new Corner(west, south + side))));
    }

    private static Located at(double longitude, double latitude) {
        return new Located(new Corner(longitude, latitude));
    }

    @Test
    void placesElsewhereAreInAPieceOfTheirOwnAndTheSentenceCountsThem() {
        DrawnMap map = ATLAS.places(List.of(at(5, 45), at(2, 42), at(105, 45), at(50, 0)), 6, Locale.ENGLISH)
                .orElseThrow();
        assertThat(map.sentence()).isEqualTo("4 on the map of 6: Westland 2, Eastland 1, elsewhere 1.");
        assertThat(map.panels()).extracting(DrawnMap.Panel::label).containsExactly("", "Eastland", "elsewhere");
        assertThat(map.panels().get(0).dots()).hasSize(2);
        DrawnMap.Dot middle = map.panels().get(1).dots().get(0);
        assertThat(middle.x()).isEqualTo(Frame.rounded(Insets.WIDTH / 2));
        assertThat(map.panels()).allSatisfy(panel -> {
            assertThat(panel.y() + panel.height()).isLessThanOrEqualTo(map.height());
            assertThat(panel.x() + panel.width()).isLessThanOrEqualTo(DrawnMap.WIDTH + 0.1);
        });
    }

    @Test
    void manyPlacesAtOneSpotAreOneDotThatSaysHowMany() {
        List<Located> all =
                IntStream.range(0, 40).mapToObj(i -> at(5 + i / 1e6, 45)).toList();
        DrawnMap map = ATLAS.places(all, 40, Locale.FRENCH).orElseThrow();
        assertThat(map.panels().get(0).dots())
                .singleElement()
                .satisfies(dot -> assertThat(dot.count()).isEqualTo(40));
        assertThat(map.sentence()).startsWith("40 sur la carte :");
    }

    @Test
    void withoutLandThePlacesAreStillThere() {
        DrawnMap map = Atlas.of("https://s.example/", List.of(), List.of())
                .places(List.of(at(0, 0), at(1, 1)), 2, Locale.ENGLISH)
                .orElseThrow();
        assertThat(map.panels()).singleElement().satisfies(panel -> {
            assertThat(panel.land()).isEmpty();
            assertThat(panel.dots()).hasSize(2);
        });
        assertThat(ATLAS.places(List.of(), 3, Locale.ENGLISH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POINT(200 5)",
                "POINT(5 95)",
                "POINT(a b)",
                "POINT EMPTY",
                "",
                "LINESTRING(0 0, 1 1)",
                "48.85,2.35"
            })
    void whatIsNoPlaceOnEarthIsNowhere(String wkt) {
        assertThat(Located.of(wkt)).isEmpty();
    }

    @Test
    void thePathLeadsFromCornerToCorner() {
        Frame frame = new Frame(0, 0, 10, 10);
        Outline triangle = new Outline(
                "t",
                List.of(List.of(new Corner(0, 0), new Corner(10, 0), new Corner(10, 10), new Corner(10, 9.99999))));
        // a hundred units across; the height is longer by 1 / cos 5°
        assertThat(frame.path(List.of(triangle), 100)).isEqualTo("M0 100.4l100 0 0 -100.4z");
    }

    @Test
    void shadesDivideTheDifferentNumbers() {
        assertThat(bounds(1, 1, 1, 1, 1, 1, 2, 3, 12)).containsExactly("1", "2", "3", "12");
        assertThat(bounds(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)).containsExactly("1", "3", "5", "7", "9");
        assertThat(bounds(4, 4)).containsExactly("4");
    }

    private static List<String> bounds(int... numbers) {
        Collection<BigDecimal> values =
                IntStream.of(numbers).mapToObj(BigDecimal::valueOf).toList();
        return ShadesDrawing.bounds(values).stream()
                .map(BigDecimal::toPlainString)
                .toList();
    }

    @Test
    void namesAreNotWrittenUponOneAnotherNorOverTheEdge() {
        Frame frame = new Frame(0, 40, 20, 60);
        List<Lettering.Named> areas = Stream.of(
                        new Lettering.Named("Large", square("a", 5, 45, 10)),
                        new Lettering.Named("Small", square("b", 9, 49, 2)),
                        new Lettering.Named("At the edge of it", square("c", 18, 55, 2)))
                .toList();
        assertThat(new Lettering(360, 360).of(areas, frame))
                .extracting(DrawnMap.Words::text)
                .containsExactly("Large");
    }

    @Test
    void theNarrowerLandComesFirst() {
        Atlas nested = Atlas.of("https://s.example/", List.of(WEST, square("Everything", -10, 20, 120)), List.of());
        assertThat(nested.landAround(new Corner(5, 45)).map(Outline::name)).isEqualTo(Optional.of("Westland"));
        assertThat(nested.landAround(new Corner(50, 45)).map(Outline::name)).isEqualTo(Optional.of("Everything"));
    }
}
