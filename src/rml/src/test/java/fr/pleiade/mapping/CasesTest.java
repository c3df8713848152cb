package fr.pleiade.mapping;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.engine.Run;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.rdf.Quad;
import fr.pleiade.sources.CsvException;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each feature that {@code mappings/RML.md} claims, a folder each in {@code src/test/resources/cases}, written by hand.
 *
 * <p>A folder holds {@code mapping.ttl}, which says what it tries and which section of which specification asks for it; its sources;
 * and either {@code expected.nq}, {@code findings.txt} with a line {@code file:line: rule} for each finding (none where it is absent) and
 * {@code target-NAME.nq} with the quads of the target NAME, or {@code error.txt} with how the error begins and, after {@code : }, what it
 * says.
 */
class CasesTest {
    private static final Path CASES = Path.of("src/rml/src/test/resources/cases");
    private static final String BASE = "http://example.org/";

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesWhatItExpects(String name, @TempDir Path folder) throws IOException {
        copy(CASES.resolve(name), folder);
        Path error = folder.resolve("error.txt");
        List<Finding> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Mapping.read(folder.resolve("mapping.ttl"), BASE, IdentifierSystems.NONE)
                    .run(Run.in(folder).withFindings(findings::add), out);
        } catch (MappingException | CsvException e) {
            assertThat(error)
                    .as("an error that is not expected: " + e.getMessage())
                    .exists();
            String[] expected = lines(error).get(0).split(": ", 2);
            assertThat(e.getMessage()).contains(expected[0]).contains(expected[1]);
            return;
        }
        assertThat(error).as("the error is not found").doesNotExist();
        assertThat(findings.stream().map(CasesTest::placeAndRule))
                .containsExactlyElementsOf(lines(folder.resolve("findings.txt")));
        assertThatGraph(quads(out.toByteArray(), Syntax.N_QUADS)).isIsomorphicTo(expected(folder, "expected.nq"));
        for (String target : names(folder, "target-")) {
            Path written = folder.resolve(target.substring("target-".length(), target.length() - ".nq".length()));
            assertThatGraph(quads(
                            Files.readAllBytes(written), Syntax.ofFile(written).orElseThrow()))
                    .isIsomorphicTo(expected(folder, target));
        }
    }

    static List<String> cases() throws IOException {
        return names(CASES, "");
    }

    private static List<String> names(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String name : names(from, "")) {
            Files.copy(from.resolve(name), to.resolve(name));
        }
    }

    private static String placeAndRule(Finding finding) {
        return finding.place() instanceof Place.InCell cell
                ? cell.file() + ":" + cell.line() + ": " + finding.rule()
                : finding.describe();
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static List<Quad> expected(Path folder, String name) throws IOException {
        return quads(Files.readAllBytes(folder.resolve(name)), Syntax.N_QUADS);
    }

    private static List<Quad> quads(byte[] text, Syntax syntax) {
        LinkedHashSet<Quad> quads = new LinkedHashSet<>();
        RdfReader.read(new ByteArrayInputStream(text), "the output", syntax, BASE, quads::add);
        return List.copyOf(quads);
    }
}
