package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DistinctLinesTest {
    @Test
    void eachLineIsPassedOnOnceInTheOrderOfFirstAppearance() throws IOException {
        assertThat(distinct(List.of("b\na\n", "b\nc", "\na\nc\n"), DistinctLines.MOST_BYTES))
                .containsExactly("b", "a", "c");
    }

    @Test
    void whatDoesNotFitIntoMemoryIsPassedOnOnceTooInTheEnd() throws IOException {
        Random random = new Random(42);
        StringBuilder text = new StringBuilder();
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 200_000; i++) {
            String line = "line " + random.nextInt(30_000);
            text.append(line).append('\n');
            expected.add(line);
        }
        List<String> lines = distinct(List.of(text.toString()), 20_000);
        assertThat(lines).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(distinct(List.of(text.toString()), 20_000)).isEqualTo(lines);
    }

    private static List<String> distinct(List<String> writes, int mostBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DistinctLines lines = DistinctLines.to(out, mostBytes)) {
            for (String write : writes) {
                lines.write(write.getBytes(StandardCharsets.UTF_8));
            }
            lines.finish();
            assertThat(lines.count())
                    .isEqualTo(out.toString(StandardCharsets.UTF_8).lines().count());
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
