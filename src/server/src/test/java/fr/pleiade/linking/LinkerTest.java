package fr.pleiade.linking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkerTest {
    private static final String B = "http://localhost:8080/";
    private static final String SCHOOLS = """
            <http://localhost:8080/id/e/1> <http://e/code> "75056" .
            <http://localhost:8080/id/e/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/School> .
            <http://localhost:8080/id/e/2> <http://e/code> "99999" .
            <http://localhost:8080/id/e/2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/School> .
            <http://localhost:8080/id/e/2> <http://www.w3.org/2004/02/skos/core#prefLabel> "Villa M\u00e9dicis"@fr .
            <http://localhost:8080/id/e/3> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/School> .
            <http://localhost:8080/id/e/4> <http://e/code> "TWO" .
            <http://localhost:8080/id/e/4> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/School> .
            <http://localhost:8080/id/e/5> <http://e/code> "75056" .
            <http://localhost:8080/id/e/5> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Campus> .
            """;
    private static final String TOWNS = """
            <http://localhost:8080/id/c/1> <http://e/insee> "75056" .
            <http://localhost:8080/id/c/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Town> .
            <http://localhost:8080/id/c/2> <http://e/insee> "TWO" .
            <http://localhost:8080/id/c/2> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Town> .
            <http://localhost:8080/id/c/3> <http://e/insee> "TWO" .
            <http://localhost:8080/id/c/3> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Town> .
            <http://localhost:8080/id/d/75> <http://e/insee> "75056" .
            <http://localhost:8080/id/d/75> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/Departement> .
            """;

    @TempDir
    Path folder;

    private final List<Quad> links = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Quad, Place> rows = new HashMap<>();

    @BeforeEach
    void writeGraphs() throws IOException {
        Files.writeString(folder.resolve("schools.nq"), SCHOOLS);
        Files.writeString(folder.resolve("towns.nq"), TOWNS);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("towns.ttl.gz")))) {
            out.write("<http://i/75056> a <http://e/Town> ; <http://e/insee> \"75056\" ."
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aThingIsLinkedToTheOneThatBearsItsKey() {
        link(rule(true, target("towns.nq")));
        assertThat(links)
                .containsExactly(new Quad(
                        new Term.Iri(B + "id/e/1"),
                        new Term.Iri("http://e/town"),
                        new Term.Iri(B + "id/c/1"),
                        new Term.Iri(B + "dataset/schools")));
    }

    @Test
    void whatARequiredRuleCannotLinkIsFoundByName() {
        link(rule(true, target("towns.nq")));
        assertThat(findings).extracting(Finding::rule).containsExactly("link-missing", "link-no-key", "link-ambiguous");
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.WARNING);
        assertThat(findings.get(0).place()).isEqualTo(new Place.OfThing(B + "id/e/2", "Villa Médicis"));
        assertThat(findings.get(0).problem().en()).isEqualTo("no town has the key '99999'");
        assertThat(findings.get(2).problem().en()).contains(B + "id/c/2", B + "id/c/3");
    }

    @Test
    void aKeyThatIsASlipOfThePenIsProposed() throws IOException {
        Files.writeString(folder.resolve("towns.nq"), TOWNS.replace("75056", "9999"));
        link(rule(true, target("towns.nq")));
        assertThat(findings.stream().map(f -> f.problem().en()))
                .contains("no town has the key '99999'; did you mean '9999'?");
    }

    @Test
    void anOptionalRuleSumsUpWhatItCouldNotLink() {
        link(rule(false, target("towns.nq")));
        assertThat(findings).extracting(Finding::rule).containsExactly("link-ambiguous", "link-missing");
        assertThat(findings.get(1).severity()).isEqualTo(Severity.INFO);
        assertThat(findings.get(1).problem().en()).isEqualTo("the keys of 2 of 4 things lead to no town");
    }

    @Test
    void theReportCountsWhatWasDone() {
        LinkReport report = link(rule(true, target("towns.nq"))).get(0);
        assertThat(report.candidates()).isEqualTo(4);
        assertThat(report.linked()).isEqualTo(1);
        assertThat(report.missing()).isEqualTo(3);
        assertThat(report.keyed()).isEqualTo(3);
        assertThat(report.keys()).isEqualTo(3);
        assertThat(report.links()).isEqualTo(1);
        assertThat(report.linksByTarget()).isEqualTo(Map.of("towns.nq", 1L));
    }

    @Test
    void aRowThatIsKnownIsWhereTheFindingIs() {
        Place cell = new Place.InCell("schools.csv", 3, "town", "99999");
        rows.put(
                new Quad(
                        new Term.Iri(B + "id/e/2"),
                        new Term.Iri("http://e/code"),
                        new Term.Literal("99999", Vocabulary.XSD + "string", "")),
                cell);
        link(rule(true, target("towns.nq")));
        assertThat(findings.get(0).place()).isEqualTo(cell);
        assertThat(findings.get(0).problem().en())
                .isEqualTo("Villa Médicis <" + B + "id/e/2>: no town has the key '99999'");
    }

    @Test
    void aKeyThatLostAZeroIsProposedAndNotLinked() throws IOException {
        Files.writeString(folder.resolve("towns.nq"), TOWNS.replace("75056", "099999"));
        link(rule(true, target("towns.nq")));
        assertThat(links).isEmpty();
        assertThat(findings.stream().filter(f -> f.problem().en().contains("'99999'")))
                .singleElement()
                .satisfies(f -> assertThat(f.remedy().en()).contains("'099999'", "leading zero"));
    }

    @Test
    void aClassThatTheTargetDoesNotHaveIsOneFindingAtTheRule() {
        LinkTarget towns = new LinkTarget(LinkTarget.Kind.FILE, "towns.nq", Set.of("http://e/Towm"), "http://e/insee");
        link(rule(true, towns));
        Finding finding = only("link-rule");
        assertThat(finding.place()).isEqualTo(new Place.InLine("schools/links.ttl", 7));
        assertThat(finding.problem().en())
                .isEqualTo("nothing in towns.nq is a <http://e/Towm>; did you mean <http://e/Town>?");
        assertThat(findings).extracting(Finding::rule).doesNotContain("link-missing");
    }

    @Test
    void aKeyThatTheTargetDoesNotHaveIsOneFindingAtTheRule() {
        LinkTarget towns = new LinkTarget(LinkTarget.Kind.FILE, "towns.nq", Set.of("http://e/Town"), "http://e/inse");
        link(rule(true, towns));
        assertThat(only("link-rule").problem().en())
                .isEqualTo(
                        "nothing in towns.nq that could be linked has a <http://e/inse>; did you mean <http://e/insee>?");
    }

    @Test
    void aKeyThatNoSubjectHasIsOneFindingAtTheRuleEvenIfOptional() {
        for (boolean required : new boolean[] {true, false}) {
            findings.clear();
            LinkRule rule = rule(required, target("towns.nq"));
            link(new LinkRule(
                    rule.iri(),
                    rule.label(),
                    rule.subjectClass(),
                    "http://e/coed",
                    rule.predicate(),
                    required,
                    rule.targets(),
                    rule.history(),
                    rule.elsewhere(),
                    rule.document(),
                    rule.line()));
            assertThat(findings).hasSize(1);
            assertThat(only("link-rule").problem().en())
                    .isEqualTo(
                            "nothing in schools that could be linked has a <http://e/coed>; did you mean <http://e/code>?");
        }
    }

    @Test
    void aClassThatNoSubjectIsOfIsOneFindingAtTheRule() {
        LinkRule rule = rule(true, target("towns.nq"));
        link(new LinkRule(
                rule.iri(),
                rule.label(),
                "http://e/Scool",
                rule.key(),
                rule.predicate(),
                true,
                rule.targets(),
                rule.history(),
                rule.elsewhere(),
                rule.document(),
                rule.line()));
        assertThat(only("link-rule").problem().en())
                .isEqualTo("nothing in schools is a <http://e/Scool>; did you mean <http://e/School>?");
    }

    private Finding only(String rule) {
        List<Finding> found =
                findings.stream().filter(f -> f.rule().equals(rule)).toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    @Test
    void twoTargetsThatBothKnowTheKeyAreAmbiguous() {
        LinkReport report =
                link(rule(true, target("towns.nq"), target("towns.ttl.gz"))).get(0);
        assertThat(report.linked()).isZero();
        assertThat(findings).extracting(Finding::rule).contains("link-ambiguous");
    }

    @Test
    void aGzippedTurtleFileIsATarget() {
        link(rule(true, target("towns.ttl.gz")));
        assertThat(links).extracting(Quad::object).containsExactly(new Term.Iri("http://i/75056"));
    }

    private List<LinkReport> link(LinkRule rule) {
        ReferenceKeys keys = ReferenceKeys.read(List.of(rule), target -> folder.resolve(target.name()));
        return new Linker(List.of(rule), keys, triples -> rows)
                .link(folder.resolve("schools.nq"), new Term.Iri(B + "dataset/schools"), links::add, findings::add);
    }

    private static LinkTarget target(String name) {
        return new LinkTarget(LinkTarget.Kind.FILE, name, Set.of("http://e/Town"), "http://e/insee");
    }

    private static LinkRule rule(boolean required, LinkTarget... targets) {
        return new LinkRule(
                "http://e/rule",
                new Text("town", "ville"),
                "http://e/School",
                "http://e/code",
                "http://e/town",
                required,
                List.of(targets),
                History.NONE,
                List.of(),
                "schools/links.ttl",
                7);
    }
}
