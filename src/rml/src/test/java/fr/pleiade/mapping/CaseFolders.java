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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/**
 * Cases in folders, written by hand, and the page that says what they prove.
 *
 * <p>A folder holds the mapping, which says what it tries; its sources,
 * where {@code FOLDER} in the mapping stands for the address of the folder; and either {@code expected.nq}, {@code findings.txt} with a
 * line {@code file:line: rule} for each finding (none where it is absent), {@code target-NAME.nq} with the quads of the target NAME and
 * {@code bytes-NAME} with its very bytes, or {@code error.txt}, each of whose lines says how a line of the error begins and, after
 * {@code : }, what it says. {@code systems.ttl} declares identifier systems. It runs in its folder {@code work} if it has one, so that the mapping stands elsewhere.
 */
final class CaseFolders {
    static final String BASE = "http://example.org/";
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CASES_NAMED = Pattern.compile("\\(cases?: ([a-z0-9, -]+)\\)");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```(?:turtle|yaml)\n(.*?)```");

    private final Path cases;
    private final String mapping;
    private final Path page;

    /** @param mapping the name of each case's mapping */
    CaseFolders(Path cases, String mapping, Path page) {
        this.cases = cases;
        this.mapping = mapping;
        this.page = page;
    }

    /** {@return the names of all cases} */
    List<String> names() throws IOException {
        return names(cases, "");
    }

    /** Runs a case in an empty folder. */
    void run(String name, Path folder) throws IOException {
        copy(name, folder);
        Path work = Files.isDirectory(folder.resolve("work")) ? folder.resolve("work") : folder;
        Path error = folder.resolve("error.txt");
        List<Finding> findings = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Mapping.read(List.of(folder.resolve(mapping)), BASE, systems(folder), work)
                    .run(Run.in(work).withFindings(findings::add), out);
        } catch (MappingException | CsvException | SyntaxException e) {
            assertThat(error)
                    .as("an error that is not expected: " + e.getMessage())
                    .exists();
            assertSays(e.getMessage(), lines(error));
            return;
        }
        assertThat(error).as("the error is not found").doesNotExist();
        assertThat(findings.stream().map(CaseFolders::placeAndRule))
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

    /** Runs a case as its translation to RML, in an empty folder; one that is an error has none. */
    void runTranslated(String name, Path folder) throws IOException {
        Path translated = folder.resolve("translated");
        copy(name, translated);
        if (Files.exists(translated.resolve("error.txt"))) {
            return;
        }
        Path written = translated.resolve(mapping);
        Files.writeString(
                translated.resolve("mapping.ttl"),
                Mapping.rml(List.of(written), BASE, systems(translated), translated));
        Files.delete(written);
        new CaseFolders(folder, "mapping.ttl", page).run("translated", Files.createDirectory(folder.resolve("run")));
    }

    /** {@return the identifier systems that a case declares} */
    static IdentifierSystems systems(Path folder) {
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

    /** {@return the words in the page's table that no case has} */
    List<String> unprovedWords() throws IOException {
        return unprovedWords(row -> row);
    }

    /** {@return those of them in a part of each row} */
    List<String> unprovedWords(UnaryOperator<String> part) throws IOException {
        List<String> mappings = mappings();
        return page().lines()
                .filter(line -> line.startsWith("|"))
                .map(part)
                .flatMap(row -> found(CODE, row))
                .filter(word -> mappings.stream().noneMatch(mapping -> mapping.contains(word)))
                .toList();
    }

    /** Fails unless each line of the page's lists names cases that there are. */
    void assertThatEveryLineNamesItsCases(int fewest) throws IOException {
        List<String> cases = names();
        List<String> lines =
                page().lines().filter(line -> line.startsWith("* ")).toList();
        assertThat(lines).hasSizeGreaterThan(fewest);
        for (String line : lines) {
            List<String> named = found(CASES_NAMED, line)
                    .flatMap(names -> Stream.of(names.split(", ")))
                    .toList();
            assertThat(named).as(line).isNotEmpty().isSubsetOf(cases);
        }
    }

    /** Fails unless each example on the page is a part of a case's mapping or of another file. */
    void assertThatEveryExampleIsPartOf(List<Path> others) throws IOException {
        List<String> files = new ArrayList<>(mappings());
        for (Path other : others) {
            files.add(Files.readString(other));
        }
        List<String> examples = found(EXAMPLE, page()).toList();
        assertThat(examples)
                .isNotEmpty()
                .allSatisfy(example -> assertThat(files)
                        .anyMatch(file -> file.replaceAll("\\s+", " ")
                                .contains(example.strip().replaceAll("\\s+", " "))));
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private List<String> mappings() throws IOException {
        List<String> mappings = new ArrayList<>();
        for (String name : names()) {
            mappings.add(Files.readString(cases.resolve(name).resolve(mapping)));
        }
        return mappings;
    }

    private String page() throws IOException {
        return Files.readString(page);
    }

    private static List<String> names(Path folder, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    /** Copies a case to another folder. */
    void copy(String name, Path to) throws IOException {
        Path from = cases.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling("."));
                Files.copy(file, copy);
            }
        }
        Path written = to.resolve(mapping);
        Files.writeString(
                written, Files.readString(written).replace("FOLDER", to.toUri().toString()));
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
