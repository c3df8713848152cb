package fr.pleiade.draft.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.site.Site;
import fr.pleiade.testing.Needed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VintageChangesTest {
    private static final String HEADER = "Id,Nom,Siren,Ville,Date\n";
    private static final String STAYS =
            "s,Stays,130017270,Rome,\nt,Stays too,,Rome,\nu,And this,,Rome,\nv,And that,,Rome,\n";

    @TempDir
    Path folder;

    @Test
    void whatHasACodeThatNothingElseHadIsCertain() throws IOException {
        assertThat(rows("a,Old,196500482,Tarbes,\n", "b,New,196500482,Tarbes,2023-11-27\n"))
                .containsExactly(List.of(
                        "yes",
                        "a",
                        "Old",
                        "b",
                        "New",
                        "2023-11-27",
                        "code = siren-196500482; siren = 196500482; ville = Tarbes"));
    }

    @Test
    void whatSharesATownWithFewIsADoubtAndWithManyNothing() throws IOException {
        assertThat(rows("a,Old,804840411,Pontoise,\nc,Other,,Rome,\n", "b,New,889310744,Pontoise,\nd,Another,,Rome,\n"))
                .containsExactly(
                        List.of("", "a", "Old", "b", "New", "", "ville = Pontoise"),
                        List.of("", "c", "Other", "", "", "", ""));
    }

    @Test
    void twoThatMayHaveBecomeOneAreDoubts() throws IOException {
        assertThat(rows("a,One,196500482,A,\nb,Two,196500482,B,\n", "c,Both,196500482,C,\n"))
                .extracting(row -> row.get(0) + row.get(1) + row.get(3))
                .containsExactly("ac", "bc");
    }

    @Test
    void oneThatMayHaveBecomeTwoIsADoubt() throws IOException {
        assertThat(rows("a,One,196500482,A,\n", "b,Half,196500482,B,\nc,Other half,196500482,C,\n"))
                .extracting(row -> row.get(0) + row.get(1) + row.get(3))
                .containsExactly("ab", "ac");
    }

    /** The code went to a thing that was there before: nothing new, and nobody knows. */
    @Test
    void aCodeThatWentToWhatIsThereStillTellsNoChange() throws IOException {
        assertThat(rows("a,Old,196500482,A,\nz,Taker,,Z,\n", "z,Taker,196500482,Z,\n"))
                .containsExactly(List.of("", "a", "Old", "", "", "", ""));
    }

    @Test
    void anotherNameUnderTheSameKeyIsToBeDecidedAndCapitalsAreNone() throws IOException {
        assertThat(rows("a,Old name,196500482,A,\nb,Same name,,B,\n", "a,New name,196500482,A,\nb,SAME Name,,B,\n"))
                .containsExactly(List.of("", "a", "Old name", "a", "New name", "", "code = siren-196500482"));
    }

    @Test
    void anotherKeyOfTheSameFileIsNoChange() throws IOException {
        assertThat(rows("", "")).isEmpty();
    }

    /** Read in both files by hand: three rows gone, of which one has no name, three new; eight have another name, one of them but for a capital. */
    @Test
    void theInstitutionsOfTwoRealVintages() throws IOException {
        Path files = Needed.shared("data").resolve("etablissements");
        VintageChanges changes = VintageChanges.between(
                Path.of("mappings/etablissements/mapping.yml"),
                files.resolve("fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv"),
                files.resolve("fr-esr-principaux-etablissements-enseignement-superieur-2024-11.csv"),
                systems());
        assertThat(changes.fresh()).extracting(VintageChangesTest::key).containsExactly("QeAil", "YzNA8", "u82xd");
        assertThat(changes.rows())
                .extracting(row -> row.get(0) + ":" + row.get(1) + ">" + row.get(3))
                .containsExactly(
                        "yes:MHneW>u82xd",
                        ":kYurK>YzNA8",
                        ":1tI7C>1tI7C",
                        ":Dy569>Dy569",
                        ":Q6uOU>Q6uOU",
                        ":a2a9U>a2a9U",
                        ":hSppL>hSppL",
                        ":nikMz>nikMz",
                        ":pVJpw>pVJpw");
    }

    @Test
    void aMappingOfSeveralFilesIsRefused() throws IOException {
        Path sheet = Files.writeString(
                folder.resolve("mapping.yml"),
                "tables:\n  - { url: a.csv, columns: { k: key } }\n  - { url: b.csv, columns: { k: key } }\n");
        Path file = Files.writeString(folder.resolve("x.csv"), "k\n1\n");
        assertThatThrownBy(() -> VintageChanges.between(sheet, file, file, systems()))
                .hasMessageContaining("reads 2 files");
    }

    private List<List<String>> rows(String earlier, String later) throws IOException {
        Path sheet = Files.writeString(folder.resolve("mapping.yml"), """
                url: schools.csv
                columns:
                  Id: key
                  Nom: label
                  Siren: { type: siren, is: identifier }
                  Ville: { as: ville, type: text }
                  Date: { as: schema:foundingDate, type: date }
                """);
        Path before = Files.writeString(folder.resolve("before.csv"), HEADER + STAYS + earlier);
        Path after = Files.writeString(folder.resolve("after.csv"), HEADER + STAYS + later);
        return VintageChanges.between(sheet, before, after, systems()).rows();
    }

    private static IdentifierSystems systems() {
        return Site.identifierSystems(Path.of("ontology"), "http://localhost:8080/");
    }

    private static String key(String thing) {
        return thing.substring(thing.lastIndexOf('/') + 1);
    }
}
