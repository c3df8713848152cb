package fr.pleiade.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LineChartTest {
    @Test
    void theSentenceComparesTheLastYearWithTheFirst() {
        SortedMap<Integer, BigDecimal> values = byYear(2017, 1500, 2010, 1000);
        assertThat(LineChart.of("inscrits", values, Locale.FRENCH).sentence())
                .isEqualTo("Inscrits : 1\u202f500 en 2017, contre 1\u202f000 en 2010 (+50\u202f%).");
        assertThat(LineChart.of("students", values, Locale.ENGLISH).sentence())
                .isEqualTo("Students: 1,500 in 2017, after 1,000 in 2010 (+50%).");
    }

    @Test
    void everyNumberHasItsUnitAndWhatIsInPerCentChangesByPoints() {
        LineChart cost = chart(new Quantity("coût", "€"), byYear(2010, 1_500_000, 2017, 3_000_000));
        assertThat(cost.sentence())
                .isEqualTo("Coût : 3\u00a0M\u00a0€ en 2017, contre 1,5\u00a0M\u00a0€ en 2010 (+100\u202f%).");
        assertThat(last(cost).text()).isEqualTo("3\u00a0M\u00a0€");
        assertThat(chart(new Quantity("part", "%"), byYear(2010, 40, 2017, 45)).sentence())
                .isEqualTo("Part : 45\u202f% en 2017, contre 40\u202f% en 2010 (+5\u00a0points).");
    }

    private static LineChart chart(Quantity quantity, SortedMap<Integer, BigDecimal> byYear) {
        return LineChart.of(quantity, byYear, LineChart.Scale.of(byYear.values()), Locale.FRENCH);
    }

    @Test
    void theLineGoesFromTheFirstYearToTheLastAndNoughtIsItsBase() {
        LineChart chart = LineChart.of("n", byYear(2010, 0, 2012, 10), Locale.ENGLISH);
        assertThat(chart.dots()).hasSize(2);
        assertThat(chart.dots().get(0).x()).isLessThan(chart.dots().get(1).x());
        assertThat(chart.dots().get(0).y())
                .isEqualTo(chart.base())
                .isGreaterThan(chart.dots().get(1).y());
        assertThat(chart.sentence()).isEqualTo("N: 10 in 2012.");
    }

    @Test
    void noLabelLiesOverTheLine() {
        LineChart falling = LineChart.of("n", byYear(2010, 20000, 2012, 12000), Locale.ENGLISH);
        assertThat(last(falling).y()).isGreaterThan(falling.dots().get(1).y());
        LineChart rising = LineChart.of("n", byYear(2010, 12000, 2012, 20000), Locale.ENGLISH);
        assertThat(last(rising).y()).isLessThan(rising.dots().get(1).y());
        // at nought there is no room below: above the line, where "0" begins 8 of the 336 units before its end, 2.9 of
        // 120 above nought
        LineChart toNought = LineChart.of("n", byYear(2010, 10, 2012, 0), Locale.ENGLISH);
        assertThat(last(toNought).y()).isEqualTo(139.1);
        // a peak just before the end: below
        LineChart peak = LineChart.of("n", byYear(2010, 10000, 2018, 10000, 2019, 20000, 2020, 10000), Locale.ENGLISH);
        assertThat(last(peak).y()).isEqualTo(peak.dots().get(3).y() + 20);
    }

    private static LineChart.Label last(LineChart chart) {
        return chart.labels().get(chart.labels().size() - 1);
    }

    @Test
    void oneValueOrManyEqualOnesAreDrawnToo() {
        assertThat(LineChart.of("n", byYear(2010, 7), Locale.ENGLISH).path()).doesNotContain("NaN");
        assertThat(LineChart.of("n", byYear(2010, 0, 2011, 0), Locale.ENGLISH).path())
                .doesNotContain("NaN", "Infinity");
    }

    private static SortedMap<Integer, BigDecimal> byYear(int... yearsAndNumbers) {
        SortedMap<Integer, BigDecimal> byYear = new TreeMap<>();
        for (int i = 0; i < yearsAndNumbers.length; i += 2) {
            byYear.put(yearsAndNumbers[i], BigDecimal.valueOf(yearsAndNumbers[i + 1]));
        }
        return byYear;
    }
}
