package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.quads.GraphFile;
import fr.pleiade.quality.csv.SourceCheck;
import fr.pleiade.quality.csv.SourceTable;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The real files: each oddity that is known of them is named by a finding, or mapped right. */
class RealOdditiesTest {
    private static final String BASE = "http://localhost:8080/";

    /** The oddities that are no fault once they are mapped: of some thing that has it, what is published. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "etablissements | latitude first, where WKT wants the longitude | etablissement/5YWUA#geometrie | geosparql#asWKT> \"POINT(2.078427 49.03397)\"",
                "etablissements | two institutions at one point | etablissement/ylVkq#geometrie | \"POINT(2.2359 48.8962)\"",
                "etablissements | two institutions at one point | etablissement/Y0wtS#geometrie | \"POINT(2.2359 48.8962)\"",
                "etablissements | several codes in one cell | etablissement/NmN4R | pleiade#ancienUai> \"0951803U\" ",
                "etablissements | codes of two systems in one cell | etablissement/jYUcF | pleiade#uaiRegroupement> \"0352756F\" ",
                "etablissements | names of two levels in one cell | etablissement/0347i | hiddenLabel> \"École supérieure d'ingénieurs des travaux de la construction à Metz\"",
                "etablissements | codes with a letter before them | etablissement/NLCOF | pleiade#codeDepartement> \"2B\" ",
                "etablissements | codes with a letter before them | etablissement/5YWUA | pleiade#codeRegion> \"11\" ",
                "etablissements | codes with letters before them | etablissement/5YWUA | pleiade#uniteUrbaine> <http://localhost:8080/id/unite-urbaine/00851>",
                "etablissements | a commune of overseas | etablissement/zepT6 | pleiade#commune> <http://localhost:8080/id/commune/98738>",
                "etablissements | a municipal arrondissement | etablissement/xJdyB | pleiade#commune> <http://localhost:8080/id/arrondissement-municipal/13207>",
                "etablissements | a SIREN of several institutions | etablissement/Bf1tY | pleiade#siren> \"783707003\" ",
                "etablissements | a SIREN of several institutions | etablissement/73Oaz | pleiade#siren> \"783707003\" ",
                "etablissements | an ISNI with blanks | etablissement/5YWUA | pleiade#isni> \"0000000106665255\" ",
                "etablissements | an address with accents | etablissement/HqAYu | foaf/0.1/account> <https://www.linkedin.com/company/université-toulouse---jean-jaurès/>",
                "etablissements | a blank between thousands | etablissement/5YWUA#inscrits-2016 | pleiade#inscrits> \"5506\"^^",
                "etablissements | a year for a date | etablissement/5YWUA | foundingDate> \"1907\"^^<http://www.w3.org/2001/XMLSchema#gYear>",
                "etablissements | a date of closing, once | etablissement/kYurK | dissolutionDate> \"2020\"^^<http://www.w3.org/2001/XMLSchema#gYear>",
                "etablissements | a telephone number as it is dialled at home | etablissement/5YWUA | telephone> \"+33134433000\" ",
                "etablissements | the sector is a word | etablissement/5YWUA | pleiade#secteur> <http://localhost:8080/id/secteur/prive>",
                "communes | a code that begins with a zero | commune/01001 | codeINSEE> \"01001\" ",
                "communes | a code with a letter | commune/2A004 | codeINSEE> \"2A004\" ",
                "communes | a code of two kinds | commune/01033 | geo#Commune> ",
                "communes | a code of two kinds | commune-deleguee/01033 | geo#CommuneDeleguee> ",
                "communes | the parent is another column | commune-associee/01120 | pleiade#codeCommuneParente> \"01262\" ",
                "communes | the parent is another column | arrondissement-municipal/75101 | <http://localhost:8080/id/commune/75056>",
                "communes | an article before the name | commune/01001 | rdf-schema#label> \"L'Abergement-Clémenciat\"",
                "regions | a code that begins with a zero | region/01 | codeINSEE> \"01\" ",
                "departements | a code with a letter | departement/2A | codeINSEE> \"2A\" ",
                "collectivites-outremer | other line ends, another header | commune/97501 | \"Miquelon-Langlade\""
            })
    void whatIsOddIsMappedRight(String dataset, String oddity, String thing, String wanted) {
        List<String> lines = lines(dataset, thing);
        assertThat(lines).as("%s: %s", oddity, thing).anyMatch(line -> line.contains(wanted.strip()));
    }

    private static List<String> lines(String dataset, String thing) {
        List<String> lines = new ArrayList<>();
        GraphFile.of(RealFiles.published().release().graphFile(dataset))
                .about(new Term.Iri(BASE + "id/" + thing), quad -> lines.add(quad.toNQuads()));
        return lines;
    }

    /** The oddities that are faults: the finding that names each. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "etablissements | pseudo codes of communes abroad | link-elsewhere | com_code | PYEan",
                "etablissements | pseudo codes of communes abroad | link-elsewhere | com_code | dNQUz",
                "etablissements | a nearly empty row: no name | shape-warning | | RZCnq",
                "etablissements | a nearly empty row: no commune | link-no-key | | RZCnq",
                "etablissements | a home page for an account | hosted | compte_twitter | www.agro-bordeaux.fr",
                "etablissements | a site of videos for one of papers | hosted | hal | www.canal-u.tv",
                "etablissements | an address cut off | invalid-iri | flux_rss | univ-evry",
                "etablissements | columns that are always empty | empty-column | | compte_googleplus"
            })
    void whatIsWrongIsNamed(String dataset, String oddity, String rule, String column, String what) {
        assertThat(RealFiles.published().release().findings(dataset))
                .as("%s: %s", dataset, oddity)
                .filteredOn(Finding::rule, rule)
                .anyMatch(finding -> {
                    String said =
                            finding.place().describe() + " " + finding.problem().en() + " " + finding;
                    return said.contains(what) && (column == null || said.contains(column));
                });
    }

    /** The export of 2024 has oddities of its own. */
    @ParameterizedTest(name = "2024: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "dates of three precisions | mixed-dates | date_creation | 2",
                "telephone numbers | personal-data | Numéro de téléphone |"
            })
    void whatIsWrongWithTheNextExportIsNamed(String oddity, String rule, String column, String what) {
        Path data = Needed.shared("data");
        Mapping mapping = Mapping.read(
                Path.of("src/server/src/test/resources/vintage-2024/mappings/etablissements/mapping.ttl"),
                BASE,
                Site.identifierSystems(Path.of("ontology"), BASE));
        List<Finding> findings = new ArrayList<>();
        mapping.filesByName(data)
                .forEach((name, path) -> new SourceCheck()
                        .run(
                                SourceTable.of(
                                        mapping.plan(),
                                        name,
                                        path,
                                        Objects.requireNonNull(
                                                mapping.dialects(data).get(path)),
                                        Set.of()),
                                findings::add));
        assertThat(findings)
                .as("%s, of %s", oddity, findings.stream().map(Finding::rule).collect(Collectors.toSet()))
                .filteredOn(Finding::rule, rule)
                .anyMatch(finding -> finding.toString().contains(column == null ? "" : column)
                        && finding.toString().contains(what == null ? "" : what));
    }
}
