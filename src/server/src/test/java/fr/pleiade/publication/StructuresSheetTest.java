package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register of research structures, 34 columns with parallel lists and personal data, as a sheet of forty lines. */
class StructuresSheetTest {
    private static final Path SHEET = Path.of("src/server/src/test/resources/structures/mapping.yml");
    private static final String BASE = "http://localhost:8080/";
    private static final String TERMS = BASE + "vocab/structures#";

    @TempDir
    static Path folder;

    private static PublishReport report;
    private static Release release;

    @BeforeAll
    static void publish() throws IOException {
        Path data = Needed.shared("data");
        write("catalog.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <catalog> a dcat:Catalog ; dct:title "A catalogue"@en . <id/agent/tests> a <http://xmlns.com/foaf/0.1/Agent> .
                """);
        write("structures/mapping.yml", Files.readString(SHEET));
        write("etablissements/mapping.yml", """
                url: etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv
                dialect: { delimiter: ";" }
                about: { title: Établissements, licence: licence-ouverte-2.0, publisher: tests }
                class: Etablissement
                columns:
                  etablissement_id_paysage: key
                  uo_lib: label
                  uai: { type: uai, list: ";" }
                  "*": skip
                """);
        Site site = Site.read(folder.resolve("mappings"), Path.of("ontology"), BASE);
        report = new Publisher(site, data, folder.resolve("var")).publish(PublishObserver.NONE);
        assertThat(report.findings(Severity.ERROR)).isZero();
        release = Releases.in(folder.resolve("var")).current().orElseThrow();
    }

    /** The numbers of links are those of a count over the two files with another program. */
    @Test
    void aSheetOfFortyLinesPublishesTheRegister() throws IOException {
        assertThat(Files.readAllLines(SHEET)).hasSizeLessThanOrEqualTo(40);
        InMemoryGraph graph = release.graphContent("structures");
        assertThat(graph.subjects(Vocabulary.TYPE.value(), new Term.Iri(TERMS + "Structure")))
                .hasSize(4506);
        assertThat(report.links().get("structures"))
                .extracting(LinkReport::predicate, LinkReport::links)
                .containsExactlyInAnyOrder(tuple(TERMS + "tutelle", 4477L), tuple(TERMS + "parent", 1678L));
        assertThat(values(graph, "domaine_scientifique")).hasSize(5631);
        assertThat(values(graph, "domaine_scientifique").stream()
                        .map(Quad::object)
                        .distinct())
                .hasSize(10);
    }

    @Test
    void aStructureHasAllThatItsRowSays() {
        InMemoryGraph graph = release.graphContent("structures");
        Term structure = new Term.Iri(BASE + "id/structure/200412238P");
        assertThat(graph.objects(structure, Vocabulary.RDFS + "label"))
                .containsExactly(Term.Literal.inLanguage("INSTITUT DE RECHERCHE EN GÉNIE CIVIL ET MÉCANIQUE", "fr"));
        assertThat(graph.objects(structure, Vocabulary.SKOS + "altLabel")).containsExactly(Term.Literal.of("GeM"));
        assertThat(graph.objects(structure, "http://schema.org/foundingDate"))
                .containsExactly(Term.Literal.typed("2004", Vocabulary.XSD + "gYear"));
        assertThat(graph.objects(structure, TERMS + "uai_des_tutelles"))
                .containsExactlyInAnyOrder(
                        Term.Literal.of("0440100V"), Term.Literal.of("0753639Y"), Term.Literal.of("0442953W"));
        assertThat(graph.objects(structure, TERMS + "numero_de_structure_historique"))
                .containsExactlyInAnyOrder(
                        Term.Literal.of("200015981A"), Term.Literal.of("199613764H"), Term.Literal.of("199613763G"));
        assertThat(graph.objects(structure, Vocabulary.FOAF + "homepage"))
                .containsExactly(new Term.Iri("http://gem.ec-nantes.fr"));
    }

    @Test
    void whatIsPersonalIsNotPublished() throws IOException {
        String graph = Files.readString(release.graphFile("structures"));
        assertThat(graph).doesNotContain("JACQUEMIN", "LOUKILI", "dir-adjoint", "thomas.dutoit");
        assertThat(Files.readString(release.folder().resolve("csv/structures.csv")))
                .doesNotContain("JACQUEMIN", "LOUKILI", "dir-adjoint");
    }

    @Test
    void whatIsNoAddressIsToldAtItsCell() {
        assertThat(release.findings("structures").stream()
                        .map(Finding::place)
                        .filter(place -> place instanceof Place.InCell cell
                                && cell.column().equals("site_web"))
                        .map(place -> ((Place.InCell) place).value()))
                .contains("en cours de création", "CATALYSE ET CHIMIE MOLECULAIRE", "En construction");
    }

    private static List<Quad> values(InMemoryGraph graph, String term) {
        return graph.triples().stream()
                .filter(quad -> quad.predicate().value().equals(TERMS + term))
                .toList();
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve("mappings").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
