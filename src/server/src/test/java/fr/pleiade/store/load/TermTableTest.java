package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermTableTest {
    private static final long SEED = 1789;

    @TempDir
    Path folder;

    @Test
    void everyHashIsFoundAgainAndTheyComeInTheirOrderHoweverOftenTheTableGrew() {
        Random random = new Random(SEED);
        List<long[]> entries = new ArrayList<>();
        try (TermTable table = new TermTable(folder.resolve("terms"), 2)) {
            for (long number = 0; number < 100_000; number++) {
                long[] entry = {random.nextLong(), random.nextLong(), number};
                entries.add(entry);
                table.add(entry[0], entry[1], entry[2]);
            }
            for (long[] entry : entries) {
                assertThat(table.find(entry[0], entry[1])).as("seed %d", SEED).isEqualTo(entry[2]);
                assertThat(table.find(entry[0], ~entry[1])).isEqualTo(TermTable.ABSENT);
            }
            List<long[]> sorted = new ArrayList<>();
            table.sorted().forEachRemaining(sorted::add);
            entries.sort((a, b) -> Long.compareUnsigned(a[0], b[0]));
            assertThat(sorted).containsExactlyElementsOf(entries);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void hashesThatShareTheirFirstHalfAreKeptApart() {
        try (TermTable table = new TermTable(folder.resolve("terms"), 2)) {
            for (long low = 0; low < 1_000; low++) {
                table.add(-1, low, low + 7);
            }
            assertThat(table.find(-1, 999)).isEqualTo(1_006);
            assertThat(table.find(-1, 1_000)).isEqualTo(TermTable.ABSENT);
        }
    }
}
