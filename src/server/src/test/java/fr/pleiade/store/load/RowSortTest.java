package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.pleiade.quads.SortedRuns;
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

    /** Sixty-four readers and a writer of 128 KiB. */
    private static final long MOST_BUFFER_BYTES = 65 * (128 << 10);

    private static final int[] POSG = {2, 3, 1, 0};

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 9_999, 313, 7})
    void rowsComeInTheOrderOfTheIndexEachOnce(int rowsInMemory) {
        Random random = new Random(SEED);
        TreeSet<String> expected = new TreeSet<>();
        try (RowFile rows = new RowFile(folder.resolve("rows"), new RowBuffers(1, 100))) {
            for (int i = 0; i < ROWS; i++) {
                long[] row = {random.nextInt(3), random.nextInt(1_000), random.nextInt(20), random.nextInt(50) - 25};
                rows.add(row[0], row[1], row[2], row[3]);
                expected.add(text(new long[] {row[2], row[3], row[1], row[0]}));
            }
            rows.finish();
            try (RowSort sort = new RowSort(rows, POSG, folder.resolve("run"), rowsInMemory)) {
                assertThat(texts(sort.sorted())).as("seed %d", SEED).containsExactlyElementsOf(expected);
                assertThat(sort.bufferBytes()).isLessThanOrEqualTo(MOST_BUFFER_BYTES);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** Runs beside the bound: none is merged twice where that is not needed, and none is forgotten. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 128, 129, 4_096, 4_097, 5_000})
    void anyNumberOfRunsIsMergedWithFewFilesOpen(int runs) {
        try (RowFile rows = new RowFile(folder.resolve("rows"), new RowBuffers(1, 100))) {
            for (int i = 0; i < runs; i++) {
                rows.add(i * 7919L % runs, 1, 2, 3);
            }
            rows.finish();
            try (RowSort sort = new RowSort(rows, new int[] {0, 1, 2, 3}, folder.resolve("run"), 1)) {
                Iterator<long[]> sorted = sort.sorted();
                assertThat(folder.toFile().list()).hasSizeLessThanOrEqualTo(1 + SortedRuns.FAN_IN);
                for (int i = 0; i < runs; i++) {
                    assertThat(sorted.next()[0]).isEqualTo(i);
                }
                assertThat(sorted.hasNext()).isFalse();
                assertThat(sort.bufferBytes()).isLessThanOrEqualTo(MOST_BUFFER_BYTES);
            }
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void buffersBeyondTheBoundAreAFaultOfOurs() {
        RowBuffers buffers = new RowBuffers(1, 10);
        buffers.giveBack(buffers.take());
        buffers.take();
        assertThatIllegalStateException().isThrownBy(buffers::take);
        assertThat(buffers.allocatedBytes()).isEqualTo(320);
    }

    @Test
    void noRowsAreNoRows() {
        try (RowFile rows = new RowFile(folder.resolve("rows"), new RowBuffers(1, 100));
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
