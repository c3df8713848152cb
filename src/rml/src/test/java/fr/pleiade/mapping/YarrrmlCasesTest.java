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
 * One case for each feature that {@code mappings/YARRRML.md} claims, a folder each in {@code src/test/resources/yarrrml}, written by hand.
 *
 * <p>{@code mapping.yml} says what it tries; {@link CaseFolders} says what else a folder holds.
 */
class YarrrmlCasesTest {
    private static final Path RESOURCES = Path.of("src/rml/src/test/resources/yarrrml");
    private static final CaseFolders CASES = new CaseFolders(RESOURCES, "mapping.yml", Path.of("mappings/YARRRML.md"));

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesWhatItExpects(String name, @TempDir Path folder) throws IOException {
        CASES.run(name, folder);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesTheSameFromItsTranslation(String name, @TempDir Path folder) throws IOException {
        CASES.runTranslated(name, folder);
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
        CASES.assertThatEveryExampleIsPartOf(List.of());
    }
}
