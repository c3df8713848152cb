package fr.pleiade.mapping.join;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.mapping.bytes.Bytes;
import fr.pleiade.mapping.bytes.Terms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinIndexTest {
    /** Some forty sorted files, four hundred, and more than can be merged in two steps. */
    @ParameterizedTest
    @ValueSource(ints = {10_000, 1_000, 50})
    void anIndexThatDoesNotFitIntoMemoryGivesTheSame(int mostBytes) {
        Random random = new Random(7);
        Map<String, List<String>> expected = new HashMap<>();
        try (JoinIndex index = new JoinIndex(mostBytes)) {
            Terms keys = new Terms();
            Terms subjects = new Terms();
            for (int i = 0; i < 20_000; i++) {
                String key = "k" + random.nextInt(3_000);
                fill(keys, key);
                fill(subjects, "<s" + i + ">");
                index.add(keys, subjects);
                expected.computeIfAbsent(key, k -> new ArrayList<>()).add("<s" + i + ">");
            }
            index.complete();
            for (int k = 0; k < 3_100; k++) {
                fill(keys, "k" + k);
                Terms found = new Terms();
                index.write(keys, found);
                assertThat(texts(found)).isEqualTo(expected.getOrDefault("k" + k, List.of()));
            }
        }
    }

    private static void fill(Terms terms, String text) {
        terms.clear();
        terms.bytes().put(text.getBytes(StandardCharsets.UTF_8));
        terms.end();
    }

    private static List<String> texts(Terms terms) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            Bytes bytes = new Bytes();
            terms.copy(i, bytes);
            texts.add(bytes.toString());
        }
        return texts;
    }
}
