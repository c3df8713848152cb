package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowSortTest {
    private static final long SEED = 4711;
    private static final int ROWS = 50_000;
    private static final int[] POSG = {2, 3, 1, 0};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 9_999, 313})
    void rowsComeInTheOrderOfTheIndexEachOnce(int rowsInMemory) {
        Random random = new Random(SEED);
        TreeSet<String> expected = new TreeSet<>();
        try (RowFile rows = new RowFile(folder.resolve("rows"))) {
            for (int i = 0; i < ROWS; i++) {
                long[] row = {random.nextInt(3), random.nextInt(1_000), random.nextInt(20), random.nextInt(50) - 25};
                rows.add(row[0], row[1], row[2], row[3]);
                expected.add(text(new long[] {row[2], row[3], row[1], row[0]}));
            }
            rows.flush();
            try (RowSort sort = new RowSort(rows, POSG, folder.resolve("run"), rowsInMemory)) {
                assertThat(texts(sort.sorted())).as("seed %d", SEED).containsExactlyElementsOf(expected);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void noRowsAreNoRows() {
        try (RowFile rows = new RowFile(folder.resolve("rows"));
                RowSort sort = new RowSort(rows, POSG, folder.resolve("run"), 10)) {
            assertThat(sort.sorted().hasNext()).isFalse();
        }
    }

    private static List<String> texts(Iterator<long[]> rows) {
        List<String> texts = new ArrayList<>();
        rows.forEachRemaining(row -> texts.add(text(row)));
        return texts;
    }

    /** A text that sorts as the row does: unsigned numbers in hexadecimal. */
    private static String text(long[] row) {
        return "%016x %016x %016x %016x".formatted(row[0], row[1], row[2], row[3]);
    }
}
