package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.mapping.yaml.YamlException;
import fr.pleiade.mapping.yaml.YamlNode;
import fr.pleiade.mapping.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is done to the lines of a sheet, it is read, or what is wrong with it is said. */
class SheetFuzzTest {
    private static final Path CASES = Path.of("src/rml/src/test/resources/sheet");
    private static final int TRIES = Integer.getInteger("pleiade.fuzz.tries", 40);
    private static final List<String> WORDS = List.of(
            "{}",
            "[]",
            "~",
            "''",
            "a",
            "skip",
            "key",
            "{ is: key }",
            "[a, b]",
            "{ a: b }",
            "'{x}'",
            "'{'",
            "'*'",
            "-1",
            "true");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("cases")
    void aSpoiltSheetIsReadOrToldWhatIsWrong(String name) throws IOException {
        long seed = name.hashCode();
        Random random = new Random(seed);
        List<String> lines = Files.readAllLines(CASES.resolve(name).resolve("mapping.yml"));
        for (int i = 0; i < TRIES; i++) {
            String spoilt = String.join("\n", spoil(new ArrayList<>(lines), random)) + "\n";
            Path sheet = Files.writeString(folder.resolve("mapping.yml"), spoilt);
            try {
                read(sheet);
            } catch (MappingException | YamlException told) {
                assertThat(told.getMessage()).as("seed %d:%n%s", seed, spoilt).contains("mapping.yml");
            } catch (RuntimeException e) {
                throw new AssertionError("seed %d:%n%s".formatted(seed, spoilt), e);
            }
        }
    }

    private void read(Path sheet) {
        Mapping.read(List.of(sheet), CaseFolders.BASE, IdentifierSystems.NONE, folder);
        YamlNode document = YamlReader.read(sheet);
        if (Sheet.isSheet(document)) {
            Sheet.description(sheet, CaseFolders.BASE, "d");
            Sheet read = Sheet.read("mapping.yml", document, CaseFolders.BASE, "d", IdentifierSystems.NONE);
            read.terms();
            read.links(Map.of("towns", new Keyed(List.of(CaseFolders.BASE + "T"), CaseFolders.BASE + "c")));
            Mapping.csvw(sheet, CaseFolders.BASE, IdentifierSystems.NONE, folder, loss -> {});
        }
    }

    private static List<String> spoil(List<String> lines, Random random) {
        int at = random.nextInt(lines.size());
        String line = lines.get(at);
        switch (random.nextInt(6)) {
            case 0 -> lines.remove(at);
            case 1 -> lines.add(at, line);
            case 2 -> Collections.swap(lines, at, random.nextInt(lines.size()));
            case 3 -> lines.set(at, line.replaceFirst(":.*", ": " + WORDS.get(random.nextInt(WORDS.size()))));
            case 4 -> lines.set(at, line.isEmpty() ? "x" : line.substring(0, random.nextInt(line.length())));
            default ->
                lines.set(
                        at,
                        line.replaceFirst(
                                "\\w+", WORDS.get(random.nextInt(WORDS.size())).replace("$", "")));
        }
        return lines;
    }

    static List<String> cases() throws IOException {
        try (var folders = Files.list(CASES)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
