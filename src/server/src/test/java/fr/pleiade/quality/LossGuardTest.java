package fr.pleiade.quality;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.quality.LossGuard.Change;
import fr.pleiade.quality.LossGuard.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LossGuardTest {
    private static final double TENTH = 0.1;

    @Test
    void whatGrowsOrShrinksByNoMoreThanTheShareIsNoLoss() {
        assertThat(rules(figures(100, 100, 100, 100), figures(200, 200, 200, 200), 0, TENTH))
                .isEmpty();
        assertThat(rules(figures(100, 100, 100, 100), figures(90, 90, 90, 90), 10, TENTH))
                .isEmpty();
        assertThat(rules(figures(0, 0, 0, 0), figures(0, 0, 0, 0), 0, TENTH)).isEmpty();
    }

    @Test
    void moreThanTheShareOfAnythingIsOne() {
        Figures before = figures(100, 100, 100, 100);
        assertThat(rules(before, figures(89, 100, 100, 100), 0, TENTH)).containsExactly("rows-lost");
        assertThat(rules(before, figures(100, 89, 100, 100), 11, TENTH)).containsExactly("things-lost");
        assertThat(rules(before, figures(100, 100, 89, 100), 0, TENTH)).containsExactly("links-lost");
        assertThat(rules(before, figures(100, 100, 100, 89), 0, TENTH)).containsExactly("values-lost");
    }

    @Test
    void thingsThatAreReplacedByOthersAreLost() {
        List<Finding> findings = run(figures(100, 100, 0, 0), Optional.of(figures(100, 100, 0, 0)), 60, TENTH);
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("things-lost");
            assertThat(finding.problem().en())
                    .isEqualTo("60 of 100 things would not be there any more; there would be 100");
            assertThat(finding.problem().fr()).startsWith("60 objets sur 100");
        });
    }

    @Test
    void aPropertyThatDisappearsIsNamedWithBothNumbers() {
        Figures before = new Figures(10, 10, 0, Map.of("http://e/a", 10L, "http://e/b", 10L));
        Figures after = new Figures(10, 10, 0, Map.of("http://e/b", 10L));
        assertThat(run(before, Optional.of(after), 0, TENTH))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.problem().en()).isEqualTo("0 values of <http://e/a> instead of 10"));
    }

    @Test
    void aDatasetThatIsGoneIsALossOfAnyShare() {
        assertThat(run(figures(3, 3, 0, 0), Optional.empty(), 3, 1.0))
                .extracting(Finding::rule)
                .containsExactly("dataset-gone");
    }

    @Test
    void theShareIsTheSites() {
        assertThat(rules(figures(100, 100, 0, 0), figures(60, 60, 0, 0), 40, 0.5))
                .isEmpty();
        assertThat(rules(figures(100, 100, 0, 0), figures(98, 98, 0, 0), 2, 0)).contains("things-lost");
    }

    @Test
    void oneOfFewMayGoAndTwoMayNot() {
        assertThat(rules(figures(3, 3, 3, 3), figures(2, 2, 2, 2), 1, TENTH)).isEmpty();
        assertThat(rules(figures(3, 3, 3, 3), figures(1, 1, 1, 1), 2, TENTH)).contains("rows-lost", "things-lost");
    }

    private static List<String> rules(Figures before, Figures after, long gone, double share) {
        return run(before, Optional.of(after), gone, share).stream()
                .map(Finding::rule)
                .toList();
    }

    private static List<Finding> run(Figures before, Optional<Figures> after, long gone, double share) {
        List<Finding> findings = new ArrayList<>();
        new LossGuard().run(new Change("d", before, after, gone, share), findings::add);
        return findings;
    }

    private static Figures figures(long rows, long things, long links, long values) {
        return new Figures(rows, things, links, Map.of("http://e/p", values));
    }
}
