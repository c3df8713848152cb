package fr.pleiade.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mappings on the complete real files: no row is lost, and what cannot be mapped is known. */
class RealSourcesTest {
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    @ParameterizedTest
    @CsvSource({
        "communes, 37544, http://rdf.insee.fr/def/geo#Commune, 34935",
        "communes, 37544, http://rdf.insee.fr/def/geo#ArrondissementMunicipal, 45",
        "communes, 37544, http://rdf.insee.fr/def/geo#CommuneDeleguee, 2081",
        "communes, 37544, http://rdf.insee.fr/def/geo#CommuneAssociee, 483",
        "departements, 101, http://rdf.insee.fr/def/geo#Departement, 101",
        "regions, 18, http://rdf.insee.fr/def/geo#Region, 18",
        "collectivites-outremer, 94, http://rdf.insee.fr/def/geo#CollectiviteDOutreMer, 6",
        "collectivites-outremer, 94, http://rdf.insee.fr/def/geo#CollectiviteTerritoriale, 1",
        "etablissements, 250, http://www.w3.org/ns/org#Organization, 250",
        "etablissements, 250, http://www.w3.org/ns/org#FormalOrganization, 240",
        "etablissements, 250, http://www.w3.org/ns/org#OrganizationalUnit, 10",
        "finances, 2253, http://purl.org/linked-data/cube#Observation, 78855"
    })
    void eachRowIsOneThing(String slug, long rows, String type, long things) {
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings", slug), Needed.shared("data"));
        assertThat(mapped.rows()).isEqualTo(rows);
        assertThat(mapped.quads())
                .filteredOn(quad -> is(quad, TYPE) && quad.object().equals(new Term.Iri(type)))
                .hasSize((int) things);
    }

    @Test
    void theInstitutionsHaveThreeBadCells() {
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings/etablissements"), Needed.shared("data"));
        assertThat(mapped.findings())
                .extracting(Finding::rule)
                .containsExactly("hosted", "invalid-iri", "hosted"); // each on a line of its own
        assertThat(mapped.findings())
                .extracting(f -> f.place().describe())
                .anyMatch(place -> place.contains("'hal'") && place.contains("www.canal-u.tv"))
                .anyMatch(place -> place.contains("flux_rss"))
                .anyMatch(place -> place.contains("compte_twitter") && place.contains("www.agro-bordeaux.fr"));
        assertThat(mapped.quads())
                .noneMatch(quad -> quad.object().text().equals("http://xmlns.com/foaf/0.1/OnlineAccount")
                        && quad.subject().text().contains("agro-bordeaux"));
    }

    /** Counted in the file by another program: two schemas, statuses, successions of either direction. */
    @Test
    void theRegistersRecordsOfBothSchemasAreReadWhole() {
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings/ror"), Needed.shared("data"));
        assertThat(mapped.rows()).isEqualTo(4605);
        assertThat(mapped.findings()).isEmpty();
        assertThat(Stream.of("active", "inactive", "withdrawn")
                        .map(status -> mapped.quads().stream()
                                .filter(quad -> is(quad, "https://w3id.org/pleiade/link#recordStatus")
                                        && quad.object().text().equals(status))
                                .count()))
                .containsExactly(4235L, 311L, 59L);
        assertThat(Stream.of("isReplacedBy", "replaces")
                        .mapToInt(word -> texts(mapped, "http://purl.org/dc/terms/" + word)
                                .size()))
                .containsExactly(198, 91);
        assertThat(mapped.quads())
                .allMatch(quad -> quad.subject().text().matches("https://ror.org/0[a-z0-9]{6}[0-9]{2}"));
        assertThat(texts(mapped, "http://www.w3.org/2000/01/rdf-schema#label"))
                .contains("Ecole supérieure d'art | Dunkerque - Tourcoing");
    }

    /** 94 institutions of the enrolments became another, counted by another program, and two by what people decided of two vintages. */
    @Test
    void whatBecameOfInstitutionsIsAnEventEach() {
        MappedSample mapped =
                MappedSample.ofSources(Path.of("mappings/evenements-etablissements"), Needed.shared("data"));
        assertThat(mapped.findings()).isEmpty();
        assertThat(mapped.quads())
                .filteredOn(quad -> quad.object().text().equals("http://www.w3.org/ns/org#ChangeEvent"))
                .hasSize(96);
        assertThat(texts(mapped, MappedSample.BASE + "vocab/pleiade#sansDate"))
                .hasSize(95) // 94 of them, and the renaming of Mayotte's university
                .containsOnly("true");
        assertThat(texts(mapped, "http://purl.org/dc/terms/date"))
                .containsExactlyInAnyOrder("2023-11-27", "2020-09-01");
    }

