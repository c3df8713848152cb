package fr.pleiade.draft.vintage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.draft.folder.DatasetFolder;
import fr.pleiade.draft.folder.NewDataset;
import fr.pleiade.draft.sample.Expectation;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.rdf.Prefixes;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VintageTest {
    private static final String BASE = "http://a.example/";
    private static final Path ONTOLOGY = Path.of("ontology");
    private static final Profiler PROFILER = new Profiler(Site.identifierSystems(ONTOLOGY, BASE), PublishedKeys.NONE);

    @TempDir
    Path folder;

    private Path sheet = Path.of("");
    private DatasetFolder site = new DatasetFolder(folder, folder, BASE, Prefixes.of(Map.of()), VintageTest::systems);

    @BeforeEach
    void folders() throws IOException {
        Path mappings = Files.createDirectories(folder.resolve("mappings"));
        Path sources = Files.createDirectories(folder.resolve("data"));
        sheet = mappings.resolve("labs/mapping.yml");
        site = new DatasetFolder(mappings, sources, BASE, Prefixes.of(Map.of()), VintageTest::systems);
    }

    private static IdentifierSystems systems(String base) {
        return Site.identifierSystems(ONTOLOGY, base);
    }

    @Test
    void renamedColumnsArePairedByTheirValuesInTheRowsOfTheSameKey() throws IOException {
        dataset(
                "id;nom;ville;quartier\nA1;Un;Brest;Brest\nA2;Deux;Rennes;Nord\nA3;Trois;Nantes;Sud\nA4;Quatre;Vannes;Est\n"
                        + "A5;Cinq;Lorient;Lorient\nA6;Six;Quimper;Quimper\n");
        Vintage vintage = vintage(
                "numéro;dénomination;commune;secteur géo\nA6;Six;Quimper;Quimper\nA5;Cinq;Lorient;Lorient\nA4;Quatre;Vannes;Est\n"
                        + "A3;Trois;Nantes;Sud\nA2;Deux;Rennes;Nord\nA1;Un;Brest;Brest\n");
        assertThat(renamed(vintage))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("id", "numéro", "nom", "dénomination", "ville", "commune", "quartier", "secteur géo"));
        assertThat(vintage.gone()).isEmpty();
        assertThat(vintage.fresh()).isEmpty();
    }

    @Test
    void theSheetKeepsEverythingElseAndReadsBothFiles() throws IOException {
        dataset("id;nom;places;fermée\nA1;Un;12;x1\nA2;Deux;13;x2\nA3;Trois;14;x3\nA4;Quatre;15;x4\nA5;Cinq;16;x5\n");
        String before = Files.readString(sheet).replace("columns:\n", "# ours\ncolumns:\n");
        Files.writeString(sheet, before);
        Vintage vintage = vintage(
                "id;libellé;places;surface\nA1;Un;12;4\nA2;Deux;13;5\nA3;Trois;14;6\nA4;Quatre;15;7\nA5;Cinq;16;8\n");
        assertThat(Files.readString(sheet)).isEqualTo(before); // nothing before it is wanted
        vintage.write(Locale.ENGLISH);
        String after = Files.readString(sheet);
        assertThat(after.lines().map(line -> line.replaceAll(" +", " ")))
                .contains(
                        "# ours",
                        "url: labs/labs-2025.csv",
                        " id: { is: key, type: code }",
                        " \"nom | libellé\": { is: label, type: text }",
                        " places: integer",
                        " \"fermée?\": code",
                        " \"surface?\": integer");
        assertThat(Files.readString(folder.resolve("data/labs/labs-2025.csv"))).contains("surface");
        assertThat(new Expectation(sheet, "labs").differences(VintageTest::systems))
                .isEmpty();
        Files.writeString(sheet, after.replace("labs/labs-2025.csv", "labs/labs-2024.csv"));
        assertThat(new Expectation(sheet, "labs").differences(VintageTest::systems))
                .isEmpty();
    }

    @Test
    void everyLineThatChangesIsShown() throws IOException {
        dataset("id;nom;places\nA1;Un;12\nA2;Deux;13\nA3;Trois;14\nA4;Quatre;15\nA5;Cinq;16\n");
        Vintage vintage =
                vintage("id;libellé;prix\nA1;Un;4,5\nA2;Deux;5,5\nA3;Trois;6,5\nA4;Quatre;7,5\nA5;Cinq;8,5\n");
        List<String> said = vintage.words(Locale.FRENCH);
        String text = String.join("\n", said).replaceAll(" +", " ");
        assertThat(text)
                .contains(
                        "Renommées (1)",
                        " nom → libellé la même valeur dans 5 lignes sur 5 où les deux en ont une",
                        "Disparues (1), désormais facultatives :\n places",
                        "Nouvelles (1), chacune avec une ligne dans la feuille :\n prix",
                        " - url: labs/labs-2024.csv\n + url: labs/labs-2025.csv",
                        " + \"nom | libellé\": { is: label, type: text }",
                        " + \"places?\": integer",
                        " + \"prix?\": decimal");
        List<String> before = Files.readAllLines(sheet);
        vintage.write(Locale.FRENCH);
        List<String> after = Files.readAllLines(sheet);
        after.removeAll(before);
        assertThat(said).containsAll(after.stream().map(line -> "  + " + line).toList());
    }

    @Test
    void cellsThatAreListsNowAndDatesWhereThereWereYearsAreReadAsBeforeToo() throws IOException {
        dataset("id;uai;ouverture\nA1;0951214D;2001\nA2;0573389Z;2002\nA3;0922563L;2003\n");
        Vintage vintage = vintage(
                "id;uai;ouverture\nA1;0951214D;2001-05-04\nA2;0573389Z,0922563L;2002\nA3;0922563L,0951214D;2003-04\n");
        vintage.write(Locale.ENGLISH);
        assertThat(Files.readString(sheet).replaceAll(" +", " "))
                .contains(" uai: { type: uai, list: \",\" } #", "ouverture: date");
        assertThat(new Expectation(sheet, "labs").differences(VintageTest::systems))
                .isEmpty();
        assertThat(String.join("\n", vintage.words(Locale.ENGLISH))).doesNotContain("Written otherwise");
    }

    @Test
    void cellsThatAreOfAnotherKindNowAreTold() throws IOException {
        dataset("id;nom;ouverture\nA1;Un;13/05/2001\nA2;Deux;14/06/2002\nA3;Trois;15/07/2003\n");
        Vintage vintage = vintage("id;nom;ouverture\nA1;Un;au printemps\nA2;Deux;en été\nA3;Trois;en automne\n");
        assertThat(vintage.words(Locale.ENGLISH)).contains("    ouverture: was date dd/MM/yyyy, now is text");
    }

    @Test
    void yearsInHeadersThatDifferAreNeverPaired() throws IOException {
        dataset(
                "id;nom;effectif 2021;effectif 2022\nA1;Un;10;11\nA2;Deux;20;22\nA3;Trois;30;33\nA4;Quatre;40;44\nA5;Cinq;50;55\n");
        Vintage vintage = vintage(
                "id;nom;effectifs 2022-23;effectifs 2023-24\nA1;Un;11;12\nA2;Deux;22;23\nA3;Trois;33;34\nA4;Quatre;44;45\nA5;Cinq;55;56\n");
        assertThat(renamed(vintage)).isEqualTo(Map.of("effectif 2022", "effectifs 2022-23"));
        assertThat(vintage.gone()).containsExactly("effectif 2021");
        assertThat(vintage.fresh()).containsExactly("effectifs 2023-24");
    }

    @Test
    void rowsOfOtherKeysArePairedByTheirValuesAndNames() throws IOException {
        dataset("annee;etablissement code;nom etab;etudiants\n" + rows(2023, "E%02d;Établissement %d;%d\n"));
        Vintage vintage = vintage("exercice (annee);Code établissement;Nom de l'établissement;Nombre d'étudiants\n"
                + rows(2024, "E%02d;Établissement %d;%d\n"));
        assertThat(renamed(vintage))
                .containsEntry("etablissement code", "Code établissement")
                .containsEntry("nom etab", "Nom de l'établissement")
                .containsEntry("annee", "exercice (annee)");
    }

    private static String rows(int year, String form) {
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            rows.append(year + i % 2 * 10).append(';').append(form.formatted(i / 2, i / 2, 100 + i * 7 + year % 3));
        }
        return rows.toString();
    }

    @Test
    void aNameThatTheSheetHasAlreadyIsNotWrittenAgain() throws IOException {
        dataset("id;nom\nA1;Un\nA2;Deux\nA3;Trois\n");
        Files.writeString(sheet, Files.readString(sheet).replaceFirst("  nom: +", "  nom | libellé: "));
        Vintage vintage = vintage("id;libellé\nA1;Un\nA2;Deux\nA3;Trois\n");
        assertThat(vintage.sheet(Locale.ENGLISH)).contains("  nom | libellé: ");
        assertThat(vintage.gone()).isEmpty();
    }

    @Test
    void theSampleStandsForAFileThatIsNotHere() throws IOException {
        dataset("id;nom;places\nA1;Un;12\nA2;Deux;13\nA3;Trois;14\nA4;Quatre;15\nA5;Cinq;16\n");
        Files.delete(folder.resolve("data/labs/labs-2024.csv"));
        Vintage vintage = vintage("code;nom;lits\nA1;Un;12\nA2;Deux;13\nA3;Trois;14\nA6;Six;17\n");
        assertThat(renamed(vintage)).containsEntry("id", "code").doesNotContainKey("nom");
        Files.delete(sheet.resolveSibling("sample.csv"));
        refused("labs", "id;nom\nA1;Un\n", "neither this file nor a sample of it is here");
    }

    @Test
    void titlesAreWrittenWhereTheSheetHasTitles() throws IOException {
        dataset("id;nom\nA1;Un\nA2;Deux\nA3;Trois\nA4;Quatre\nA5;Cinq\n");
        Files.writeString(sheet, Files.readString(sheet).replaceFirst("  nom: +\\{ ", "  n: { titles: nom, "));
        Vintage vintage = vintage("id;libellé\nA1;Un\nA2;Deux\nA3;Trois\nA4;Quatre\nA5;Cinq\n");
        assertThat(vintage.sheet(Locale.ENGLISH)).contains("  n: { titles: [nom, libellé], is: label");
    }

    @Test
    void whatCannotBePairedIsOneSentenceAndNothingIsWritten() throws IOException {
        dataset("id;nom\nA1;Un\nA2;Deux\nA3;Trois\n");
        String before = Files.readString(sheet);
        refused("labs", "id;nom\nA1;Un\nA2;Deux\nA3;Trois\n", "it is the file of 'labs' already");
        refused("labs", "couleur;poids\nbleu;7 kg\nvert;8 kg\n", "none of its columns is like one of 'labs'");
        refused("labs", "x;nom\nq;Un\nr;Deux\ns;Trois\n", "no column has the values of 'id', which names a row");
        refused("labz", "id;nom\nA1;Un\n", "there is no dataset 'labz'; did you mean 'labs'?");
        refused("labs", "id,nom\nA1,Un\nA2,Deux\n", "is written otherwise than the file of 'labs'");
        Files.createDirectories(folder.resolve("mappings/towns"));
        Files.writeString(folder.resolve("mappings/towns/mapping.ttl"), "");
        refused("towns", "id;nom\nA1;Un\n", "the mapping of 'towns' is RML");
        assertThat(Files.readString(sheet)).isEqualTo(before);
        assertThat(folder.resolve("data/labs/labs-2025.csv")).doesNotExist();
    }

    private void refused(String slug, String csv, String sentence) throws IOException {
        Path file = Files.writeString(folder.resolve("labs-2025.csv"), csv);
        assertThatThrownBy(() -> Vintage.of(site, slug, file, PROFILER))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining(sentence);
    }

    /** The establishments of 2023 and 2024: what each column of 2023 is called in 2024, read in the two headers and the cells by people. */
    @Test
    void establishmentsOf2024ArePairedWithThoseOf2023() throws IOException {
        String shared = System.getProperty("pleiade.shared", "");
        Path data = Path.of(shared, "data", "etablissements");
        assumeTrue(!shared.isEmpty() && Files.isDirectory(data), "needs -Dpleiade.shared=DIR");
        String name = "fr-esr-principaux-etablissements-enseignement-superieur-%s.csv";
        Path old = data.resolve(name.formatted("2023-04"));
        site.write(
                old,
                PROFILER.profile(old),
                new NewDataset("labs", "Établissements", "licence-ouverte-2.0", "tests", "2023-04", "fr"),
                Locale.FRENCH);
        Vintage vintage = Vintage.of(site, "labs", data.resolve(name.formatted("2024-11")), PROFILER);

        Map<String, String> expected = new LinkedHashMap<>();
        Files.readAllLines(Path.of("src/server/src/test/resources/draft/establishments-2023-2024.tsv")).stream()
                .map(line -> line.split("\t"))
                .forEach(pair -> expected.put(pair[0], pair[1]));
        Map<String, String> found = vintage.pairs().stream().collect(Collectors.toMap(Pair::before, Pair::now));
        Map<String, String> wrong = new TreeMap<>();
        expected.forEach((column, other) -> {
            if (!other.equals(found.get(column))) {
                wrong.put(column, other + " expected, found " + found.get(column));
            }
        });
        found.forEach((column, other) -> {
            if (!expected.containsKey(column)) {
                wrong.put(column, "gone, found " + other);
            }
        });
        assertThat(wrong).hasSizeLessThanOrEqualTo(5);
        vintage.write(Locale.FRENCH);
        assertThat(new Expectation(sheet, "labs").differences(VintageTest::systems))
                .isEmpty();
    }

    private void dataset(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("labs-2024.csv"), csv);
        site.write(
                file,
                PROFILER.profile(file),
                new NewDataset("labs", "Laboratoires", "licence-ouverte-2.0", "tests", "2024", "fr"),
                Locale.ENGLISH);
    }

    private Vintage vintage(String csv) throws IOException {
        return Vintage.of(site, "labs", Files.writeString(folder.resolve("labs-2025.csv"), csv), PROFILER);
    }

    private static Map<String, String> renamed(Vintage vintage) {
        return vintage.pairs().stream()
                .filter(pair -> !pair.isSame())
                .collect(Collectors.toMap(Pair::before, Pair::now));
    }
}
