package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What somebody who writes a sheet by hand gets wrong is told at its line, with what to do.
 *
 * <p>{@code mistakes.txt} has them one after the other: {@code ===} and what it is, the sheet, and for each line that is told {@code ---},
 * the line and a part of the sentence.
 */
class SheetMistakesTest {
    private static final Path MISTAKES = Path.of("src/rml/src/test/resources/sheet-mistakes/mistakes.txt");
    private static final String CSV = "Code,Nom,2023,31/12/2023,Taux : %,École,Note #1\nA,Un,1,2,3,4,5\n";
    private static final Pattern TOLD = Pattern.compile("(?m)^--- ([0-9]+): (.*)\\R?");

    @TempDir
    private Path folder;

    record Mistake(String what, String sheet, List<String> told) {
        @Override
        public String toString() {
            return what;
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldAtItsLineWithWhatToDo(Mistake mistake) throws IOException {
        Path sheet = write(mistake.sheet());
        assertThatThrownBy(() -> run(sheet))
                .isInstanceOf(MappingException.class)
                .satisfies(e -> {
                    List<String> lines = String.valueOf(e.getMessage()).lines().toList();
                    for (String told : mistake.told()) {
                        String[] lineAndPart = told.split(": ", 2);
                        assertThat(lines)
                                .anySatisfy(line -> assertThat(line)
                                        .startsWith(sheet + ":" + lineAndPart[0] + ": ")
                                        .contains(lineAndPart[1]));
                    }
                });
    }

    /** What looks like a number, a date or a yes is a text all the same, and a part of a key. */
    @Test
    void whatYamlWouldReadAsSomethingElseIsAHeader() throws IOException {
        Path sheet = write("""
                url: a.csv
                columns:
                  Code: { is: key }
                  Nom: { is: key }
                  2023: integer
                  31/12/2023: integer
                  "Taux : %": decimal
                  "Note #1": code
                """);
        assertThat(run(sheet)).isEqualTo(6);
    }

    static List<Mistake> mistakes() throws IOException {
        List<Mistake> mistakes = new ArrayList<>();
        for (String block : Files.readString(MISTAKES).split("(?m)^=== ")) {
            if (block.isEmpty()) {
                continue;
            }
            String[] whatAndRest = block.split("\\R", 2);
            Matcher told = TOLD.matcher(whatAndRest[1]);
            List<String> expected =
                    told.results().map(r -> r.group(1) + ": " + r.group(2)).toList();
            assertThat(expected).as(whatAndRest[0]).isNotEmpty();
            mistakes.add(new Mistake(whatAndRest[0], told.replaceAll(""), expected));
        }
        return mistakes;
    }

    private Path write(String sheet) throws IOException {
        Files.writeString(folder.resolve("a.csv"), CSV);
        return Files.writeString(
                folder.resolve("mapping.yml"), sheet.replace("<TAB>", "\t").replace("<DECOMPOSED>", "E\u0301"));
    }

    private long run(Path sheet) {
        return Mapping.read(List.of(sheet), "http://example.org/", IdentifierSystems.NONE, folder)
                .run(Run.in(folder), OutputStream.nullOutputStream())
                .quads();
    }
}
