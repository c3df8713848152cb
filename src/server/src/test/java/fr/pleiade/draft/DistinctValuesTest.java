package fr.pleiade.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.pleiade.quads.Hash64;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DistinctValuesTest {
    @Test
    void fewValuesAreAllKeptAndCounted() {
        DistinctValues values = new DistinctValues(10);
        for (String value : new String[] {"b", "a", "b", "c", "b"}) {
            add(values, value, 1);
        }
        assertThat(values.isExact()).isTrue();
        assertThat(values.distinct()).isEqualTo(3);
        assertThat(values.filled()).isEqualTo(5);
        assertThat(values.first()).isEqualTo("b");
        assertThat(values.values())
                .filteredOn(value -> value.text.equals("b"))
                .singleElement()
                .satisfies(value -> assertThat(value.cells).isEqualTo(3));
    }

    @Test
    void manyValuesAreEstimatedWithinTenPercentAndNoMoreAreKept() {
        DistinctValues values = new DistinctValues(1024);
        for (int i = 0; i < 100_000; i++) {
            add(values, "value " + i % 50_000, i + 2);
        }
        assertThat(values.isExact()).isFalse();
        assertThat(values.values()).hasSize(1024);
        assertThat((double) values.distinct()).isCloseTo(50_000, within(5_000.0));
    }

    @Test
    void theCountsOfWhatIsKeptAreExactAndItsFirstLineIsTheFirst() {
        DistinctValues values = new DistinctValues(100);
        for (int i = 0; i < 30_000; i++) {
            add(values, "value " + i % 10_000, i + 2);
        }
        assertThat(values.values()).hasSize(100).allSatisfy(value -> {
            assertThat(value.cells).isEqualTo(3);
            assertThat(value.line).isEqualTo(Long.parseLong(value.text.substring(6)) + 2);
        });
    }

    private static void add(DistinctValues values, String value, long line) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        values.add(bytes, 0, bytes.length, Hash64.of(bytes, 0, bytes.length), line);
    }
}
