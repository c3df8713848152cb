package fr.pleiade.mappings;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.syntax.RdfReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each {@code mappings/<dataset>/sample.csv} gives its {@code expected.nt}. */
class SampleTest {
    private static final Path MAPPINGS = Path.of("mappings");

    @TempDir
    Path workspace;

    @ParameterizedTest
    @MethodSource("folders")
    void sampleGivesTheExpectedGraph(Path folder) throws IOException {
        MappedSample mapped = MappedSample.of(folder, workspace);
        assertThatGraph(mapped.quads())
                .isIsomorphicTo(RdfReader.readGraph(folder.resolve("expected.nt"), MappedSample.BASE));
    }

    @Test
    void eachBadCellIsOneFindingAndItsRowIsKept() throws IOException {
        MappedSample mapped = MappedSample.of(MAPPINGS.resolve("etablissements"), workspace);
        assertThat(mapped.rows()).isEqualTo(6);
        assertThat(mapped.findings().stream().map(SampleTest::cell))
                .containsExactlyInAnyOrder(
                        "7 type_d_etablissement 'Caserne' lookup",
                        "7 url 'www.sans-schema.fr' iri",
                        "7 coordonnees '148.85,2.34' point",
                        "7 uai '0759991Z' uai",
                        "7 siret '12345678200011' siret",
                        "7 siren '123456789' siren",
                        "7 identifiant_wikidata '1234' normalise",
                        "7 identifiant_idref '100000070' idref",
                        "7 identifiant_ror '0abcde199' ror",
                        "7 identifiant_isni '0000 0000 1234 5639' isni",
                        "7 anciens_codes_uai '0759992D;0759993Z' uai",
                        "7 date_creation '19x1' date",
                        "7 pays_etranger_acheminement 'Syldavie' lookup",
                        "7 flux_rss 'https://exemple.fr/fil des actualites.xml' iri",
                        "7 inscrits_2010 'environ 300' number");
    }

    @ParameterizedTest
    @MethodSource("folders")
    void onlyTheInstitutionsSampleHasFindings(Path folder) throws IOException {
        List<Finding> findings = MappedSample.of(folder, workspace).findings();
        assertThat(findings.isEmpty()).isEqualTo(!folder.endsWith("etablissements"));
    }

    private static String cell(Finding finding) {
        if (finding.place() instanceof Place.InCell cell) {
            return "%d %s '%s' %s".formatted(cell.line(), cell.column(), cell.value(), finding.rule());
        }
        return finding.describe();
    }

    static List<Path> folders() throws IOException {
        try (Stream<Path> entries = Files.list(MAPPINGS)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        }
    }
}
