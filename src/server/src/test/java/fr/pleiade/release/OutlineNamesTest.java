package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site says of its outlines beside their corners. */
class OutlineNamesTest {
    @TempDir
    private Path ontology;

    private void write(String file, String text) throws IOException {
        Path path = ontology.resolve("maps").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    @Test
    void anOutlineHasANameInEachLanguageAndWhoseItIs() throws IOException {
        write("areas/a.txt", """
                # where these are from
                credit "Ours, CC0"@en "Les nôtres, CC0"@fr
                id/town/1 "Oneton"@en "Un"@fr | 0 0, 1 0, 1 1 | 2 2, 3 2, 3 3
                id/town/2|0 0,1 0,1 1
                """);
        assertThat(Outline.in(ontology)).as("areas are no land").isEmpty();
        assertThat(Outline.areas(ontology)).hasSize(2).first().satisfies(outline -> {
            assertThat(outline.name()).isEqualTo("id/town/1");
            assertThat(outline.labels().in(Locale.FRENCH)).isEqualTo("Un");
            assertThat(outline.credit().in(Locale.ENGLISH)).isEqualTo("Ours, CC0");
            assertThat(outline.polygons()).hasSize(2);
        });
        assertThat(Outline.areas(ontology).get(1).labels().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a \"unended | 0 0, 1 0, 1 1",
                "a \"no language\" | 0 0, 1 0, 1 1",
                "credit unquoted",
                "a | 0 0, 1 0",
                "a | 0 0, 1 0, 181 0",
                "a | 0 0, 1 0, x 0",
                "a"
            })
    void whatIsNoOutlineIsRefusedAtItsLine(String line) throws IOException {
        write("areas/a.txt", "# first\n" + line + "\n");
        assertThatThrownBy(() -> Outline.areas(ontology))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("a.txt:2");
    }
}
