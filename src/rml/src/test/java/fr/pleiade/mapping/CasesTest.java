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
import fr.pleiade.syntax.SyntaxException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each feature that {@code mappings/RML.md} claims, a folder each in {@code src/test/resources/cases}, written by hand.
 *
 * <p>A folder holds {@code mapping.ttl}, which says what it tries and which section of which specification asks for it; its sources,
 * where {@code FOLDER} in the mapping stands for the address of the folder; and either {@code expected.nq}, {@code findings.txt} with a
 * line {@code file:line: rule} for each finding (none where it is absent), {@code target-NAME.nq} with the quads of the target NAME and
 * {@code bytes-NAME} with its very bytes, or {@code error.txt}, each of whose lines says how a line of the error begins and, after
 * {@code : }, what it says. {@code systems.ttl} declares identifier systems. It runs in its folder {@code work} if it has one, so that the mapping stands elsewhere.
 */
class CasesTest {
    private static final Path CASES = Path.of("src/rml/src/test/resources/cases");
    private static final String BASE = "http://example.org/";
    private static final String PAGE = page();
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CASES_NAMED = Pattern.compile("\\(cases?: ([a-z0-9, -]+)\\)");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```turtle\n(.*?)```");

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesWhatItExpects(String name, @TempDir Path folder) throws IOException {
        copy(CASES.resolve(name), folder);
        Path work = Files.isDirectory(folder.resolve("work")) ? folder.resolve("work") : folder;
        Path error = folder.resolve("error.txt");
        List<Finding> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Mapping.read(folder.resolve("mapping.ttl"), BASE, systems(folder))
                    .run(Run.in(work).withFindings(findings::add), out);
        } catch (MappingException | CsvException | SyntaxException e) {
            assertThat(error)
                    .as("an error that is not expected: " + e.getMessage())
                    .exists();
            assertSays(e.getMessage(), lines(error));
            return;
        }
        assertThat(error).as("the error is not found").doesNotExist();
        assertThat(findings.stream().map(CasesTest::placeAndRule))
                .containsExactlyElementsOf(lines(folder.resolve("findings.txt")));
        assertThatGraph(quads(out.toByteArray(), Syntax.N_QUADS)).isIsomorphicTo(expected(folder, "expected.nq"));
        for (String target : names(folder, "target-")) {
            Path written = folder.resolve(target.substring("target-".length(), target.length() - ".nq".length()));
            assertThatGraph(quads(unpacked(written), syntax(written))).isIsomorphicTo(expected(folder, target));
        }
        for (String target : names(folder, "bytes-")) {
            assertThat(folder.resolve(target.substring("bytes-".length())))
                    .hasSameBinaryContentAs(folder.resolve(target));
        }
    }

    private static IdentifierSystems systems(Path folder) {
        Path declared = folder.resolve("systems.ttl");
        return Files.exists(declared) ? IdentifierSystems.read(declared, BASE) : IdentifierSystems.NONE;
    }

    /** Each expectation is met by one line of the error. */
    private static void assertSays(String error, List<String> expectations) {
        assertThat(expectations).isNotEmpty();
        for (String expectation : expectations) {
            String[] parts = expectation.split(": ", 2);
            assertThat(error.lines())
                    .as("what the error says")
                    .anyMatch(line -> line.contains(parts[0]) && line.contains(parts[1]));
        }
    }

    private static Syntax syntax(Path written) {
        Path plain = Path.of(written.toString().replaceFirst("\\.(gz|zip)$", ""));
        return Syntax.ofFile(plain).orElseThrow();
    }

    private static byte[] unpacked(Path written) throws IOException {
        try (InputStream in = Files.newInputStream(written)) {
            if (written.toString().endsWith(".gz")) {
                return new GZIPInputStream(in).readAllBytes();
            }
            if (written.toString().endsWith(".zip")) {
                ZipInputStream zip = new ZipInputStream(in);
                assertThat(zip.getNextEntry()).isNotNull();
                return zip.readAllBytes();
            }
            return in.readAllBytes();
        }
    }

    static List<String> cases() throws IOException {
        return names(CASES, "");
    }

    @Test
    void everyWordThatThePageClaimsIsInACase() throws IOException {
        List<String> mappings = mappings();
        List<String> unproved = PAGE.lines()
                .filter(line -> line.startsWith("|"))
                .flatMap(row -> found(CODE, row))
                .filter(word -> mappings.stream().noneMatch(mapping -> mapping.contains(word)))
                .toList();
        assertThat(unproved).isEmpty();
    }

    @Test
    void everyReadingAndEveryRefusalOnThePageNamesItsCases() throws IOException {
        List<String> cases = cases();
        List<String> lines = PAGE.lines().filter(line -> line.startsWith("* ")).toList();
        assertThat(lines).hasSizeGreaterThan(20);
        for (String line : lines) {
            List<String> named = found(CASES_NAMED, line)
                    .flatMap(names -> Stream.of(names.split(", ")))
                    .toList();
            assertThat(named).as(line).isNotEmpty().isSubsetOf(cases);
        }
    }

    @Test
    void everyExampleOnThePageIsPartOfACase() throws IOException {
        List<String> files = new ArrayList<>(mappings());
        files.add(Files.readString(CASES.resolve("function-code/systems.ttl")));
        List<String> examples = found(EXAMPLE, PAGE).toList();
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(files)
                        .anyMatch(file -> file.replaceAll("\\s+", " ")
                                .contains(example.strip().replaceAll("\\s+", " "))));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static List<String> mappings() throws IOException {
        List<String> mappings = new ArrayList<>();
        for (String name : cases()) {
            mappings.add(Files.readString(CASES.resolve(name).resolve("mapping.ttl")));
        }
        return mappings;
    }

    private static String page() {
        try {
            return Files.readString(Path.of("mappings/RML.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
        Path mapping = to.resolve("mapping.ttl");
        Files.writeString(
                mapping, Files.readString(mapping).replace("FOLDER", to.toUri().toString()));
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
