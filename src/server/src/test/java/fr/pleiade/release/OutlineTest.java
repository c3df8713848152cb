package fr.pleiade.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.Outline.Corner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The outlines that a site gives for its maps. */
class OutlineTest {
    @TempDir
    Path ontology;

    @Test
    void aSiteWithoutAFolderOfMapsHasNone() {
        assertThat(Outline.in(ontology)).isEmpty();
    }

    @Test
    void eachLineIsAnOutlineOfItsPolygons() throws IOException {
        maps("# land\nisland | 0 0, 1 0,1 1 | -2.5 3,4 5,6 7\n\nother|0 0,1 0,0 1\n");
        assertThat(Outline.in(ontology)).extracting(Outline::name).containsExactly("island", "other");
        assertThat(Outline.in(ontology).get(0).polygons())
                .containsExactly(
                        List.of(new Corner(0, 0), new Corner(1, 0), new Corner(1, 1)),
                        List.of(new Corner(-2.5, 3), new Corner(4, 5), new Corner(6, 7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "island",
                "island | 0 0, 1 0",
                "island | 0 0, 1 0, x 1",
                "island | 0 0, 1 0, 181 0",
                "i | 0 0 0, 1 0, 1 1"
            })
    void anythingElseIsRefusedAtItsLine(String line) throws IOException {
        maps("# land\n" + line + "\n");
        assertThatThrownBy(() -> Outline.in(ontology))
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining("land.txt:2: ")
                .hasMessageContaining("is no outline");
    }

    private void maps(String content) throws IOException {
        Files.createDirectories(ontology.resolve("maps"));
        Files.writeString(ontology.resolve("maps/land.txt"), content);
    }
}
