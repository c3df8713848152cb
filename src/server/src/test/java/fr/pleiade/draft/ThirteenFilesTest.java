package fr.pleiade.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.pleiade.site.Site;
import fr.pleiade.sources.CsvFile;
import fr.pleiade.sources.Dialect;
import fr.pleiade.sources.Row;
import fr.pleiade.sources.RowBlock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The profiles of thirteen real files, with what they must find written from the producers' descriptions: see README.md here.
 *
 * <p>The files are not in the repository: {@code -Dpleiade.shared=DIR} says where {@code data/} is; without it the class is skipped.
 */
class ThirteenFilesTest {
    /** The systems that are national or international registers; those of one ministry's lists are not asserted. */
    private static final Set<String> REGISTERS = Set.of(
            "uai",
            "siren",
            "siret",
            "rna",
            "ror",
            "wikidata",
            "idref",
            "isni",
            "grid",
            "rnsr",
            "commune",
            "departement",
            "region",
            "academie",
            "unite-urbaine",
            "paysage");

    private static Path data = Path.of("");
    private static Profiler profiler =
            new Profiler(Site.identifierSystems(Path.of("ontology"), "http://a/"), PublishedKeys.NONE);

    @BeforeAll
    static void referenceKeys() {
        String shared = System.getProperty("pleiade.shared", "");
        data = Path.of(shared, "data");
        assumeTrue(!shared.isEmpty() && Files.isDirectory(data), "needs -Dpleiade.shared=DIR");
        String igeo = "http://rdf.insee.fr/def/geo#";
        PublishedKeys keys = new PublishedKeys(List.of(
                keys("communes", igeo + "Commune", "cog/cog-2024-communes.csv", "COM"),
                keys("departements", igeo + "Departement", "cog/cog-2024-departements.csv", "DEP"),
                keys("regions", igeo + "Region", "cog/cog-2024-regions.csv", "REG")));
        profiler = new Profiler(Site.identifierSystems(Path.of("ontology"), "http://a/"), keys);
    }

    @Test
    void communes() {
        Seen seen = profile("cog/cog-2024-communes.csv");
        seen.key("TYPECOM", "COM").label("LIBELLE").rows(37544);
        seen.codes("COM=commune", "REG=region", "DEP=departement", "COMPARENT=commune")
                .personal();
        seen.linked("COM=communes", "REG=regions", "DEP=departements", "COMPARENT=communes");
    }

    @Test
    void departements() {
        Seen seen = profile("cog/cog-2024-departements.csv");
        seen.key("DEP").label("LIBELLE").rows(101);
        seen.codes("DEP=departement", "REG=region", "CHEFLIEU=commune").personal();
        seen.linked("DEP=departements", "REG=regions", "CHEFLIEU=communes");
    }

    @Test
    void regions() {
        Seen seen = profile("cog/cog-2024-regions.csv");
        seen.key("REG")
                .label("LIBELLE")
                .rows(18)
                .codes("REG=region", "CHEFLIEU=commune")
                .personal();
    }

    @Test
    void arrondissements() {
        Seen seen = profile("cog/cog-2024-arrondissements.csv");
        seen.key("ARR").label("LIBELLE").rows(333);
        seen.codes("DEP=departement", "REG=region", "CHEFLIEU=commune").personal();
    }

    @Test
    void movementsOfCommunesHaveNoKey() {
        Seen seen = profile("cog/cog-2024-mouvements-communes.csv");
        seen.key().rows(13284).codes("COM_AV=commune", "COM_AP=commune").personal();
        assertThat(seen.profile.label()).isEmpty();
        assertThat(seen.profile.notes())
                .anyMatch(note -> note.en().contains("names nearly every row")
                        || note.en().contains("name a row"));
    }

    @Test
    void overseasCollectivities() {
        Seen seen = profile("cog/cog-2024-collectivites-outremer.csv");
        seen.key("code_commune")
                .label("nom_commune")
                .rows(94)
                .codes("code_commune=commune")
                .personal();
    }

