package fr.pleiade.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions by their documentation, {@code mappings/FUNCTIONS.md}, and by what it does not show. */
class FunctionsTest {
    private static final IdentifierSystems SYSTEMS =
            IdentifierSystems.read(Path.of("ontology/schemes/systemes-identifiants.ttl"), "http://example.org/");
    private static final Functions FUNCTIONS = Functions.with(SYSTEMS);
    private static final Map<String, String> PREFIXES =
            Map.of("fn", Signature.FN, "grel", GrelFunctions.GREL, "idlab-fn", IdlabFunctions.IDLAB);
    private static final Pattern EXAMPLE = Pattern.compile("`([a-z-]+):(\\w+)\\(([^`]*)\\)` → (.+) \\|$");
    private static final Pattern ARGUMENT = Pattern.compile("null|\"([^\"]*)\"");
    private static final Pattern RESULT = Pattern.compile("`\"([^\"`]*)\"(?:\\^\\^(\\w+):(\\w+))?`");

    @TestFactory
    Stream<DynamicTest> examplesOfTheDocumentation() throws IOException {
        return examples().stream()
                .map(example ->
                        DynamicTest.dynamicTest(example.group(1) + ":" + example.group(2), () -> check(example)));
    }

    @Test
    void everyFunctionIsDocumented() throws IOException {
        assertThat(examples().stream()
                        .map(e -> PREFIXES.get(e.group(1)) + e.group(2))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(
                        FUNCTIONS.all().stream().map(Function::iri).toList());
    }

    @Test
    void everyDeclaredSystemIsDocumented() throws IOException {
        assertThat(examples().stream()
                        .filter(e -> e.group(2).equals("code"))
                        .map(e -> e.group(3).replaceFirst("\"([^\"]*)\".*", "$1"))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(SYSTEMS.slugs());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "invalid",
            value = {
                "number | 8,6 | 8.6",
                "number | nd | invalid",
                "number | 12 | 12",
                "date | 1968 | 1968",
                "date | 2021-04 | 2021-04",
                "date | 2021-02-30 | invalid",
                "date | 2021-13 | invalid",
                "point | {\"lon\": 2.2, \"lat\": 48.8} | POINT(2.2 48.8)",
                "point | POINT(2.2 48.8) | POINT(2.2 48.8)",
                "point | 48.8;2.2 | POINT(2.2 48.8)",
                "point | 148.8,2.2 | invalid",
                "iri | http://isni.org/0000 0001 | invalid",
                "iri | www.ens.fr | invalid",
                "siren | 130017271 | invalid",
                "siret | 35600000000048 | 35600000000048",
                "siret | 35600000049837 | 35600000049837",
                "uai | 0751717A | invalid",
                "isni | 0000 0001 0666 5255 | 0000000106665255",
                "isni | 0000000106665256 | invalid",
                "ror | 02evec031 | invalid",
                "idref | 02640336X | invalid",
                "slug |  Œuvre d'art – n° 1  | oeuvre-d-art-n-1"
            })
    void valuesOfOneArgument(String function, String argument, @org.jspecify.annotations.Nullable String expected) {
        Outcome outcome = apply(FUNCTIONS.named(Signature.FN + function).orElseThrow(), List.of(Optional.of(argument)));
        if (expected == null) {
            assertThat(outcome.values()).isEmpty();
            assertThat(outcome.problem()).hasSize(1);
        } else {
            assertThat(outcome.values()).extracting(Value::text).containsExactly(expected);
        }
    }

    private static List<Matcher> examples() throws IOException {
        List<Matcher> examples = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("mappings/FUNCTIONS.md"))) {
            Matcher example = EXAMPLE.matcher(line);
            if (example.find()) {
                examples.add(example);
            }
        }
        return examples;
    }

    private static void check(Matcher example) {
        Function function = FUNCTIONS
                .named(PREFIXES.get(example.group(1)) + example.group(2))
                .orElseThrow();
        List<Optional<String>> arguments = ARGUMENT.matcher(example.group(3).replace("\\|", "|"))
                .results()
                .map(argument -> Optional.ofNullable(argument.group(1)))
                .toList();
        List<Value> expected = RESULT.matcher(example.group(4))
                .results()
                .map(value -> new Value(value.group(1), datatype(value.group(2), value.group(3))))
                .toList();
        assertThat(apply(function, arguments)).isEqualTo(new Outcome(expected, List.of()));
    }

    private static String datatype(@org.jspecify.annotations.Nullable String prefix, String name) {
        return prefix == null
                ? ""
                : (prefix.equals("xsd") ? Value.XSD : "http://www.opengis.net/ont/geosparql#") + name;
    }

    private static Outcome apply(Function function, List<Optional<String>> given) {
        List<Optional<String>> arguments = new ArrayList<>(given);
        for (int i = given.size(); i < function.parameters().size(); i++) {
            arguments.add(Optional.of(function.parameters().get(i).byDefault()));
        }
        return function.body().apply(new Arguments(arguments, path -> Map.of("U", "university")));
    }
}
