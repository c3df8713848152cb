package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LineChartTest {
    @Test
    void theSentenceComparesTheLastYearWithTheFirst() {
        List<LineChart.Value> values = List.of(value(2017, 1500), value(2010, 1000));
        assertThat(LineChart.of("inscrits", values, Locale.FRENCH).sentence())
                .isEqualTo("Inscrits : 1\u202f500 en 2017, contre 1\u202f000 en 2010 (+50 %).");
        assertThat(LineChart.of("students", values, Locale.ENGLISH).sentence())
                .isEqualTo("Students: 1,500 in 2017, after 1,000 in 2010 (+50%).");
    }

    @Test
    void theLineGoesFromTheFirstYearToTheLastAndNoughtIsItsBase() {
        LineChart chart = LineChart.of("n", List.of(value(2010, 0), value(2012, 10)), Locale.ENGLISH);
        assertThat(chart.dots()).hasSize(2);
        assertThat(chart.dots().get(0).x()).isLessThan(chart.dots().get(1).x());
        assertThat(chart.dots().get(0).y())
                .isEqualTo(chart.base())
                .isGreaterThan(chart.dots().get(1).y());
        assertThat(chart.sentence()).isEqualTo("N: 10 in 2012.");
    }

    @Test
    void oneValueOrManyEqualOnesAreDrawnToo() {
        assertThat(LineChart.of("n", List.of(value(2010, 7)), Locale.ENGLISH).path())
                .doesNotContain("NaN");
        assertThat(LineChart.of("n", List.of(value(2010, 0), value(2011, 0)), Locale.ENGLISH)
                        .path())
                .doesNotContain("NaN", "Infinity");
    }

    private static LineChart.Value value(int year, int number) {
        return new LineChart.Value(year, BigDecimal.valueOf(number));
    }
}
