package fr.pleiade.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Severity;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTest {
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix gate: <https://w3id.org/pleiade/gate#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void site() throws IOException {
        catalog("");
        dataset("");
        write("mappings/d/mapping.ttl", "");
        Files.createDirectories(folder.resolve("ontology"));
    }

    @Test
    void aSiteThatSaysNothingChangesNothing() {
        assertThat(policy().overrides()).isEmpty();
        assertThat(policy().severity("d", "no-rows")).isEmpty();
    }

    @Test
    void theDatasetsWordPrecedesTheCataloguesAndBothAreRecordedWithTheirReasons() throws IOException {
        catalog("""
                <catalog> gate:policy [ gate:rule "link-missing" ; gate:severity "refuse" ;
                  rdfs:comment "Every link must be there."@en , "Tout lien doit y être."@fr ] .
                """);
        dataset("""
                <dataset/d> gate:policy [ gate:rule "link-missing" ; gate:severity "note" ;
                  rdfs:comment "La cible est incomplète."@fr ] .
                """);
        assertThat(policy().severity("d", "link-missing")).contains(Severity.INFO);
        assertThat(policy().severity("other", "link-missing")).contains(Severity.ERROR);
        assertThat(policy().recorded("d")).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("severity-changed");
            assertThat(finding.severity()).isEqualTo(Severity.INFO);
            assertThat(finding.problem().fr()).contains("« link-missing »", "« note »", "La cible est incomplète.");
            assertThat(finding.problem().en()).contains("'link-missing'", "'note'");
        });
        assertThat(policy().recorded(""))
                .extracting(Finding::problem)
                .singleElement()
                .satisfies(problem -> assertThat(problem.en()).contains("Every link must be there."));
    }

    @Test
    void aFunctionsNameIsARule() throws IOException {
        catalog("<catalog> gate:policy [ gate:rule \"date\" ; gate:severity \"note\" ; rdfs:comment \"old\"@en ] .");
        assertThat(policy().severity("d", "date")).contains(Severity.INFO);
    }

    @Test
    void anUnknownRuleIsNamedWithItsLineAndTheOneThatWasMeant() throws IOException {
        dataset("<dataset/d> gate:policy [ gate:rule \"no-row\" ; gate:severity \"note\" ; rdfs:comment \"x\" ] .");
        assertThatThrownBy(this::policy)
                .isInstanceOf(PolicyException.class)
                .hasMessageStartingWith("d/dataset.ttl:")
                .hasMessageContaining("there is no rule 'no-row' (did you mean 'no-rows'?)");
    }

    @Test
    void aChangeWithoutAReasonIsRefused() throws IOException {
        catalog("<catalog> gate:policy [ gate:rule \"no-rows\" ; gate:severity \"note\" ] .");
        assertThatThrownBy(this::policy).hasMessageContaining("without saying why");
    }

    @Test
    void aSeverityThatThereIsNotIsRefused() throws IOException {
        catalog("<catalog> gate:policy [ gate:rule \"no-rows\" ; gate:severity \"ignore\" ; rdfs:comment \"x\" ] .");
        assertThatThrownBy(this::policy).hasMessageContaining("refuse, warning or note, not 'ignore'");
    }

    private Policy policy() {
        return Policy.of(Site.read(folder.resolve("mappings"), folder.resolve("ontology"), "http://localhost:8080/"));
    }

    private void catalog(String more) throws IOException {
        write("mappings/catalog.ttl", "<catalog> a dcat:Catalog ; dct:title \"C\" .\n" + more);
    }

    private void dataset(String more) throws IOException {
        write(
                "mappings/d/dataset.ttl",
                "<dataset/d> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title \"D\" .\n"
                        + more);
    }

    private void write(String name, String turtle) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, PREFIXES + turtle);
    }
}
