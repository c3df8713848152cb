package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each feature that {@code mappings/RML.md} claims, a folder each in {@code src/test/resources/cases}, written by hand.
 *
 * <p>{@code mapping.ttl} says what it tries and which section of which specification asks for it; {@link CaseFolders} says what else a folder holds.
 */
class CasesTest {
    private static final Path RESOURCES = Path.of("src/rml/src/test/resources/cases");
    private static final CaseFolders CASES = new CaseFolders(RESOURCES, "mapping.ttl", Path.of("mappings/RML.md"));

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesWhatItExpects(String name, @TempDir Path folder) throws IOException {
        CASES.run(name, folder);
    }

    static List<String> cases() throws IOException {
        return CASES.names();
    }

    @Test
    void everyWordThatThePageClaimsIsInACase() throws IOException {
        assertThat(CASES.unprovedWords()).isEmpty();
    }

    @Test
    void everyReadingAndEveryRefusalOnThePageNamesItsCases() throws IOException {
        CASES.assertThatEveryLineNamesItsCases(20);
    }

    @Test
    void everyExampleOnThePageIsPartOfACase() throws IOException {
        CASES.assertThatEveryExampleIsPartOf(List.of(RESOURCES.resolve("function-code/systems.ttl")));
    }
}
