package fr.pleiade.quality.csv;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.mapping.Mapping;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The mistakes that people and programs make in tables, one by one: each is told by its rule, at its place, and what is right is not. */
class TableMistakesTest {
    @TempDir
    Path folder;

    /** A cell among ten good ones of a column of texts. */
    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "UniversitÃƒÂ© | mojibake | Université",
                "lÃ¢â‚¬â„¢UniversitÃƒÂ© | mojibake | l’Université",
                "Universit√© | mojibake | Université",
                "Universit├® | mojibake | Université",
                "École supÃ©rieure | mojibake | École supérieure",
                "UniversitÈ | mojibake | Université",
                "gÈnÈral | mojibake | général",
                "UniversitÚ | mojibake | Université",
                "universit‚ | mojibake | université",
                "Universit?s | replacement-character | '?'",
                "D?partement | replacement-character | '?'",
                "Universit&eacute; | escaped-text | entities",
                "Arts &amp; Lettres | escaped-text | entities",
                "l&#8217;École | escaped-text | entities",
                "l&#x2019;École | escaped-text | entities",
                "#N/A | spreadsheet-trace | formula",
                "#REF! | spreadsheet-trace | formula",
                "#VALEUR! | spreadsheet-trace | formula",
                "#DIV/0! | spreadsheet-trace | formula",
                "#NOM? | spreadsheet-trace | formula",
                "##### | spreadsheet-trace | formula",
                "=SOMME(A1:A9) | spreadsheet-trace | formula",
                "=B2+C2 | spreadsheet-trace | formula",
                "1,30017E+13 | spreadsheet-trace | shortened",
                "1.3E+13 | spreadsheet-trace | shortened",
                "NULL | missing-word | no value",
                "n/a | missing-word | no value",
                "NaN | missing-word | no value",
                "Inconnu | missing-word | no value",
                "non renseigné | missing-word | no value",
                "à compléter | missing-word | no value",
                "-- | missing-word | no value",
                "? | missing-word | no value",
                "a.martin@univ.fr | stray-mail | e-mail"
            })
    void aCellIsTold(String cell, String rule, String said) throws IOException {
        List<Finding> findings = check("code;nom\n" + texts() + "X;\"" + cell + "\"\n");
        assertThat(findings).extracting(Finding::rule).containsExactly(rule);
        assertThat(findings.get(0).place()).isEqualTo(new Place.InCell("in.csv", 12, "nom", cell));
        assertThat(findings.get(0).problem().en()).contains(said);
        assertThat(findings.get(0).problem().fr())
                .isNotEqualTo(findings.get(0).problem().en());
    }

    @ParameterizedTest
    @ValueSource(ints = {0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x2060, 0x2066, 0xFEFF, 0xAD, 0x2028, 0xE000, 0xF0B7})
    void aCharacterThatNobodySeesIsNamed(int character) throws IOException {
        List<Finding> findings =
                check("code;nom\n" + texts() + "X;Uni%sversité\n".formatted(Character.toString(character)));
        assertThat(findings).extracting(Finding::rule).containsExactly("invisible-character");
        assertThat(findings.get(0).problem().en()).contains("U+%04X".formatted(character));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ColloÏdes Catalyse Oxydation",
                "Quoi ? Comment",
                "Qui?",
                "https://a.fr/?a=b&c=d",
                "AT&T",
                "R&D; etc.",
                "R & D",
                "C# et F#",
                "#1",
                "E+ formation",
                "12E",
                "3E05",
                "IUT1",
                "Nulle part",
                "Nancy",
                "Inconnus célèbres",
                "École Émile-Cohl",
                "CinéÉtoile",
                "L’ÉCOLE",
                "PÔLE",
                "Saint-Étienne",
                "aujourd’hui",
                "Œuvres",
                "Île-de-France",
                "Bañuls",
                "Müller",
                "Ђурђевић",
                "«état»",
                "x – y",
                "10 €",
                "…",
                "α√2"
            })
    void whatIsRightIsNotTold(String cell) throws IOException {
        assertThat(check("code;nom\n" + texts() + "X;\"" + cell + "\"\n"))
                .extracting(Finding::rule)
                .filteredOn(rule -> !rule.equals("missing-word") || !cell.equals("…"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{2}: {0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1001 | 01002 | zeros-likely-lost",
                "1001 | 35238 | zeros-likely-lost",
                "99999 | 35238 | placeholder-code",
                "00000 | 35238 | placeholder-code",
                "44OO7 | 35238 | letter-for-digit",
                "4400l | 35238 | letter-for-digit",
                "2A004 | 2B096 | ''",
                "01001 | 97411 | ''"
            })
    void aCodeAmongCodesIsTold(String one, String other, String rule) throws IOException {
        String codes = IntStream.range(0, 20)
                .mapToObj(i -> "%05d;A\n".formatted(35_001 + i))
                .collect(Collectors.joining());
        List<Finding> findings = check("code;nom\n" + codes + one + ";B\n" + other + ";C\n");
        assertThat(findings).extracting(Finding::rule).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999-12-31", "01/01/1900", "1970-01-01", "0000-00-00", "31/12/9999"})
    void aDateThatNobodyMeansIsTold(String date) throws IOException {
        String day = date.contains("/") ? "13/05/2020" : "2020-05-13";
        String rows = ("L1;" + day + "\n").repeat(30);
        assertThat(check("code;nom\n" + rows + "X;" + date + "\n"))
                .extracting(Finding::rule)
                .contains("placeholder-code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Total Bretagne;12;1 | total-row",
                "TOTAL;12;1 | total-row",
                "Sous-total;12;1 | total-row",
                "code;nom;ville | header-again",
                "Source : Insee;; | note-row",
                "* données provisoires;; | note-row",
                "Note : hors Mayotte;; | note-row",
                "Champ : France;; | note-row",
                "(1) estimation;; | note-row"
            })
    void aRowThatIsNoneIsToldWhereverItStands(String row, String rule) throws IOException {
        String rows = IntStream.range(0, 10)
                .mapToObj(i -> "L%02d;Lab %d;Brest%d\n".formatted(i, i, i))
                .collect(Collectors.joining());
        for (String csv : List.of(rows + row + "\n", row + "\n" + rows, rows + row + "\n" + rows.replace('L', 'M'))) {
            List<Finding> findings = check("code;nom;ville\n" + csv);
            assertThat(findings).extracting(Finding::rule).containsExactly(rule);
            assertThat(findings.get(0).place().describe())
                    .contains("in.csv:" + (2 + csv.lines().toList().indexOf(row)));
        }
    }

    @ParameterizedTest
    @CsvSource({"sigle,Sigle", "sigle,'sigle '", "sigle,si\u200Bgle", "Libellé,Libelle", "a b,a  b", "a b,a\u00A0b"})
    void columnsOfLikeNamesAreTold(String one, String other) throws IOException {
        assertThat(check("code;nom;%s;%s\nL1;A;B;C\n".formatted(one, other)))
                .extracting(Finding::rule)
                .contains("like-headers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ville ", "ville\u00A0", "ville\u200B", " ville", "la  ville", "\u200Eville", ""})
    void aColumnsNameThatIsNotWhatItLooksLikeIsTold(String name) throws IOException {
        List<Finding> findings = check("code;nom;" + name + "\nL1;A;B\n");
        assertThat(findings).extracting(Finding::rule).containsExactly("untidy-header");
        assertThat(findings.get(0).place()).isEqualTo(new Place.InLine("in.csv", 1));
    }

    @Test
    void aColumnOfOneValueIsNoted() throws IOException {
        String rows = IntStream.range(0, 30)
                .mapToObj(i -> "L%d;A%d;Bretagne\n".formatted(i, i))
                .collect(Collectors.joining());
        List<Finding> findings = check("code;nom;region\n" + rows);
        assertThat(findings).extracting(Finding::rule).containsExactly("constant-column");
        assertThat(findings.get(0).problem().en()).contains("all 30 rows: region ('Bretagne')");
        assertThat(check("code;nom;region\n" + rows + "L99;Z;Corse\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16", "windows-1252", "IBM850", "x-MacRoman", "ISO-8859-15"})
    void aFileInAnotherEncodingIsNotReadInSilence(String encoding) throws IOException {
        Files.write(
                folder.resolve("in.csv"), "code;nom\nL01;Université\nL02;Écoles\n".getBytes(Charset.forName(encoding)));
        assertThat(run()).isNotEmpty().anyMatch(SourceCheck::stopsMapping);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numero | 185057800608436 | 269054958815780 | social security",
                "numero | 1 85 05 78 006 084 36 | 2 69 05 49 588 157 80 | social security",
                "compte | FR1420041010050500013M02606 | DE89370400440532013000 | bank accounts",
                "compte | FR14 2004 1010 0505 0001 3M02 606 | GB82 WEST 1234 5698 7654 32 | bank accounts"
            })
    void otherPersonalDataIsKnown(String column, String one, String other, String what) throws IOException {
        List<Finding> findings = check("code;nom;%s\nL1;A;%s\nL2;B;%s\n".formatted(column, one, other));
        assertThat(findings).extracting(Finding::rule).containsExactly("personal-not-published");
        assertThat(findings.get(0).problem().en()).contains(what);
    }

    @Test
    void digitsOfTheSameLengthAreNoSocialSecurity() throws IOException {
        assertThat(check("code;nom;numero\nL1;A;185057800608437\nL2;B;123456789012345\n"))
                .isEmpty();
    }

    private static String texts() {
        return IntStream.range(0, 10)
                .mapToObj(i -> "L%02d;Laboratoire numéro %d\n".formatted(i, i))
                .collect(Collectors.joining());
    }

    private List<Finding> check(String csv) throws IOException {
        Files.write(folder.resolve("in.csv"), csv.getBytes(StandardCharsets.UTF_8));
        return run();
    }

    private List<Finding> run() throws IOException {
        Path document = folder.resolve("mapping.ttl");
        Files.writeString(document, """
                @prefix rml: <http://w3id.org/rml/> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
                <#t> a rml:TriplesMap ; rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "in.csv" ; rml:null "" ;
                      csvw:dialect [ a csvw:Dialect ; csvw:delimiter ";" ] ] ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/p> ; rml:objectMap [ rml:reference "nom" ] ] ;
                  rml:subjectMap [ rml:template "http://e/{code}" ] .
                """);
        Mapping mapping = Mapping.read(document, "http://e/", Site.identifierSystems(Path.of("ontology"), "http://e/"));
        Path path = folder.resolve("in.csv");
        List<Finding> findings = new ArrayList<>();
        new SourceCheck()
                .run(
                        SourceTable.of(
                                mapping.plan(),
                                "in.csv",
                                path,
                                mapping.dialects(folder).get(path),
                                Set.of()),
                        findings::add);
        return findings;
    }
}
