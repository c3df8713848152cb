package fr.pleiade.quality.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Place;
import fr.pleiade.findings.Text;
import fr.pleiade.quality.SmallCounts;
import fr.pleiade.testing.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Each example was worked out on paper: what is hidden (·), and that the rest does not give it back. */
class CountTableTest {
    private static final Text WHY = new Text("few people", "peu de personnes");
    private static final Place.InLine HERE = new Place.InLine("dataset.ttl", 7);
    private static final SmallCounts PARTS =
            new SmallCounts(5, List.of("a", "b", "c"), "", SmallCounts.TotalRows.NONE, WHY, HERE);
    private static final SmallCounts SUMS =
            new SmallCounts(5, List.of("a", "b", "c"), "sum", SmallCounts.TotalRows.NONE, WHY, HERE);
    private static final SmallCounts CROSSED = new SmallCounts(
            5, List.of("f", "m"), "sum", new SmallCounts.TotalRows("level", "all", List.of("school")), WHY, HERE);

    @Test
    void whatIsUnderTheThresholdIsHiddenAndNothingElse() {
        assertThat(shown(PARTS, "4 5 0", "1 - 100")).containsExactly("· 5 0", "· - 100");
    }

    @Test
    void aSumWouldGiveOneBackSoThatTheLeastOtherIsHiddenToo() {
        assertThat(shown(SUMS, "3 20 40 63")).containsExactly("· · 40 63");
        assertThat(shown(SUMS, "3 40 20 63")).containsExactly("· 40 · 63");
    }

    @Test
    void twoSmallOnesHideEachOtherUnlessTheirSumIsSmall() {
        assertThat(shown(SUMS, "4 3 40 47")).containsExactly("· · 40 47");
        assertThat(shown(SUMS, "1 3 40 44")).as("44 - 40 is 4").containsExactly("· · · 44");
    }

    @Test
    void whereAllElseIsZeroTheSumIsHidden() {
        assertThat(shown(SUMS, "3 0 0 3")).containsExactly("· 0 0 ·");
        assertThat(shown(SUMS, "4 4 0 8")).containsExactly("· · 0 8");
        assertThat(shown(SUMS, "2 2 0 4")).containsExactly("· · 0 ·");
    }

    @Test
    void aRowWithNothingSmallIsShownWhole() {
        assertThat(shown(SUMS, "5 20 40 65", "0 0 9 9")).containsExactly("5 20 40 65", "0 0 9 9");
    }

    @Test
    void aSumThatIsNotThereGivesNothingBack() {
        assertThat(shown(SUMS, "3 20 40 -")).containsExactly("· 20 40 -");
    }

    @Test
    void rowsThatAreSumsOfRowsGiveBackTooAndSoDoBothTogether() {
        // school 1: level L (3+20=23), M (30+40=70), all (33+60=93)
        assertThat(shown(CROSSED, "L 3 20 23", "M 30 40 70", "all 33 60 93"))
                .as("the 3 hides the 20 beside it; each of them the one below; these two protect each other")
                .containsExactly("· · 23", "· · 70", "33 60 93");
    }

    @Test
    void whatAnEarlierReleaseHidStaysHidden() {
        CountTable table = new CountTable(SUMS);
        table.add(new double[] {10, 20, 40, 70}, List.of(), false);
        table.hideAsBefore(0, 0);
        table.protect();
        assertThat(table.isHidden(0, 0)).isTrue();
        assertThat(table.isHidden(0, 1)).as("it would give the first back").isTrue();
        assertThat(table.isHidden(0, 2)).isFalse();
        assertThat(table.isSmall(0, 0)).isFalse();
    }

    /** Of every row, no reader who knows the sum can work out a small count. */
    @Test
    void inNoRowIsASmallCountAloneAndNoHiddenSumIsSmall() {
        long seed = Seed.VALUE;
        Random random = new Random(seed);
        for (int i = 0; i < 2000; i++) {
            int a = random.nextInt(12);
            int b = random.nextInt(12);
            int c = random.nextInt(12);
            String[] cells = shown(SUMS, a + " " + b + " " + c + " " + (a + b + c))
                    .get(0)
                    .split(" ");
            int[] values = {a, b, c};
            int unknown = 0;
            int sum = 0;
            for (int cell = 0; cell < 3; cell++) {
                assertThat(cells[cell].equals("·") || values[cell] == 0 || values[cell] >= 5)
                        .as("seed " + seed)
                        .isTrue();
                unknown += cells[cell].equals("·") ? 1 : 0;
                sum += cells[cell].equals("·") ? values[cell] : 0;
            }
            boolean known = !cells[3].equals("·") && unknown > 0;
            assertThat(known && (unknown == 1 || sum < 5))
                    .as("seed %d: %s", seed, String.join(" ", cells))
                    .isFalse();
        }
    }

    /** A row is its counts; of a table with rows that are sums, after what it is of. */
    private static List<String> shown(SmallCounts declared, String... rows) {
        CountTable table = new CountTable(declared);
        int labels = declared.rows().exist() ? 1 : 0;
        int width = declared.counts().size();
        for (String row : rows) {
            String[] cells = row.split(" ");
            double[] counts = new double[width];
            for (int i = 0; i < width; i++) {
                counts[i] = cells[i + labels].equals("-") ? Double.NaN : Double.parseDouble(cells[i + labels]);
            }
            table.add(counts, List.of("1"), cells[0].equals(declared.rows().member()));
        }
        table.protect();
        List<String> shown = new ArrayList<>();
        for (int row = 0; row < rows.length; row++) {
            String[] cells = rows[row].split(" ");
            List<String> left = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                left.add(table.isHidden(row, i) ? "·" : cells[i + labels]);
            }
            shown.add(String.join(" ", left));
        }
        return shown;
    }
}
