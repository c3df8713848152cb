package fr.pleiade.cli.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.quality.Gate;
import fr.pleiade.quality.Policy;
import fr.pleiade.quality.Rule;
import fr.pleiade.quality.Verdict;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What each format asks of a document, and that all of them have the same kinds in the same order: the costliest for re-users first. */
class VerdictFormatTest {
    private static final Set<String> LEVELS = Set.of("none", "note", "warning", "error");

    private final Verdict verdict = verdict();

    /** SARIF 2.1.0, sections 3.13, 3.14.14, 3.19, 3.27.5, 3.27.6, 3.28.3, 3.4.3 and 3.30.5. */
    @Test
    void sarifHasWhatTheStandardAsksFor() {
        JsonNode log = JsonMapper.shared().readTree(print(VerdictFormat.sarif));
        assertThat(log.get("version").asString()).isEqualTo("2.1.0");
        assertThat(URI.create(log.get("$schema").asString()).isAbsolute()).isTrue();
        assertThat(log.get("runs").size()).isEqualTo(1);
        JsonNode driver = log.get("runs").get(0).get("tool").get("driver");
        assertThat(driver.get("name").asString()).isNotEmpty();
        List<String> rules = new ArrayList<>();
        driver.get("rules").forEach(rule -> {
            rules.add(rule.get("id").asString());
            assertThat(rule.at("/shortDescription/text").asString()).isNotEmpty();
            assertThat(rule.at("/help/text").asString()).isNotEmpty();
        });
        assertThat(rules).doesNotHaveDuplicates();
        JsonNode results = log.get("runs").get(0).get("results");
        assertThat(results.size()).isEqualTo(8);
        results.forEach(result -> {
            assertThat(rules.get(result.get("ruleIndex").asInt()))
                    .isEqualTo(result.get("ruleId").asString());
            assertThat(LEVELS).contains(result.get("level").asString());
            assertThat(result.at("/message/text").asString()).isNotEmpty();
            result.get("locations").forEach(VerdictFormatTest::assertLocation);
        });
    }

    private static void assertLocation(JsonNode location) {
        JsonNode file = location.at("/physicalLocation/artifactLocation/uri");
        if (file.isMissingNode()) {
            assertThat(location.at("/logicalLocations/0/fullyQualifiedName").asString())
                    .isNotEmpty();
            return;
        }
        URI uri = URI.create(file.asString());
        assertThat(uri.isAbsolute()).as("%s is relative", uri).isFalse();
        assertThat(uri.getRawPath()).doesNotStartWith("/").doesNotContain(" ", "\\");
        JsonNode region = location.at("/physicalLocation/region");
        if (!region.isMissingNode()) {
            assertThat(region.get("startLine").asInt()).isPositive();
        }
    }

    /** SHACL, section 3.6: one report; each result has a severity, and those of a thing its focus node. */
    @Test
    void turtleIsAReportOfShacl() {
        InMemoryGraph graph = RdfReader.readGraph(
                new ByteArrayInputStream(print(VerdictFormat.ttl).getBytes(StandardCharsets.UTF_8)),
                "verdict.ttl",
                Syntax.TURTLE,
                "http://e/");
        List<Term> reports = graph.subjects(
                        Vocabulary.TYPE.value(), new Term.Iri(Vocabulary.SHACL + "ValidationReport"))
                .toList();
        assertThat(reports).hasSize(1);
        assertThat(graph.object(reports.get(0), Vocabulary.SHACL + "conforms").map(Term::text))
                .contains("false");
        List<Term> results = graph.objects(reports.get(0), Vocabulary.SHACL + "result");
        assertThat(results).hasSize(8);
        for (Term result : results) {
            assertThat(graph.objects(result, Vocabulary.TYPE.value()))
                    .containsExactly(new Term.Iri(Vocabulary.SHACL + "ValidationResult"));
            assertThat(graph.objects(result, Vocabulary.SHACL + "resultSeverity"))
                    .hasSize(1)
                    .allMatch(severity -> severity.text().matches(".*#(Violation|Warning|Info)"));
            assertThat(graph.objects(result, Vocabulary.SHACL + "resultMessage"))
                    .hasSize(2);
        }
    }

    @Test
    void aKindIsALineWithItsNumberAndThreeExamplesAndTheCostliestIsFirst() {
        String text = print(VerdictFormat.text);
        List<String> kinds = text.lines()
                .filter(line -> !line.startsWith(" ") && line.contains(", ") && line.contains(": "))
                .map(line -> line.replaceAll(" in .*", ""))
                .toList();
        assertThat(kinds.get(0)).contains("refuse", "duplicate-key").endsWith(": 1");
        assertThat(kinds.get(1)).contains("mojibake").endsWith(": 477");
        assertThat(text.lines().filter(line -> line.contains("decoded by another")))
                .hasSize(3);
        assertThat(text.indexOf("mojibake")).isLessThan(text.indexOf("stray-sign"));
        assertThat(text.indexOf("stray-sign")).isLessThan(text.indexOf("empty-column"));
    }

    private String print(VerdictFormat format) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        format.print(verdict, List.of(), Locale.ENGLISH, writer);
        writer.flush();
        return out.toString();
    }

    private static Verdict verdict() {
        Gate gate = new Gate(Policy.DEFAULTS);
        for (int i = 0; i < 477; i++) {
            gate.judge("labos", at(Rule.MOJIBAKE, new Place.InCell("data/les labos.csv", 2 + i, "nom", "Ã©" + i)));
        }
        gate.judge("labos", at(Rule.EMPTY_COLUMN, new Place.InFile("data/les labos.csv")));
        gate.judge("labos", at(Rule.STRAY_SIGN, new Place.InCell("data/les labos.csv", 9, "budget", "12 €")));
        gate.judge("labos", at(Rule.DUPLICATE_KEY, new Place.InLine("data/les labos.csv", 4)));
        gate.judge("labos", at(Rule.SHAPE_WARNING, new Place.OfThing("http://e/id/labo/1", "Labo 1")));
        gate.judge("", at(Rule.NOT_CHECKED, new Place.InFile("catalog.ttl")));
        return gate.verdict();
    }

    private static Finding at(Rule rule, Place place) {
        return rule.at(place, rule == Rule.MOJIBAKE ? "decoded by another encoding" : "wrong", "faux");
    }
}
