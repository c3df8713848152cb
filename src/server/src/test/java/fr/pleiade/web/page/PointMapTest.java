package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.release.Outline;
import fr.pleiade.release.Outline.Corner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A point on the outlines that a site gives. */
class PointMapTest {
    private static final Outline SQUARE = new Outline(
            "square", List.of(List.of(new Corner(0, 0), new Corner(10, 0), new Corner(10, 10), new Corner(0, 10))));

    @Test
    void thePointIsOnTheOutlineAroundIt() {
        PointMap map = PointMap.of("POINT(5 5)", List.of(SQUARE)).orElseThrow();
        assertThat(map.x()).isEqualTo(PointMap.WIDTH / 2.0);
        assertThat(map.outlines()).startsWith("M").endsWith("Z");
    }

    @Test
    void withoutAnOutlineAroundItOnlyTheGridIsDrawn() {
        assertThat(PointMap.of("POINT(50 5)", List.of(SQUARE)).orElseThrow().outlines())
                .isEmpty();
        PointMap map = PointMap.of("POINT(5 5)", List.of()).orElseThrow();
        assertThat(map.outlines()).isEmpty();
        assertThat(map.meridians()).isNotEmpty();
    }
}
