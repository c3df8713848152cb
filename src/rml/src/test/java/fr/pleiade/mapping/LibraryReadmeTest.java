package fr.pleiade.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code src/rml/README.md}, compiled and run as it stands there. */
class LibraryReadmeTest {
    private static final Map<String, String> FILES =
            Map.of("turtle", "mapping.ttl", "csv", "towns.csv", "java", "Example.java");

    @TempDir
    private Path folder;

    @Test
    void theExamplePrintsWhatThePageSays() throws IOException, InterruptedException {
        String page = Files.readString(Path.of("src/rml/README.md"));
        for (String language : FILES.keySet()) {
            Files.writeString(folder.resolve(FILES.get(language)), block(page, language));
        }
        assertThat(run()).isEqualTo(block(page, "text"));
        assertThat(Files.readAllLines(folder.resolve("towns.nq")))
                .containsExactly(
                        "<http://example.org/town/35238> <http://example.org/name> \"Rennes\" .",
                        "<http://example.org/town/35238> <http://example.org/people> \"225081\"^^<http://www.w3.org/2001/XMLSchema#integer> .",
                        "<http://example.org/town/29019> <http://example.org/name> \"Brest\" .");
        assertThat(folder.resolve("towns.nq.part")).doesNotExist();
    }

    private String run() throws IOException, InterruptedException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(java, "-Dfile.encoding=UTF-8", "-cp", classPath, "Example.java")
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("printed").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return Files.readString(folder.resolve("printed"), StandardCharsets.UTF_8);
    }

    private static String block(String page, String language) {
        Matcher block =
                Pattern.compile("(?ms)^```" + language + "\\n(.*?)^```$").matcher(page);
        assertThat(block.find()).as("a block of " + language).isTrue();
        return block.group(1);
    }
}
