package fr.pleiade.mapping.function;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.rdf.Vocabulary;
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
import org.junit.jupiter.params.provider.ValueSource;

/** The functions by their documentation, {@code mappings/FUNCTIONS.md}, and by what it does not show. */
class FunctionsTest {
    private static final IdentifierSystems SYSTEMS =
            IdentifierSystems.read(Path.of("ontology/schemes/systemes-identifiants.ttl"), "http://example.org/");
    private static final Functions FUNCTIONS = Functions.with(SYSTEMS);
    private static final Map<String, String> PREFIXES =
            Map.of("fn", Signature.FN, "grel", GrelFunctions.GREL, "idlab-fn", IdlabFunctions.IDLAB);
    private static final Pattern EXAMPLE = Pattern.compile("`([a-z-]+):(\\w+)\\(([^`]*)\\)` → (.+) \\|$");
    private static final Pattern ARGUMENT = Pattern.compile("null|\"([^\"]*)\"|\\[([^]]*)]");
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
                "integer | 4\u2009257 | 4257",
                "integer | 4\u2007257 | 4257",
                "integer | '4''257' | 4257",
                "integer | 4’257\u202F000 | 4257000",
                "integer | \u22125 | -5",
                "integer | (1 234) | invalid",
                "integer | - | invalid",
                "integer | n.d. | invalid",
                "integer | 1 23 | invalid",
                "integer | 1234 567 8 | invalid",
                "number | 1 234,5 | 1234.5",
                "number | 1\u202F234\u00A0567,25 | 1234567.25",
                "number | 1.234,5 | invalid",
                "number | - | invalid",
                "percent | 12,5 % | 0.125",
                "percent | 12.5% | 0.125",
                "percent | 12,5\u202F% | 0.125",
                "percent | 50\u00A0% | 0.50",
                "percent | 100% | 1.00",
                "percent | -3 % | -0.03",
                "percent | \u22123 % | -0.03",
                "percent | 1 234,5 % | 12.345",
                "percent | 5 ‰ | 0.005",
                "percent | 12,5 | invalid",
                "percent | % | invalid",
                "percent | 12 %% | invalid",
                "percent | 12 pour cent | invalid",
                "percent | n.d. | invalid",
                "money | 1 234,50 € | 1234.50",
                "money | 1\u202F234,50\u00A0€ | 1234.50",
                "money | '1''234.50 €' | 1234.50",
                "money | € 12 | 12",
                "money | 12€ | 12",
                "money | 12 EUR | 12",
                "money | 12 euros | 12",
                "money | 1 euro | 1",
                "money | 12 k€ | 12000",
                "money | 1,5 M€ | 1500000",
                "money | 3 Md€ | 3000000000",
                "money | '2 millions d''euros' | 2000000",
                "money | 2,5 milliards d’euros | 2500000000",
                "money | (1 234) | -1234",
                "money | (1 234,50 €) | -1234.50",
                "money | -12 € | -12",
                "money | \u221212 € | -12",
                "money | 1234 | 1234",
                "money | 0 | 0",
                "money | 12 $ | invalid",
                "money | £12 | invalid",
                "money | (12 | invalid",
                "money | (-12) | invalid",
                "money | - | invalid",
                "money | € | invalid",
                "money | 12 €€ | invalid",
                "money | 12 5 € | invalid",
                "money | n.d. | invalid",
                "date | 12/03/2021 | 2021-03-12",
                "date | 1/3/2021 | 2021-03-01",
                "date | 12 mars 2021 | 2021-03-12",
                "date | 12\u00A0mars\u202F2021 | 2021-03-12",
                "date | 1er janvier 2021 | 2021-01-01",
                "date | 1ᵉʳ janvier 2021 | 2021-01-01",
                "date | 1 er janvier 2021 | 2021-01-01",
                "date | 1er janvier | invalid",
                "date | 32/01/2021 | invalid",
                "date | 12/13/2021 | invalid",
                "date | - | invalid",
                "date | n.d. | invalid",
                "schoolYear | 2023–2024 | 2023-09-01/2024-08-31",
                "schoolYear | 2023\u201124 | 2023-09-01/2024-08-31",
                "schoolYear | 2023\u00A0-\u00A02024 | 2023-09-01/2024-08-31",
                "schoolYear | 2023-24-25 | invalid",
                "boolean | OUI | true",
                "boolean | \u00A0Oui\u202F | true",
                "boolean | - | invalid",
                "boolean | n.d. | invalid",
                "number | 8,6 | 8.6",
                "number | nd | invalid",
                "number | 12 | 12",
                "date | 1968 | 1968",
                "date | 2021-04 | 2021-04",
                "date | 2021-02-30 | invalid",
                "date | 2021-13 | invalid",
                "date | 0000 | invalid",
                "date | 0000-01-01 | invalid",
                "date | 1/1/0000 | invalid",
                "date | 14 juillet 1789 | 1789-07-14",
                "date | Lundi 1er janvier 2024 | 2024-01-01",
                "date | 15 AOÛT 2023 | 2023-08-15",
                "date | 3-févr.-2023 | 2023-02-03",
                "date | févr. 2023 | 2023-02",
                "date | décembre 1999 | 1999-12",
                "date | 31 février 2023 | invalid",
                "date | 14 brumaire 1789 | invalid",
                "date | 14 juillet 89 | invalid",
                "schoolYear | 2023-24 | 2023-09-01/2024-08-31",
                "schoolYear | 2023-2024 | 2023-09-01/2024-08-31",
                "schoolYear | 2023/24 | 2023-09-01/2024-08-31",
                "schoolYear | 2023 / 2024 | 2023-09-01/2024-08-31",
                "schoolYear | 1999-00 | 1999-09-01/2000-08-31",
                "schoolYear | 2023-25 | invalid",
                "schoolYear | 2023-2023 | invalid",
                "schoolYear | 2023 | invalid",
                "schoolYear | 2006-07-01 | invalid",
                "boolean | O | true",
                "boolean | vrai | true",
                "boolean | VRAI | true",
                "boolean | 1 | true",
                "boolean | Non | false",
                "boolean | faux | false",
                "boolean | 0 | false",
                "boolean | peut-être | invalid",
                "boolean | 2 | invalid",
                "integer | 4 257 | 4257",
                "integer | 4\u202F257\u00A0000 | 4257000",
                "integer | 12,0 | 12",
                "integer | 12.00 | 12",
                "integer | -5 | -5",
                "integer | 12,5 | invalid",
                "integer | 12 5 | invalid",
                "integer | douze | invalid",
                "double | 1,5 | 1.5",
                "double | 1.5E3 | 1.5E3",
                "double | 1 234,5 | 1234.5",
                "double | INF | INF",
                "double | 1,234.5 | invalid",
                "double | x | invalid",
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
                "slug | Łódź | lodz",
                "slug | Ódź | odz",
                "slug | Øre | ore",
                "slug | Moßdorf | mossdorf",
                "slug | Æther | aether",
                "slug | Þór | thor",
                "slug | đak | dak",
                "slug | Œuvre | oeuvre",
                "slug | ÐÍSA | disa",
                "slug | Iğdır | igdir",
                "slug | Ŋoro Ħal Ŧana | ngoro-hal-tana",
                "slug | İzmir | izmir",
                "slug | L’Haÿ-les-Roses | l-hay-les-roses",
                "slug | Oʻahu | o-ahu",
                "slug | Москва | invalid",
                "slug | Αθήνα 2 | invalid",
                "slug | 東京 | invalid",
                "slug | ٣ km² | 3-km2",
                "trim | '\u00A0x\u00A0' | x",
                "trim | '\u202Fx' | x",
                "trim | '\u2007x\uFEFF' | x",
                "trim | '\u2060x\u200E' | x",
                "trim | '\u00AD\u180Ex\u202C\u2069' | x",
                "trim | '\u202Bx\u200D' | x\u200D",
                "trim | '\u200B\u3000\tx y\u0085' | x y",
                "number | '\u00A012\u202F' | 12",
                "date | '\u202F1968\u2007' | 1968",
                "iri | '\uFEFFhttp://e/x\u00A0' | http://e/x",
                "split | '\u00A0a\u202F;\u2007' | a",
                "slug |  Œuvre d'art – n° 1  | oeuvre-d-art-n-1"
            })
    void valuesOfOneArgument(String function, String argument, @org.jspecify.annotations.Nullable String expected) {
        Outcome outcome = apply(FUNCTIONS.named(Signature.FN + function).orElseThrow(), List.of(List.of(argument)));
        if (expected == null) {
            assertThat(outcome.values()).isEmpty();
            assertThat(outcome.problem()).hasSize(1);
        } else {
            assertThat(outcome.values()).extracting(Value::text).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"Y,true", "N,false", "X,invalid", "true,invalid"})
    void aFormatOfBooleansIsTwoWords(String text, String expected) {
        Function formatted = FUNCTIONS.named(Signature.FN + "formatted").orElseThrow();
        Arguments arguments = new Arguments(
                List.of(List.of(text), List.of("boolean"), List.of("Y|N"), List.of("."), List.of("")),
                columns -> Tables.Table.of(Map.of()));
        assertThat(formatted.body().apply(arguments).values().stream()
                        .map(Value::text)
                        .findFirst()
                        .orElse("invalid"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            nullValues = "invalid",
            value = {
                "grel:date_toDate | \"30/02/2024\", \"dd/MM/yyyy\" | invalid",
                "grel:date_toDate | \"2024-02-29\", \"yyyy-MM-dd\" | 2024-02-29",
                "grel:date_toDate | \"2024\", \"qqqqqqqq\" | invalid",
                "fn:boolean | \"X\", \"X\", \"-\" | true",
                "fn:boolean | \"-\", \"X\", \"-\" | false",
                "fn:boolean | \"x\", \"X\", \"-\" | invalid",
                "fn:boolean | \"oui\", \"X\", \"-\" | invalid",
                "fn:formatted | \"1 234,50\", \"decimal\", \"# ##0,00\", \",\", \" \" | invalid",
                "fn:formatted | \"1 234,50\", \"decimal\", \"#,##0.00\", \",\", \" \" | 1234.50",
                "fn:formatted | \"01/02/2024\", \"date\", \"dd/MM/yyyy\" | 2024-02-01",
                "fn:formatted | \"30/02/2024\", \"date\", \"dd/MM/yyyy\" | invalid",
                "fn:formatted | \"AB12\", \"string\", \"[A-Z]{2}[0-9]{2}\" | AB12",
                "fn:formatted | \"AB1\", \"string\", \"[A-Z]{2}[0-9]{2}\" | invalid",
                "fn:formatted | \"AB1\", \"strong\" | invalid",
                "fn:required | null | invalid",
                "grel:math_round | \"2.5\" | 3",
                "grel:math_round | \"-2.6\" | -3",
                "grel:math_round | \"deux\" | invalid",
                "grel:math_round | \"1e999999999\" | invalid",
                "grel:math_mod | \"7\", \"0\" | invalid",
                "grel:string_partition | \"abc\", \"-\" | abc",
                "grel:string_partition | \"-abc\", \"-\", \"true\" | abc",
                "grel:math_pow | \"2\", \"-1\" | 0.5",
                "grel:math_pow | \"1.5\", \"2\" | 2.25",
                "grel:math_pow | \"0\", \"0\" | 1",
                "grel:math_pow | \"10\", \"100000\" | invalid",
                "grel:math_pow | \"-1\", \"0.5\" | invalid",
                "grel:math_log | \"0\" | invalid",
                "grel:math_log | \"-1\" | invalid",
                "grel:math_ln | \"x\" | invalid",
                "grel:math_exp | \"10000\" | invalid",
                "grel:math_abs | \"-0\" | 0",
                "grel:date_inc | \"2024-02-29\", \"-1\", \"years\" | 2023-02-28",
                "grel:date_inc | \"2024-02-29\", \"2\", \"Week\" | 2024-03-14",
                "grel:date_inc | \"2024-12-31T23:00:00+01:00\", \"1\", \"hour\" | 2025-01-01T00:00:00+01:00",
                "grel:date_inc | \"2024-12-31T23:59:59.5\", \"1\", \"second\" | 2025-01-01T00:00:00.500",
                "grel:date_inc | \"2024-02-29\", \"1\", \"hour\" | invalid",
                "grel:date_inc | \"2024-02-30\", \"1\", \"day\" | invalid",
                "grel:date_inc | \"2024-02-29\", \"1.5\", \"day\" | invalid",
                "grel:date_inc | \"2024-02-29\", \"1\", \"fortnight\" | invalid",
                "grel:date_inc | \"2024-02-29\", \"99999999999\", \"year\" | invalid",
                "grel:date_datePart | \"2024-02-29\", \"month\" | 2",
                "grel:date_datePart | \"2024-02-29\", \"hour\" | invalid",
                "grel:date_datePart | \"2024-02-29\", \"week\" | invalid",
                "grel:array_get | [\"a\", \"b\"], \"x\" | invalid",
                "grel:string_length | \"🙂\" | 1",
                "grel:string_indexOf | \"🙂b\", \"b\" | 1",
                "grel:string_indexOf | \"ab\", \"c\" | -1",
                "grel:controls_if | \"false\", \"a\", \"b\" | b",
                "grel:string_trim | \"\u00A0a\u202F\" | a",
                "idlab-fn:inRange | \"1\", \"\", \"2\" | true",
                "idlab-fn:inRange | \"x\", \"1\", \"2\" | invalid",
                "idlab-fn:normalizeDate | \"2022-13-01\", \"yyyy-MM-dd\" | invalid",
                "idlab-fn:lookup | \"Z\", \"kinds.csv\", \"0\", \"1\" | invalid"
            })
    void valuesOfSeveralArguments(
            String function, String arguments, @org.jspecify.annotations.Nullable String expected) {
        String[] name = function.split(":");
        Outcome outcome = apply(FUNCTIONS.named(PREFIXES.get(name[0]) + name[1]).orElseThrow(), arguments(arguments));
        assertThat(outcome.problem()).hasSize(expected == null ? 1 : 0);
        assertThat(outcome.values())
                .extracting(Value::text)
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "string_contains,param_string_sub,string_sub",
        "escape,modeParam,modeParameter",
        "string_replace,param_find,p_string_find",
        "controls_if,param_b,bool_b",
        "math_max,param_dec_n2,param_n2",
        "array_join,param_a,p_array_a",
        "boolean_or,bool_array_b,param_rep_b"
    })
    void aParameterIsCalledByItsIriOrByItsPredicate(String function, String iri, String predicate) {
        Function named = FUNCTIONS.named(GrelFunctions.GREL + function).orElseThrow();
        assertThat(named.position(GrelFunctions.GREL + iri))
                .isPresent()
                .isEqualTo(named.position(GrelFunctions.GREL + predicate));
    }

    /** As the published descriptions name them; {@code a} is no such parameter. */
    @Test
    void everyParameterOfGrelAndIdlabHasTwoNames() {
        String old = "http://example.com/idlab/function/";
        for (String function : List.of("trueCondition", "decide", "concat", "slugify")) {
            assertThat(FUNCTIONS.named(old + function))
                    .contains(FUNCTIONS.named(IdlabFunctions.IDLAB + function).orElseThrow());
        }
        Function condition = FUNCTIONS.named(old + "trueCondition").orElseThrow();
        assertThat(condition.position(old + "_strBoolean")).contains(0);
        assertThat(condition.position(IdlabFunctions.IDLAB + "strBoolean")).contains(0);
        assertThat(condition.position(old + "str")).contains(1);
        assertThat(condition.returns(old + "stringOut")).isTrue();
        assertThat(condition.position(old + "_a")).isEmpty();
        assertThat(FUNCTIONS
                        .named(GrelFunctions.GREL + "string_split")
                        .orElseThrow()
                        .returns(GrelFunctions.GREL + "o_array"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "string_phonetic",
                "string_fingerprint",
                "string_unescape",
                "unescape",
                "date_diff",
                "date_now",
                "random"
            })
    void aFunctionWithoutADefinedResultIsRefusedByName(String name) {
        assertThat(FUNCTIONS.named(GrelFunctions.GREL + name)).isEmpty();
        assertThat(Functions.refusal(GrelFunctions.GREL + name)).isPresent();
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
        List<List<String>> arguments = arguments(example.group(3).replace("\\|", "|"));
        List<Value> expected = RESULT.matcher(example.group(4))
                .results()
                .map(value -> new Value(value.group(1), datatype(value.group(2), value.group(3))))
                .toList();
        assertThat(apply(function, arguments)).isEqualTo(new Outcome(expected, List.of()));
    }

    private static String datatype(@org.jspecify.annotations.Nullable String prefix, String name) {
        return prefix == null
                ? ""
                : Map.of("xsd", Vocabulary.XSD, "geo", Vocabulary.GEO, "edtf", "http://id.loc.gov/datatypes/edtf/")
                                .get(prefix)
                        + name;
    }

    /** {@return the values of each argument: one, none for null, several in brackets} */
    private static List<List<String>> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(argument -> argument.group(2) != null
                        ? arguments(argument.group(2)).stream()
                                .flatMap(List::stream)
                                .toList()
                        : Optional.ofNullable(argument.group(1)).stream().toList())
                .toList();
    }

    private static Outcome apply(Function function, List<List<String>> given) {
        List<List<String>> arguments = new ArrayList<>(given);
        for (int i = given.size(); i < function.parameters().size(); i++) {
            arguments.add(List.of(function.parameters().get(i).byDefault()));
        }
        return function.body().apply(new Arguments(arguments, columns -> Tables.Table.of(Map.of("U", "university"))));
    }
}