    @Test
    void telephonesAreInternationalAndHouseNumbersApart() {
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings/etablissements"), Needed.shared("data"));
        List<String> telephones = texts(mapped, "http://schema.org/telephone");
        assertThat(telephones).hasSize(167).allMatch(number -> number.matches("[+](33|262|590|594)[0-9]{9}"));
        assertThat(texts(mapped, "http://www.w3.org/ns/locn#locatorDesignator"))
                .hasSize(212)
                .contains("6 et 8", "17/21", "8 bis", "1C", "2-12")
                .allMatch(number -> number.matches("[0-9].{0,6}"));
        assertThat(texts(mapped, "http://www.w3.org/ns/locn#thoroughfare"))
                .hasSize(244)
                .contains("Route nationale 3", "C/ de Paul Guinard, 3", "rue de la Croix Jarry")
                .noneMatch(street -> street.matches("[0-9].*"));
        assertThat(texts(mapped, "http://www.w3.org/ns/locn#adminUnitL1")).allMatch(code -> code.matches("[A-Z]{2}"));
    }

    @Test
    void whatHasNoLegalPersonalityIsAUnitAndItsNumberTheLegalUnits() {
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings/etablissements"), Needed.shared("data"));
        String unit = MappedSample.BASE + "id/unite-legale/130017270";
        assertThat(mapped.quads())
                .filteredOn(quad -> is(quad, "http://www.w3.org/ns/org#unitOf")
                        && quad.object().text().equals(unit))
                .extracting(quad -> quad.subject().text().replaceFirst(".*/", ""))
                .containsExactlyInAnyOrder("2bx2x", "mFZJs");
        assertThat(mapped.quads())
                .as("its own identifier it is not")
                .noneMatch(quad -> quad.object().text().endsWith("#siren-130017270"));
        assertThat(mapped.quads())
                .filteredOn(quad -> is(quad, "http://www.w3.org/ns/org#memberOf"))
                .hasSize(158);
    }

    private static List<String> texts(MappedSample mapped, String property) {
        return mapped.quads().stream()
                .filter(quad -> is(quad, property))
                .map(quad -> quad.object().text())
                .toList();
    }

    @Test
    void anotherVintageIsAnotherMappingFolder() {
        Path folder = Path.of("src/server/src/test/resources/vintage-2024/mappings/etablissements");
        MappedSample mapped = MappedSample.ofSources(folder, Needed.shared("data"));
        assertThat(mapped.rows()).isEqualTo(250);
        assertThat(mapped.findings()).isEmpty();
        assertThat(values(mapped, "uai")).isEqualTo(265);
        assertThat(values(mapped, "siret")).isEqualTo(285);
        assertThat(values(mapped, "isni")).isEqualTo(164);
        assertThat(values(mapped, "codeCommune")).isEqualTo(246);
    }

    /** Its columns have other names, several codes in a cell, dates as precise as they are known. */
    @Test
    void theSheetReadsAnotherVintageByTheNamesBehindItsBars(@TempDir Path folder) throws IOException {
        Path named =
                folder.resolve("etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv");
        Files.createDirectories(named.getParent());
        Files.copy(
                Needed.shared("data")
                        .resolve("etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2024-11.csv"),
                named);
        MappedSample mapped = MappedSample.ofSources(Path.of("mappings/etablissements"), folder);
        assertThat(mapped.rows()).isEqualTo(250);
        assertThat(mapped.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "invalid-iri", "hosted", "hosted", "hosted", "telephone", "telephone", "telephone");
        assertThat(values(mapped, "uai")).isEqualTo(265);
        assertThat(values(mapped, "siret")).isEqualTo(285);
        assertThat(values(mapped, "isni")).isEqualTo(164);
        assertThat(values(mapped, "codeCommune")).isEqualTo(246);
        assertThat(values(mapped, "secteur")).isEqualTo(250);
    }

    private static long values(MappedSample mapped, String property) {
        String iri = MappedSample.BASE + "vocab/pleiade#" + property;
        return mapped.quads().stream().filter(quad -> is(quad, iri)).count();
    }

    private static boolean is(Quad quad, String property) {
        return quad.predicate().value().equals(property);
    }
}
