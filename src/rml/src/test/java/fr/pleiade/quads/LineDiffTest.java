package fr.pleiade.quads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineDiffTest {
    @TempDir
    Path folder;

    @Test
    void linesThatWentAndCameAreWritten() throws IOException {
        assertThat(compare("<a> <p> <x> .\n<b> <p> <x> .\n", "<b> <p> <x> .\n<c> <p> <x> .\n"))
                .isEqualTo(2);
        assertThat(folder.resolve("removed")).hasContent("<a> <p> <x> .");
        assertThat(folder.resolve("added")).hasContent("<c> <p> <x> .");
    }

    @Test
    void theOtherValuesOfAPropertyThatLostOneAreAddedAgain() throws IOException {
        String one = "<a> <p> \"1.5\"^^<d> .\n";
        String other = "<a> <q> \"1.5\"^^<d> .\n";
        assertThat(compare(one + "<a> <p> \"1.50\"^^<d> .\n" + other, one + other))
                .isEqualTo(1);
        assertThat(folder.resolve("added")).hasContent(one);
    }

    private long compare(String before, String after) throws IOException {
        try (LineDiff diff = new LineDiff(folder.resolve("removed"), folder.resolve("added"))) {
            diff.compare(
                    Files.writeString(folder.resolve("before"), before),
                    Files.writeString(folder.resolve("after"), after));
            return diff.changes();
        }
    }
}