    @Test
    void enrolments() {
        Seen seen = profile(
                "effectifs/fr-esr-statistiques-sur-les-effectifs-d-etudiants-inscrits-par-etablissement-hcp-2023-10.csv");
        seen.key("Année universitaire", "Identifiant interne de l'établissement")
                .label("Établissement")
                .rows(2420);
        seen.codes(
                        "Identifiant wikidata=wikidata",
                        "Identifiant Research Organization Registry (ROR)=ror",
                        "Identifiant(s) UAI=uai",
                        "etablissement_id_region=region",
                        "etablissement_id_academie=academie",
                        "etablissement_id_departement=departement",
                        "etablissement_id_uucr=unite-urbaine",
                        "etablissement_code_commune=commune",
                        "etablissement_id_paysage_actuel=paysage")
                .personal();
        seen.types("Année universitaire=school-year", "rentree=year", "annee=year", "Sexe : Femmes=integer");
    }

    @Test
    void graduateEmployment() {
        Seen seen = profile("insertion-professionnelle/fr-esr-insertion_professionnelle-master-2021-12.csv");
        seen.key("annee", "numero_de_l_etablissement", "cle_disc").rows(13797);
        seen.codes("numero_de_l_etablissement=uai", "code_de_l_academie=academie", "id_paysage=paysage")
                .personal();
        seen.types("annee=year", "taux_dinsertion=integer", "taux_de_chomage_regional=decimal");
        assertThat(seen.column("taux_dinsertion").missing()).contains("nd", "ns");
        assertThat(seen.column("numero_de_l_etablissement").badCells()).isEqualTo(253); // UNIV: national totals
        assertThat(seen.column("remarque").evidence())
                .anyMatch(text -> text.en().startsWith("damaged:"));
    }

    @Test
    void researchStructures() {
        Seen seen = profile("structures-recherche/fr-esr-structures-recherche-publiques-actives-2022-02.csv");
        seen.key("numero_national_de_structure").label("libelle").rows(4506);
        seen.codes(
                        "numero_national_de_structure=rnsr",
                        "uai_des_tutelles=uai",
                        "siret_des_tutelles=siret",
                        "numero_de_structure_enfant=rnsr",
                        "numero_de_structure_parent=rnsr",
                        "numero_de_structure_historique=rnsr",
                        "fiche_rnsr=rnsr")
                .personal("nom_du_responsable", "prenom_du_responsable", "titre_du_responsable");
        assertThat(seen.profile.parallel())
                .anySatisfy(group -> assertThat(group)
                        .contains(
                                "tutelles",
                                "sigles_des_tutelles",
                                "uai_des_tutelles",
                                "siret_des_tutelles",
                                "nature_de_tutelle",
                                "type_de_tutelle",
                                "label_numero"))
                .anySatisfy(group -> assertThat(group)
                        .contains("numero_de_structure_historique", "type_de_succession", "annee_d_effet_historique"))
                .noneSatisfy(group -> assertThat(group).contains("code_panel_erc", "panel_erc"));
    }

    @Test
    void finances() {
        Seen seen = profile("finances/fr-esr-operateurs-indicateurs-financiers-2024-09.csv");
        seen.key("uai - identifiant", "exercice").label("Etablissement").rows(2253);
        seen.codes(
                        "uai - identifiant=uai",
                        "code de la commune=commune",
                        "code de l'academie=academie",
                        "code de la region=region",
                        "id - paysage=paysage")
                .personal();
        seen.types("exercice=year", "Charges de personnel=decimal", "Résultat net comptable=decimal");
        seen.linked("code de la commune=communes", "code de la region=regions");
    }

    @Test
    void educationDirectoryRepeatsItsIdentifier() {
        Seen seen = profile("annuaire-education/fr-en-annuaire-education-35-2023-06.csv");
        seen.key().label("Nom_etablissement").rows(996);
        seen.codes(
                        "Identifiant_de_l_etablissement=uai",
                        "Code_commune=commune",
                        "Code_departement=departement",
                        "Code_academie=academie",
                        "Code_region=region",
                        "SIREN_SIRET=siret",
                        "PIAL=uai",
                        "etablissement_mere=uai")
                .personal("Telephone", "Fax", "Mail");
        seen.types(
                "Code postal=code",
                "rpi_disperse=code",
                "date_ouverture=date",
                "Ecole_maternelle=boolean",
                "position=point");
        seen.linked("Code_commune=communes", "Code_departement=departements", "Code_region=regions");
        assertThat(seen.profile.notes())
                .anyMatch(note ->
                        note.en().contains("'Identifiant_de_l_etablissement' names nearly every row, but repeats"));
    }

