package fr.pleiade.linking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        assertThat(report.linksByTarget()).isEqualTo(Map.of("towns.nq", 1L));
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
        return Linker.of(List.of(rule), ReferenceKeys.read(List.of(rule), target -> folder.resolve(target.name())))
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
                List.of(targets));
    }
}
