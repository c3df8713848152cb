package fr.pleiade.store.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCountsTest {
    private static final StoreCounts COUNTS = new StoreCounts(
            counts(3, Map.of("http://e/p", 2L, "http://e/q", 1L), Map.of()),
            new TreeMap<>(Map.of(
                    "http://e/g1", counts(2, Map.of("http://e/p", 2L), Map.of()),
                    "http://e/g2", counts(2, Map.of("http://e/p", 1L, "http://e/q", 1L), Map.of("http://e/C", 1L)))));

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        COUNTS.write(folder);
        assertThat(StoreCounts.read(folder)).contains(COUNTS);
        assertThat(Files.readString(StoreCounts.file(folder))).isEqualTo("""
                        counts	1
                        triples	3
                        property	http://e/p	2
                        property	http://e/q	1
                        graph	http://e/g1
                        triples	2
                        property	http://e/p	2
                        graph	http://e/g2
                        triples	2
                        property	http://e/p	1
                        property	http://e/q	1
                        class	http://e/C	1
                        end
                        """);
    }

    @Test
    void anIndexOfAnEarlierVersionHasNone() {
        assertThat(StoreCounts.read(folder)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 12})
    void aFileThatWasCutShortSaysNothing(int lines) throws IOException {
        COUNTS.write(folder);
        List<String> all = Files.readAllLines(StoreCounts.file(folder));
        Files.write(StoreCounts.file(folder), all.subList(0, lines));
        assertThat(StoreCounts.read(folder)).isEmpty();
    }

    private static GraphCounts counts(long triples, Map<String, Long> properties, Map<String, Long> classes) {
        return new GraphCounts(triples, new TreeMap<>(properties), new TreeMap<>(classes));
    }
}
