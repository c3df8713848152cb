package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/**
 * What is misuse and what is not: an option whose value no run could use is told at once, in a sentence that names the option, with
 * exit code 2; an {@link IllegalArgumentException} inside a stage is our fault, with exit code 3.
 */
class MisuseTest {
    @TempDir
    static Path folder;

    private static TwoTowns site;

    @BeforeAll
    static void publish() throws IOException {
        site = new TwoTowns(folder.resolve("site"));
        site.towns("1,Bourg-en-Bresse");
        assertThat(site.run("publish")).isZero();
        Files.writeString(folder.resolve("mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> .
                <#m> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "a.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/{kind}" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/p> ; rml:objectMap [ rml:reference "link" ] ] .
                """);
        Files.writeString(folder.resolve("a.csv"), "kind,link\na,b\n");
    }

    static Stream<List<String>> misusedMap() {
        return Stream.of(
                List.of("--base", ""),
                List.of("--base", "data"),
                List.of("--base", "/data/"),
                List.of("--base", "//example.org/"),
                List.of("--base", "http://exa mple.org/"),
                List.of("--base", "http://example.org/{a}/"),
                List.of("--base", "http://example.org/<a>"),
                List.of("--base", "http://example.org/%zz/"),
                List.of("--base", "http://[::1/"),
                List.of("--base", "http://example.org/a\nb/"),
                List.of("--base", "1http://example.org/"),
                List.of("--base", "http:"),
                List.of("--base", "urn:example:"), // nothing can be resolved against it
                List.of("--sources", "no-such-folder"),
                List.of("--sources", "pom.xml"),
                List.of("--site", "no-such-folder"),
                List.of("--site", "pom.xml"),
                List.of("--systems", "no-such-file.ttl"),
                List.of("--systems", "src"),
                List.of("--mapping", "no-such-file.ttl"),
                List.of("--mapping", "src"),
                List.of("--output", "/"),
                List.of("--output", ""),
                List.of("--output", "src"),
                List.of("--output", "src/"),
                List.of("--output", "."),
                List.of("--threads", "0"),
                List.of("--threads", "-1"),
                List.of("--threads", "two"),
                List.of("--threads", "99999999999"),
                List.of("--on-error", "ignore"),
                List.of("--empty", "null"));
    }

    @ParameterizedTest
    @MethodSource("misusedMap")
    void anOptionThatNoMappingCouldUseIsNamed(List<String> option) {
        assertMisuse(option.get(0), () -> map(option));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "http://example.org/id#",
                "https://données.example/é/",
                "http://[::1]:8080/",
                "http://example.org/%20/"
            })
    void aBaseIsAnyIriThatOthersAreResolvedAgainst(String base) {
        Said said = map(List.of("--base", base));
        assertThat(said.code()).as(said.text()).isZero();
    }

    static Stream<List<String>> misused() {
        return Stream.of(
                List.of("publish", "--base", "data.example.org"),
                List.of("publish", "--base", "ftp://data.example.org/"),
                List.of("publish", "--base", "http://data.example.org"),
                List.of("publish", "--base", "http://data.example.org/a b/"),
                List.of("publish", "--base", "http://data.example.org/?a/"),
                List.of("publish", "--base", "http:///a/"),
                List.of("publish", "--base", ""),
                List.of("publish", "--port", "65536"),
                List.of("publish", "--port", "-1"),
                List.of("publish", "--port", "http"),
                List.of("publish", "--sources", "no-such-folder"),
                List.of("publish", "--site", "no-such-folder"),
                List.of("publish", "--state", "pom.xml"),
                List.of("publish", "--keep", "0"),
                List.of("publish", "--keep", "-1"),
                List.of("publish", "--keep", "all"),
                List.of("publish", "--loader", "tdb1"),
                List.of("publish", "--only", "no-such-dataset"),
                List.of("publish", "--only", ""),
                List.of("publish", "--graphs", "s3a://bucket/out"),
                List.of("publish", "--graphs", "http://local host/"),
                List.of("publish", "--store", "::"),
                List.of("publish", "--store", "http://"),
                List.of("publish", "--store", "file:///tmp"),
                List.of("publish", "--store", "http://localhost:99999/site"),
                List.of("publish", "--store", "http://localhost:0/site"),
                List.of("publish", "--store", "http://localhost:1/si te"),
                List.of(
                        "publish",
                        "--store",
                        "http://localhost:1/site",
                        "--store-user",
                        "a",
                        "--store-password-file",
                        "src"),
                List.of("publish", "--self-check", "PT1S", "--serve", "--port", "0", "--base", "http://e.example/"),
                List.of("publish", "--self-check", "1 hour", "--serve"),
                List.of("serve", "--base", "nonsense"),
                List.of("serve", "--port", "70000"),
                List.of("serve", "--self-check", "PT-1H"),
                List.of("serve", "--state", "pom.xml"),
                List.of("releases", "--state", "pom.xml"),
                List.of("releases", "prune", "--keep", "0"),
                List.of("releases", "prune", "--keep", "-3"),
                List.of("releases", "diff", "--lang", "de"),
                List.of("releases", "diff", "--lang", ""),
                List.of("releases", "diff", "--format", "xml"));
    }

    @ParameterizedTest
    @MethodSource("misused")
    void anOptionThatNoCommandCouldUseIsNamed(List<String> arguments) {
        String before = site.current();
        String option =
                arguments.stream().filter(a -> a.startsWith("--")).findFirst().orElseThrow();
        assertMisuse(option, () -> new Said(site.run(arguments.toArray(String[]::new)), site.said()));
        assertThat(site.current()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show", "rollback", "diff"})
    void aReleaseThatIsNotThereIsMisuse(String command) {
        Said said = new Said(site.run("releases", command, "1066"), site.said());
        assertThat(said.code()).as(said.text()).isEqualTo(2);
        assertThat(said.text())
                .contains("no release has an id that begins with '1066'")
                .doesNotContain("\tat ");
    }

    @Test
    void anIllegalArgumentInsideAStageIsOurFaultAndNotMisuse() {
        CommandLine command = new CommandLine(new Faulty()).setExecutionExceptionHandler(new Failures());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        command.setErr(new PrintWriter(said, true, StandardCharsets.UTF_8));
        assertThat(command.execute()).isEqualTo(3);
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("negative size")
                .contains("this is a fault of Pléiade itself");
    }

    /** A command one of whose stages calls another one as it must not be called. */
    @CommandLine.Command(name = "faulty")
    static final class Faulty implements Runnable {
        @Override
        public void run() {
            throw new IllegalArgumentException("negative size");
        }
    }

    private record Said(int code, String text) {}

    private static void assertMisuse(String option, Supplier<Said> run) {
        Said said = run.get();
        assertThat(said.code()).as(said.text()).isEqualTo(2);
        assertThat(said.text()).contains(option).doesNotContain("\tat ", "Exception");
    }

    private static Said map(List<String> option) {
        List<String> arguments = new ArrayList<>(List.of("map"));
        List.of("--mapping", "mapping.ttl", "--output", "out.nq", "--sources", "")
                .forEach(word -> arguments.add(word));
        for (int i = 1; i < arguments.size(); i += 2) {
            arguments.set(i + 1, folder.resolve(arguments.get(i + 1)).toString());
        }
        int known = arguments.indexOf(option.get(0));
        if (known < 0) {
            arguments.addAll(option);
        } else {
            arguments.set(known + 1, option.get(1));
        }
        PrintStream standard = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = Pleiade.execute(arguments.toArray(String[]::new));
            return new Said(code, printed.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(standard);
        }
    }
}