    @Test
    void establishments2023() {
        Seen seen = profile("etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv");
        seen.key("etablissement_id_paysage").label("uo_lib").rows(250);
        seen.codes(
                        "etablissement_id_paysage=paysage",
                        "uai=uai",
                        "siret=siret",
                        "siren=siren",
                        "rna=rna",
                        "identifiant_wikidata=wikidata",
                        "element_wikidata=wikidata",
                        "identifiant_idref=idref",
                        "identifiant_ror=ror",
                        "element_ror=ror",
                        "identifiant_grid=grid",
                        "identifiant_isni=isni",
                        "element_isni=isni",
                        "anciens_codes_uai=uai",
                        "com_code=commune",
                        "uucr_id=unite-urbaine",
                        "dep_id=departement",
                        "aca_id=academie",
                        "reg_id=region")
                .personal("numero_telephone_uai");
        seen.types(
                "date_creation=year",
                "inscrits_2010=integer",
                "code_postal_uai=code",
                "coordonnees=point",
                "adresse_uai=text");
    }

    @Test
    void establishments2024() {
        Seen seen = profile("etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2024-11.csv");
        seen.key("identifiant interne").label("libellé").rows(250);
        seen.codes(
                        "uai - identifiant=uai",
                        "anciens codes uai=uai",
                        "siret=siret",
                        "siren=siren",
                        "rna=rna",
                        "Identifiant wikidata=wikidata",
                        "Elément wikidata=wikidata",
                        "identifiant_idref=idref",
                        "Identifiant ROR=ror",
                        "Elément ROR=ror",
                        "Identifiant ISNI=isni",
                        "Elément ISNI=isni",
                        "Code commune=commune",
                        "Code unité urbaine=unite-urbaine",
                        "Code département=departement",
                        "Code académie=academie",
                        "Code région=region")
                .personal("Numéro de téléphone");
        seen.types("date_creation=date", "géolocalisation=point", "Code postal=code", "Commune=text");
        assertThat(seen.column("siret").separator()).isEqualTo(",");
        assertThat(seen.column("uai - identifiant").separator()).isEqualTo(";");
    }

    private static Seen profile(String file) {
        return new Seen(profiler.profile(data.resolve(file)));
    }

    private static PublishedKeys.Keys keys(String dataset, String type, String file, String column) {
        Set<String> codes = new HashSet<>();
        try (CsvFile csv = CsvFile.open(file, data.resolve(file), Dialect.RFC_4180)) {
            int at = csv.header().indexOf(column);
            Row row = new Row(List.of());
            for (Optional<RowBlock> block = csv.nextBlock(); block.isPresent(); block = csv.nextBlock()) {
                while (block.get().next(row)) {
                    codes.add(row.text(at));
                }
            }
        }
        return new PublishedKeys.Keys(dataset, "http://rdf.insee.fr/def/geo#codeINSEE", type, codes);
    }

    /** A profile, and what is asked of it. */
    private record Seen(FileProfile profile) {
        Seen key(String... columns) {
            assertThat(profile.key()).containsExactly(columns);
            return this;
        }

        Seen label(String column) {
            assertThat(profile.label()).contains(column);
            return this;
        }

        Seen rows(long rows) {
            assertThat(profile.rows()).isEqualTo(rows);
            return this;
        }

        /** All columns of registers are these, and no other column is one. */
        Seen codes(String... columnsAndSystems) {
            List<String> found = profile.columns().stream()
                    .filter(column -> REGISTERS.contains(column.type()))
                    .map(column -> column.header() + "=" + column.type())
                    .toList();
            assertThat(found).containsExactlyInAnyOrder(columnsAndSystems);
            return this;
        }

        void personal(String... columns) {
            assertThat(profile.columns().stream()
                            .filter(column -> column.personal().isPresent())
                            .map(ColumnGuess::header))
                    .containsExactly(columns);
        }

        void types(String... columnsAndTypes) {
            for (String pair : columnsAndTypes) {
                String[] parts = pair.split("=");
                assertThat(column(parts[0]).type()).as(parts[0]).isEqualTo(parts[1]);
            }
        }

        void linked(String... columnsAndDatasets) {
            for (String pair : columnsAndDatasets) {
                String[] parts = pair.split("=");
                assertThat(column(parts[0])
                                .link()
                                .filter(Overlap::isWritten)
                                .map(link -> link.keys().dataset()))
                        .as(parts[0])
                        .contains(parts[1]);
            }
        }

        ColumnGuess column(String header) {
            return profile.columns().stream()
                    .filter(column -> column.header().equals(header))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
