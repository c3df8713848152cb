package fr.pleiade.store.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.pleiade.quads.QuadLine;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.store.Fixture;
import fr.pleiade.store.Store;
import fr.pleiade.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of an index whoever loads it, and which values TDB2 would give back as others. */
class LoaderTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final long SEED = 56;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Loader.class)
    void theGraphsAreThereWithTheirTerms(Loader loader) throws IOException {
        Path nquads = Fixture.file(folder, "quads.nq", Fixture.QUADS);
        List<Long> told = new ArrayList<>();
        loader.load(folder.resolve("tdb2"), List.of(nquads), told::add);
        assertThat(told).last().isEqualTo(5L);
        try (Store store = Store.open(folder.resolve("tdb2"))) {
            assertThat(store.graphs()).isEqualTo(Map.of(Fixture.COMMUNES, 2L, Fixture.SCHOOLS, 3L));
            assertThat(Fixture.QUADS.lines().map(QuadLine::parse)).allMatch(store::has);
        }
    }

    @ParameterizedTest
    @EnumSource(Loader.class)
    void aLineThatIsNoQuadIsNamed(Loader loader) throws IOException {
        Path nquads = Fixture.file(folder, "quads.nq", Fixture.QUADS + "<http://e/s> <http://e/p> .\n");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> loader.load(folder.resolve("tdb2"), List.of(nquads), n -> {}))
                .withMessageContaining("quads.nq:6");
    }

    @ParameterizedTest
    @EnumSource(Loader.class)
    void whatIsInTheDirectoryIsLeftAlone(Loader loader) throws IOException {
        Files.createDirectories(folder.resolve("tdb2/mine"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> loader.load(folder.resolve("tdb2"), List.of(), n -> {}))
                .withMessageContaining("empty directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807 integer",
                "9223372036854775808 integer",
                "-9223372036854775809 integer",
                "18446744073709551616 integer",
                "123456789012345678901234567890 integer",
                "36028797018963968 integer",
                "9223372036854775807 long",
                "18446744073709551615 unsignedLong",
                "18446744073709551616 nonNegativeInteger",
                "12345678901234567890.123456789 decimal",
                "140737488355328.1 decimal",
                "0.1000000000000000055511151231257827 decimal",
                "1E300 double",
                "1.7976931348623157E308 double",
                "4.9E-324 double",
                "16777217 float",
                "2026-01-01T00:00:00.123456789Z dateTime"
            })
    void ourLoaderKeepsEveryValue(String valueAndDatatype) throws IOException {
        assertThat(lost(Loader.OWN, valueAndDatatype)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808 integer",
                "-9223372036854775809 integer",
                "18446744073709551616 integer",
                "123456789012345678901234567890 integer",
                "9223372036854775807 long"
            })
    void whatTdb2ItselfGivesBackAsAnotherValueIsSeen(String valueAndDatatype) throws IOException {
        assertThat(lost(Loader.JENA, valueAndDatatype)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775807 integer",
                "18446744073709551615 unsignedLong",
                "18446744073709551616 nonNegativeInteger",
                "0.1000000000000000055511151231257827 decimal",
                "1E300 double"
            })
    void whatTdb2ItselfKeepsIsNotRefused(String valueAndDatatype) throws IOException {
        assertThat(lost(Loader.JENA, valueAndDatatype)).isEmpty();
    }

    private List<Term> lost(Loader loader, String valueAndDatatype) throws IOException {
        String[] parts = valueAndDatatype.split(" ");
        return lost(loader, List.of(Term.Literal.typed(parts[0], XSD + parts[1])));
    }

    private List<Term> lost(Loader loader, List<Term> literals) throws IOException {
        List<Quad> quads = literals.stream()
                .map(literal -> new Quad(
                        new Term.Iri("http://e/s"), new Term.Iri("http://e/p"), literal, new Term.Iri("http://e/g")))
                .toList();
        List<String> lines = quads.stream().map(Quad::toNQuads).toList();
        Path nquads = Fixture.file(folder, "values.nq", String.join("\n", lines) + "\n");
        loader.load(folder.resolve("tdb2"), List.of(nquads), n -> {});
        try (Store store = Store.open(folder.resolve("tdb2"))) {
            return store.lost(quads.get(0), literals).stream().toList();
        }
    }

    /** The publication's check looks at longer ones only. */
    @ParameterizedTest
    @EnumSource(Loader.class)
    void aNumberOfSixteenCharactersIsNeverLost(Loader loader) throws IOException {
        Random random = new Random(SEED);
        List<Term> numbers = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            int digits = 1 + random.nextInt(15);
            StringBuilder number = new StringBuilder(random.nextBoolean() ? "-" : "9");
            random.ints(digits, 0, 10).forEach(number::append);
            numbers.add(Term.Literal.typed(number.toString(), XSD + "integer"));
            if (digits > 2) {
                number.setCharAt(1 + random.nextInt(digits - 1), '.');
                numbers.add(Term.Literal.typed(number.toString().replaceAll("\\.$", "1"), XSD + "decimal"));
                numbers.add(Term.Literal.typed(number + "0", XSD + "double"));
            }
        }
        assertThat(lost(loader, numbers)).as("seed %d", SEED).isEmpty();
    }

    @Test
    void queriesReckonWithLongIntegersAsTheyAre() throws IOException {
        String line = "<http://e/s%d> <http://e/n> \"%s\"^^<http://www.w3.org/2001/XMLSchema#%s> <http://e/g> .\n";
        String quads = line.formatted(1, "9223372036854775808", "integer")
                + line.formatted(2, "18446744073709551616", "integer")
                + line.formatted(3, "9223372036854775807", "long");
        try (Store store = Fixture.store(folder, "tdb2", quads)) {
            assertThat(store.select("SELECT (SUM(?n) AS ?sum) { ?s <http://e/n> ?n }", Map.of()))
                    .containsExactly(Map.of("sum", Term.Literal.typed("36893488147419103231", XSD + "integer")));
            assertThat(store.select("SELECT ?s { ?s <http://e/n> ?n FILTER(?n > 9223372036854775808) }", Map.of()))
                    .containsExactly(Map.of("s", new Term.Iri("http://e/s2")));
            assertThat(store.select("SELECT ?n { <http://e/s3> <http://e/n> ?n }", Map.of()))
                    .containsExactly(Map.of("n", Term.Literal.typed("9223372036854775807", XSD + "long")));
        }
    }
}
