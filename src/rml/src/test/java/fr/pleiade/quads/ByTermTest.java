package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ByTermTest {
    private final ByTerm<String> values = new ByTerm<>();
    private final byte[] bytes = "<urn:a> <urn:b> <urn:a> .".getBytes(StandardCharsets.UTF_8);
    private final QuadLine line = new QuadLine().at(bytes, 0, bytes.length);

    @Test
    void valuesOfOneTermComeInTheirOrder() {
        add("<urn:a>", "first");
        add("<urn:b>", "other");
        add("<urn:a>", "second");

        assertThat(values.of(line, QuadLine.SUBJECT)).containsExactly("first", "second");
        assertThat(values.of(line, QuadLine.OBJECT)).containsExactly("first", "second");
        assertThat(values.of(line, QuadLine.PREDICATE)).containsExactly("other");
    }

    @Test
    void termsOfOtherLengthsAndLettersHaveNone() {
        add("<urn:>", "shorter");
        add("<urn:c>", "of other letters");

        assertThat(values.isEmpty()).isFalse();
        assertThat(values.of(line, QuadLine.SUBJECT)).isEmpty();
    }

    @Test
    void withoutValuesNoTermHasOne() {
        assertThat(values.isEmpty()).isTrue();
        assertThat(values.of(line, QuadLine.SUBJECT)).isEmpty();
    }

    private void add(String term, String value) {
        values.add(term.getBytes(StandardCharsets.UTF_8), value);
    }
}
