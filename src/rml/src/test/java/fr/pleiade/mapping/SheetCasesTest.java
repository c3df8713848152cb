package fr.pleiade.mapping;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.mapping.csvw.Csvw;
import fr.pleiade.mapping.model.MappingError;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.mapping.yaml.YamlReader;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each feature that {@code mappings/SHEET.md} claims, a folder each in {@code src/test/resources/sheet}, written by hand.
 *
 * <p>{@code mapping.yml} says what it tries; {@link CaseFolders} says what else a folder holds.
 */
class SheetCasesTest {
    private static final Path RESOURCES = Path.of("src/rml/src/test/resources/sheet");
    private static final Path PAGE = Path.of("mappings/SHEET.md");
    private static final CaseFolders CASES = new CaseFolders(RESOURCES, "mapping.yml", PAGE);

    /** Of a file that CSVW cannot read at all. */
    private static final String IN_JSON = "json-lines";

    /** CSVW encodes letters beyond ASCII in addresses, as the page says. */
    private static final Set<String> OTHER_IN_CSVW = Set.of("dialect", "template");

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesWhatItExpects(String name, @TempDir Path folder) throws IOException {
        CASES.run(name, folder);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseGivesTheSameFromItsTranslation(String name, @TempDir Path folder) throws IOException {
        CASES.runTranslated(name, folder);
    }

    /** Where CSVW says all that the sheet says, it makes the same of the rows. */
    @ParameterizedTest
    @MethodSource("casesWithoutError")
    void aCaseIsWrittenAsCsvwWithWhatThatCannotSay(String name, @TempDir Path folder) throws IOException {
        CASES.copy(name, folder);
        List<MappingError> leftOut = new ArrayList<>();
        String csvw = Mapping.csvw(
                folder.resolve("mapping.yml"), CaseFolders.BASE, CaseFolders.systems(folder), folder, leftOut::add);
        Path metadata = Files.writeString(folder.resolve("csvw.json"), csvw);
        List<Quad> quads = new ArrayList<>();
        List<MappingError> faults = new ArrayList<>();
        Csvw.read(metadata, folder, CaseFolders.BASE).run(Csvw.Mode.MINIMAL, quads::add, faults::add);
        boolean isClean = !Files.exists(folder.resolve("findings.txt")); // a bad cell is a text in CSVW
        if (isClean && leftOut.isEmpty() && !OTHER_IN_CSVW.contains(name)) {
            assertThat(faults).isEmpty();
            assertThatGraph(quads)
                    .as(csvw)
                    .isIsomorphicTo(quads(Files.readAllBytes(folder.resolve("expected.nq")), Syntax.N_QUADS));
        }
    }

    @Test
    void whatCsvwCannotSayIsToldAtItsLine(@TempDir Path folder) throws IOException {
        assertThat(leftOut("in-csvw", folder.resolve("all"))).isEmpty();
        assertThat(leftOut("links", folder.resolve("links")))
                .extracting(MappingError::line)
                .containsExactly(7L, 9L, 9L, 12L);
        assertThat(leftOut("towns", folder.resolve("towns")).toString())
                .contains("mapping.yml:", "integer of 'Habitants' reads more than CSVW's integer does");
        assertThat(leftOut("several-lines", folder.resolve("lines")).toString())
                .contains("CSVW says one thing of a column");
        assertThat(leftOut("conditions", folder.resolve("conditions")).toString())
                .contains("CSVW has no conditions: 'kind' is there for every row");
        assertThat(leftOut("picked", folder.resolve("picked")).toString())
                .contains("replace, only and except of 'street' are left out");
        assertThat(leftOut("values", folder.resolve("values")).toString())
                .contains("CSVW makes no text of several columns: 'Adresse' is left out");
        assertThat(leftOut(IN_JSON, folder.resolve(IN_JSON)).toString()).contains("CSVW reads no JSON");
        assertThat(leftOut("things", folder.resolve("things")).toString())
                .contains("CSVW has no conditions: <id/d/{k}#site> is there for every row");
    }

    private static List<MappingError> leftOut(String name, Path folder) throws IOException {
        CASES.copy(name, Files.createDirectory(folder));
        List<MappingError> leftOut = new ArrayList<>();
        Mapping.csvw(folder.resolve("mapping.yml"), CaseFolders.BASE, IdentifierSystems.NONE, folder, leftOut::add);
        return leftOut;
    }

    static List<String> casesWithoutError() throws IOException {
        return cases().stream()
                .filter(name -> !Files.exists(RESOURCES.resolve(name).resolve("error.txt")))
                .filter(name -> !IN_JSON.equals(name))
                .toList();
    }

    /** Beside what its rows become: {@code description.ttl}, {@code terms.ttl} and {@code links.ttl} of the cases that have them. */
    @ParameterizedTest
    @MethodSource("casesOfDatasets")
    void aCaseSaysOfItsDatasetWhatItExpects(String name) throws IOException {
        Path folder = RESOURCES.resolve(name);
        Path file = folder.resolve("mapping.yml");
        Sheet sheet = Sheet.read("mapping.yml", YamlReader.read(file), CaseFolders.BASE, "d", IdentifierSystems.NONE);
        Map<String, Keyed> datasets = new TreeMap<>();
        for (String other : List.of("Towns", "Islands", "Regions")) {
            String slug = other.toLowerCase(Locale.ROOT);
            datasets.put(slug, new Keyed(List.of(CaseFolders.BASE + other), CaseFolders.BASE + slug + "/code"));
        }
        expect(folder.resolve("terms.ttl"), sheet.terms());
        expect(folder.resolve("links.ttl"), sheet.links(datasets));
        expect(
                folder.resolve("description.ttl"),
                Sheet.description(file, CaseFolders.BASE, "d").orElseGet(InMemoryGraph::new));
    }

    private static void expect(Path expected, InMemoryGraph actual) throws IOException {
        if (Files.exists(expected)) {
            assertThatGraph(actual).isIsomorphicTo(RdfReader.readGraph(expected, CaseFolders.BASE));
        }
    }

    static List<String> casesOfDatasets() throws IOException {
        return cases().stream()
                .filter(name -> Stream.of("terms.ttl", "links.ttl", "description.ttl")
                        .anyMatch(file -> Files.exists(RESOURCES.resolve(name).resolve(file))))
                .toList();
    }

    static List<String> cases() throws IOException {
        return CASES.names();
    }

    @Test
    void everyWordThatThePageClaimsIsInACase() throws IOException {
        assertThat(CASES.unprovedWords(SheetCasesTest::words)).isEmpty();
    }

    /** {@return the cell of a row that has the words; in the table of CSVW's parts, that is the second} */
    private static String words(String row) {
        String[] cells = row.split("(?<!\\\\)\\|");
        return (cells[1].contains("`") ? cells[1] : cells[2]).replace("\\|", "|");
    }

    @Test
    void everyReadingOnThePageNamesItsCases() throws IOException {
        CASES.assertThatEveryLineNamesItsCases(3);
    }

    @Test
    void everyExampleOnThePageIsPartOfACase() throws IOException {
        CASES.assertThatEveryExampleIsPartOf(List.of());
    }

    @Test
    void theTriplesOnThePageAreThoseOfItsExample() throws IOException {
        Matcher shown = Pattern.compile("(?s)is then\n\n```\n(.*?)```").matcher(Files.readString(PAGE));
        assertThat(shown.find()).isTrue();
        String prefixes = """
                @prefix schema: <http://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
                """;
        assertThatGraph(quads((prefixes + shown.group(1)).getBytes(StandardCharsets.UTF_8), Syntax.TURTLE))
                .isIsomorphicTo(quads(Files.readAllBytes(RESOURCES.resolve("towns/expected.nq")), Syntax.N_QUADS));
    }

    private static List<Quad> quads(byte[] text, Syntax syntax) {
        List<Quad> quads = new ArrayList<>();
        RdfReader.read(new ByteArrayInputStream(text), "the page", syntax, CaseFolders.BASE, quads::add);
        return quads;
    }
}
