package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSorterTest {
    @TempDir
    Path folder;

    @Test
    void linesComeInTheOrderOfTheirUnsignedBytes() throws IOException {
        assertThat(sorted(1 << 20, "é\nb\na b\na\nab\nz\n")).containsExactly("a", "a b", "ab", "b", "z", "é");
    }

    @Test
    void duplicatesEmptyLinesAndAMissingLastLineEndAreMended() throws IOException {
        assertThat(sorted(1 << 20, "\nb\n\nb\na\nb")).containsExactly("a", "b");
    }

    @Test
    void nothingGivesNothing() throws IOException {
        assertThat(sorted(1 << 20, "")).isEmpty();
    }

    /** The smaller the memory, the more runs are spilled; 16 bytes give more runs than are merged at once. */
    @ParameterizedTest
    @ValueSource(ints = {16, 100, 1_000, 30_000, 1 << 20})
    void theResultDoesNotDependOnTheMemory(int memoryBytes) throws IOException {
        long seed = 20261123;
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            lines.add("<http://example.org/" + random.nextInt(2_000) + "> \"" + "x".repeat(random.nextInt(40)) + "\"");
        }
        lines.add("y".repeat(200_000));
        assertThat(sorted(memoryBytes, String.join("\n", lines)))
                .as("seed %d", seed)
                .containsExactlyElementsOf(new TreeSet<>(lines));
    }

    @Test
    void aSortedFileIsMergedIn() throws IOException {
        Path file = Files.writeString(folder.resolve("sorted.nq"), "b\nd\n");
        List<String> result = new ArrayList<>();
        try (LineSorter sorter = new LineSorter(folder, 1 << 20)) {
            sorter.addSorted(file);
            sorter.write("c\nb\na\n".getBytes(StandardCharsets.UTF_8));
            sorter.drain((bytes, start, end) -> result.add(text(bytes, start, end)));
        }
        assertThat(result).containsExactly("a", "b", "c", "d");
        assertThat(file).exists();
    }

    @Test
    void whatWasSpilledIsRemoved() throws IOException {
        sorted(4, "c\nb\na\nd\nf\n");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    private List<String> sorted(int memoryBytes, String text) throws IOException {
        List<String> result = new ArrayList<>();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (LineSorter sorter = new LineSorter(folder, memoryBytes)) {
            for (int at = 0; at < bytes.length; at += 7) {
                sorter.write(bytes, at, Math.min(7, bytes.length - at));
            }
            sorter.drain((line, start, end) -> result.add(text(line, start, end)));
        }
        return result;
    }

    private static String text(byte[] bytes, int start, int end) {
        return new String(bytes, start, end - start, StandardCharsets.UTF_8);
    }
}
