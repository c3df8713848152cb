package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import fr.pleiade.testing.Needed;
import fr.pleiade.web.LocalSample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The README does what it says: each of its curl lines is run against the bundled sample, each command line is understood. */
class ReadmeTest {
    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)\\)");
    private static final String WRITTEN_BASE = "http://localhost:8080/";

    @TempDir
    private static Path state;

    private static LocalSample sample;

    @BeforeAll
    static void publishTheSample() throws IOException {
        sample = LocalSample.start(state);
    }

    @AfterAll
    static void stop() {
        sample.close();
    }

    @ParameterizedTest
    @MethodSource("curlLines")
    void aCurlLineAnswersSomething(String line, @TempDir Path folder) throws Exception {
        Needed.file(Path.of("/usr/bin/curl"), "install curl");
        Path said = folder.resolve("said");
        Process shell = new ProcessBuilder(
                        "bash", "-c", line.replace(WRITTEN_BASE, sample.base()).replaceFirst("curl", "curl -fsS"))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(shell.waitFor()).as(Files.readString(said)).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.mapToLong(ReadmeTest::size).sum()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void aCommandLineIsUnderstood(String line) {
        String[] arguments = line.replaceFirst("#.*", "").strip().split("\\s+");
        assertThatCode(() -> Pleiade.commandLine().parseArgs(Arrays.copyOfRange(arguments, 1, arguments.length)))
                .doesNotThrowAnyException();
    }

    @Test
    void eachLinkIntoTheRepositoryLeadsToAFile() throws IOException {
        assertThat(LINK.matcher(readme()).results().map(link -> Path.of(link.group(1))))
                .isNotEmpty()
                .allMatch(Files::exists);
    }

    static List<String> curlLines() throws IOException {
        return shellLines("curl ");
    }

    static List<String> commandLines() throws IOException {
        return shellLines("./pleiade ");
    }

    private static List<String> shellLines(String beginning) throws IOException {
        return SHELL.matcher(readme())
                .results()
                .map(MatchResult::group)
                .flatMap(String::lines)
                .filter(line -> line.startsWith(beginning))
                .toList();
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
