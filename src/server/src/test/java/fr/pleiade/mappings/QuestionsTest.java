package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.publication.PublishObserver;
import fr.pleiade.publication.Publisher;
import fr.pleiade.publication.RealFiles;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.Releases;
import fr.pleiade.site.Site;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What people ask, as the example queries of the site; and what strangers ask, who know none but the most common vocabularies. All
 * numbers were counted in the source files, with another program.
 */
class QuestionsTest {
    private static final int MOST_LINES = 10;

    @TempDir
    static Path state;

    private static Store sample;

    @BeforeAll
    static void publish() {
        Site site = Site.read(Path.of("mappings"), Path.of("ontology"), MappedSample.BASE);
        new Publisher(site, Path.of("data"), state).publish(PublishObserver.NONE);
        sample = Store.open(Releases.in(state).current().orElseThrow().tdb2());
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @ParameterizedTest
    @CsvSource({
        "12-universites-fusionnees, 4, 4",
        "13-pour-cent-mille-habitants, 1, 2",
        "14-ecoles-a-moins-de-30-km, 7, 55",
        "15-sans-ror, 7, 51",
        "16-noms-anglais, 39, 107",
        "17-inscrits-par-region, 14, 17",
        "18-departements-sans-etablissement, 79, 42",
        "19-etablissements-de-paris, 12, 40",
        "20-par-un-uai, 1, 1",
        "21-ouverts-depuis-2015, 8, 21",
        "22-eespig-par-academie, 1, 58",
        "23-membres-d-un-regroupement, 3, 11",
        "09-meme-siren, 1, 2",
        "24-pres-de-moi-en-anglais, 2, 89",
        "25-sans-connaitre-ce-vocabulaire, 143, 395",
        "26-que-devient-un-code, 2, 2",
        "27-au-1er-janvier-2015, 3, 1723",
        "28-nom-a-une-date, 1, 1",
        "29-effectifs-avant-la-fondation, 9, 29",
        "32-par-un-bout-de-nom, 5, 32"
    })
    void questionHasTheRowsThatWereCounted(String name, int ofTheSample, int ofTheRealFiles) throws IOException {
        String query = query(name);
        assertThat(query.lines().filter(QuestionsTest::asks)).hasSizeLessThanOrEqualTo(MOST_LINES);
        assertThat(sample.select(query, Map.of())).hasSize(ofTheSample);
        try (Store real = Store.open(RealFiles.published().release().tdb2())) {
            assertThat(real.select(query.replace(MappedSample.BASE, RealFiles.BASE), Map.of()))
                    .hasSize(ofTheRealFiles);
        }
    }

    @Test
    void studentsOfARegionAreThoseOfItsRows() throws IOException {
        assertThat(sample.select(query("17-inscrits-par-region"), Map.of()))
                .filteredOn(row -> text(row, "region").equals("Bretagne"))
                .extracting(row -> text(row, "etudiants"))
                .containsExactly("20933");
    }

    @Test
    void institutionsForOneHundredThousandInhabitants() throws IOException {
        assertThat(sample.select(query("13-pour-cent-mille-habitants"), Map.of()))
                .extracting(row -> text(row, "nom") + " " + text(row, "etablissements") + " " + text(row, "habitants"))
                .containsExactly("Nouvelle-Calédonie 1 94285");
    }

    @Test
    void schoolsAreOrderedByTheirDistance() throws IOException {
        assertThat(sample.select(query("14-ecoles-a-moins-de-30-km"), Map.of()))
                .extracting(row -> text(row, "nom"))
                .startsWith("IAE Paris-Sorbonne")
                .endsWith("Itescia, école de commerce et d'informatique");
    }

    @ParameterizedTest
    @CsvSource({
        "http://www.w3.org/ns/org#Organization, id/etablissement/, 47, 250",
        "http://schema.org/Organization, id/etablissement/, 47, 250",
        "http://purl.org/dc/terms/Location, id/, 299, 38158",
        "http://purl.org/dc/terms/Location, id/commune/, 123, 35020"
    })
    void strangersFindAllInstitutionsAndPlaces(String type, String below, long ofTheSample, long ofTheRealFiles) {
        assertThat(count(sample, MappedSample.BASE, type, below)).isEqualTo(ofTheSample);
        try (Store real = Store.open(RealFiles.published().release().tdb2())) {
            assertThat(count(real, RealFiles.BASE, type, below)).isEqualTo(ofTheRealFiles);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://schema.org/name", "http://www.w3.org/2000/01/rdf-schema#label"})
    void whatHasANameHasItInTheWordsOfStrangers(String property) {
        assertThat(sample.select(
                        """
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        SELECT ?thing ?name WHERE {
                          ?thing skos:prefLabel|<http://rdf.insee.fr/def/geo#nom> ?name
                          FILTER (STRSTARTS(STR(?thing), ?things))
                          FILTER NOT EXISTS { ?thing ?property ?same FILTER (STR(?same) = STR(?name)) }
                        }
                        """,
                        Map.of(
                                "property",
                                new Term.Iri(property),
                                "things",
                                Term.Literal.of(MappedSample.BASE + "id/"))))
                .isEmpty();
    }

    @Test
    void everyIdentifierIsOneInTheWordsOfStrangers() {
        assertThat(sample.select("""
                        PREFIX adms: <http://www.w3.org/ns/adms#>
                        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                        SELECT ?thing ?code WHERE {
                          { ?thing adms:identifier/skos:notation ?typed BIND (STR(?typed) AS ?code) } UNION { ?thing <http://rdf.insee.fr/def/geo#codeINSEE> ?code }
                          FILTER NOT EXISTS { ?thing <http://schema.org/identifier> ?code }
                        }
                        """, Map.of())).isEmpty();
    }

    @Test
    void aMunicipalArrondissementAndItsCommuneAreBothStated() {
        assertThat(sample.select("""
                        SELECT DISTINCT ?part WHERE {
                          ?e <vocab/pleiade#commune> ?part .
                          ?part <http://rdf.insee.fr/def/geo#subdivisionDirecteDe> ?commune .
                          ?commune a <http://rdf.insee.fr/def/geo#Commune> .
                          FILTER NOT EXISTS { ?e <vocab/pleiade#commune> ?commune }
                        }
                        """.replace("<vocab", "<" + MappedSample.BASE + "vocab"), Map.of()))
                .isEmpty();
    }

    @Test
    void aRegionHoldsItsCommunes() {
        try (Store real = Store.open(RealFiles.published().release().tdb2())) {
            assertThat(real.select("""
                            PREFIX igeo: <http://rdf.insee.fr/def/geo#>
                            SELECT ?commune WHERE { ?commune a igeo:Commune ; igeo:subdivisionDe <%sid/region/84> }
                            """.formatted(RealFiles.BASE), Map.of())).hasSize(4027);
        }
    }

    /** Of the sample's four records of ROR, three confirm an institution's; see data/README.md. */
    @Test
    void linksetOfIdentitiesSaysHowManyTheRegisterConfirms() {
        assertThat(sample.select("""
                        PREFIX link: <https://w3id.org/pleiade/link#>
                        PREFIX void: <http://rdfs.org/ns/void#>
                        SELECT ?verified ?by WHERE {
                          ?links void:linkPredicate <http://www.w3.org/2002/07/owl#sameAs> ; void:objectsTarget <https://ror.org/> ;
                            void:triples ?all ; link:verified ?verified ; link:verifiedBy ?by .
                        }
                        """, Map.of()))
                .extracting(row -> text(row, "verified") + " " + text(row, "by"))
                .containsExactly("3 " + MappedSample.BASE + "dataset/etablissements#ror");
    }

    @Test
    void linksToTheHomePageOfASiteAreNoLinkset() {
        assertThat(sample.select("""
                        PREFIX void: <http://rdfs.org/ns/void#>
                        SELECT ?links WHERE { ?links a void:Linkset ; void:linkPredicate <http://xmlns.com/foaf/0.1/accountServiceHomepage> }
                        """, Map.of())).isEmpty();
    }

    private static long count(Store store, String base, String type, String below) {
        return store.select(
                        "SELECT DISTINCT ?thing WHERE { ?thing a ?type FILTER (STRSTARTS(STR(?thing), ?base)) }",
                        Map.of("type", new Term.Iri(type), "base", Term.Literal.of(base + below)))
                .size();
    }

    private static String text(Map<String, Term> row, String variable) {
        return Objects.requireNonNull(row.get(variable), variable).text();
    }

    private static String query(String name) throws IOException {
        return "BASE <" + MappedSample.BASE + ">\n" + Files.readString(Path.of("ontology/examples/" + name + ".rq"));
    }

    /** {@return whether the line is part of what is asked: no title, no prefix, not empty} */
    private static boolean asks(String line) {
        return !line.isBlank() && !line.startsWith("#") && !line.startsWith("PREFIX") && !line.startsWith("BASE");
    }
}
