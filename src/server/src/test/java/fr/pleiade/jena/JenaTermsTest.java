package fr.pleiade.jena;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JenaTermsTest {
    private static final long SEED = 5646;

    /** Else documents would have one case of a tag and the endpoint another one. */
    @Test
    void jenaWritesLanguageTagsInTheSameCase() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            String tag = tag(random);
            Term literal = Term.Literal.inLanguage("salut", tag);
            assertThat(JenaTerms.term(JenaTerms.node(literal)))
                    .as("seed %d: %s", SEED, tag)
                    .isEqualTo(literal);
            assertThat(JenaTerms.node(literal).getLiteralLanguage())
                    .as("seed %d: %s", SEED, tag)
                    .isEqualTo(((Term.Literal) literal).language());
        }
    }

    /** {@return a well-formed tag: language, then at random script, region, variant, extension and private use} */
    private static String tag(Random random) {
        List<String> parts = new ArrayList<>(List.of(letters(random, 2 + random.nextInt(2))));
        if (random.nextBoolean()) {
            parts.add(letters(random, 4));
        }
        if (random.nextBoolean()) {
            parts.add(random.nextBoolean() ? letters(random, 2) : "%03d".formatted(random.nextInt(1_000)));
        }
        if (random.nextInt(3) == 0) {
            parts.add(random.nextBoolean() ? "1901" : letters(random, 5 + random.nextInt(4)));
        }
        if (random.nextInt(3) == 0) {
            parts.addAll(List.of(random.nextBoolean() ? "u" : "T", letters(random, 2 + random.nextInt(7))));
        }
        if (random.nextInt(3) == 0) {
            parts.addAll(List.of(random.nextBoolean() ? "x" : "X", letters(random, 1 + random.nextInt(8))));
        }
        return String.join("-", parts);
    }

    private static String letters(Random random, int number) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < number; i++) {
            letters.append((char) ((random.nextBoolean() ? 'a' : 'A') + random.nextInt(26)));
        }
        return letters.toString();
    }
}
