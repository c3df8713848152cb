package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.store.Store;
import fr.pleiade.store.load.Loader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexedTermsTest {
    private static final String GRAPH = """
            <http://e/a> <http://e/link> <http://e/b> <http://e/g> .
            <http://e/a> <http://e/name> "A"@fr <http://e/g> .
            <http://e/a> <http://e/number> "7"^^<http://www.w3.org/2001/XMLSchema#integer> <http://e/g> .
            """;

    @TempDir
    Path folder;

    @Test
    void anIndexOfTheGraphHasItsTerms() throws IOException {
        assertThat(problem(Loader.OWN, GRAPH, GRAPH)).isEmpty();
        assertThat(problem(Loader.JENA, GRAPH, GRAPH)).isEmpty();
    }

    /** As many triples, but not those: so an index looks whose terms cannot be found. */
    @ParameterizedTest
    @CsvSource({
        "<http://e/a>, <http://e/z>",
        "<http://e/b>, <http://e/z>",
        "<http://e/name>, <http://e/z>",
        "<http://e/g>, <http://e/z>",
        "\"A\"@fr, \"Z\"@fr",
        "\"A\"@fr, \"A\"@en",
        "\"7\"^^, \"8\"^^"
    })
    void aTermThatIsNotFoundIsNamed(String term, String other) throws IOException {
        assertThat(problem(Loader.OWN, GRAPH.replace(term, other), GRAPH).orElseThrow())
                .contains("does not find")
                .contains(term);
    }

    @Test
    void aBlankNodeIsWhateverTheIndexCallsIt() throws IOException {
        String graph = GRAPH + "_:b <http://e/p> _:c <http://e/g> .\n_:b <http://e/q> \"x\" <http://e/g> .\n";
        assertThat(problem(Loader.OWN, graph, graph)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"9223372036854775808\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "\"18446744073709551616\"^^<http://www.w3.org/2001/XMLSchema#integer>",
                "\"9223372036854775807\"^^<http://www.w3.org/2001/XMLSchema#long>"
            })
    void aValueThatComesBackAsAnotherIsNamedWhereverItStands(String literal) throws IOException {
        for (String subject : List.of("<http://e/0>", "<http://e/a>", "<http://e/z>", "_:b")) {
            String line = subject + " <http://e/number> " + literal + " <http://e/g> .\n";
            assertThat(problem(Loader.JENA, GRAPH + line, GRAPH + line).orElseThrow())
                    .contains(literal)
                    .contains("another value");
            assertThat(problem(Loader.OWN, GRAPH + line, GRAPH + line)).isEmpty();
        }
    }

    /** The second graph's check must not be answered by what TDB2 remembers of the first one's. */
    @Test
    void aValueThatTwoGraphsHaveIsNamedToo() throws IOException {
        String line = "<http://e/a> <http://e/n> \"18446744073709551616\"^^<http://www.w3.org/2001/XMLSchema#integer> "
                + "<http://e/g> .\n";
        Path first = write(line.replace("e/g>", "e/h>").replace("18446744073709551616", "1"));
        Path second = write(line);
        Path index = Files.createTempDirectory(folder, "index");
        Loader.JENA.load(index, List.of(first, second), quads -> {});
        try (Store store = Store.open(index)) {
            assertThat(new IndexedTerms(store).problem(List.of(first, second))).isPresent();
        }
    }

    private Optional<String> problem(Loader loader, String loaded, String expected) throws IOException {
        Path index = Files.createTempDirectory(folder, "index");
        loader.load(index, List.of(write(loaded)), quads -> {});
        try (Store store = Store.open(index)) {
            return new IndexedTerms(store).problem(List.of(write(expected))).map(IndexedTerms.Problem::found);
        }
    }

    private Path write(String quads) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "graph", ".nq"), quads);
    }
}
