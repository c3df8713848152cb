package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphTriplesTest {
    private static final String QUADS = """
            <http://e/s> <http://e/p> "a <http://e/g> ." <http://e/g> .
            # a comment

            _:b <http://e/p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> <http://e/g> .
            """;

    @Test
    void theGraphGoesAndTheRestStays() throws IOException {
        try (GraphTriples triples = triples(QUADS)) {
            assertThat(new String(triples.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("""
                            <http://e/s> <http://e/p> "a <http://e/g> ." .
                            _:b <http://e/p> "1.50"^^<http://www.w3.org/2001/XMLSchema#decimal> .
                            """);
        }
    }

    @Test
    void triplesAreCounted() throws IOException {
        int bytes = triples(QUADS).readAllBytes().length;
        assertThat(triples(QUADS).size()).isEqualTo(new GraphTriples.Size(2, bytes));
        assertThat(triples("").size()).isEqualTo(new GraphTriples.Size(0, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<http://e/s> <http://e/p> <http://e/o> <http://e/h> .",
                "<http://e/s> <http://e/p> <http://e/g> .",
                "<http://e/s> <http://e/p> \"a <http://e/g> .\" .",
                "garbage"
            })
    void aLineOfAnotherGraphIsRefused(String line) {
        assertThatThrownBy(() -> triples("<http://e/s> <http://e/p> <http://e/o> <http://e/g> .\n" + line)
                        .size())
                .isInstanceOfSatisfying(
                        GraphTriples.OtherGraph.class, e -> assertThat(e.line()).isEqualTo(2));
    }

    private static GraphTriples triples(String quads) {
        return new GraphTriples(new ByteArrayInputStream(quads.getBytes(StandardCharsets.UTF_8)), "http://e/g");
    }
}
