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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each fault of a file is found, named and placed; a file without it has no such finding. */
class SourceCheckTest {
    private static final String FN = "https://w3id.org/pleiade/function#";

    @TempDir
    Path folder;

    private final List<String> columns = new ArrayList<>(List.of("code", "nom"));
    private final List<String> calls = new ArrayList<>();
    private Set<String> personal = Set.of();
    private String delimiter = ";";

    @Test
    void anOrdinaryFileHasNoFinding() throws IOException {
        assertThat(check("code;nom\nL01;Astronomie\nL02;L'été, à l’Université\n"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", "|"})
    void anotherDelimiterIsNamedWithTheDeclaredOne(String used) throws IOException {
        Finding finding = only("code;nom;ville\nL01;A;B\n".replace(";", used));
        assertThat(finding.rule()).isEqualTo("wrong-delimiter");
        assertThat(finding.place()).isEqualTo(new Place.InLine("in.csv", 1));
        String shown = used.equals("\t") ? "tab" : used;
        assertThat(finding.problem().en())
                .isEqualTo(
                        "the header holds '%s' 2 times and the mapping declares ';'; by '%s' its columns are code, nom, ville"
                                .formatted(shown, shown));
        assertThat(finding.problem().fr()).contains("contient 2 fois « " + shown + " »", "déclare « ; »");
        assertThat(SourceCheck.stopsMapping(finding)).isTrue();
    }

    @Test
    void titleRowsAreNamedWithTheLineOfTheHeader() throws IOException {
        Finding finding = only("Liste des laboratoires 2026\n\ncode;nom\nL01;A\n");
        assertThat(finding.rule()).isEqualTo("title-rows");
        assertThat(finding.problem().en()).contains("'Liste des laboratoires 2026'", "line 3", "csvw:skipRows 2");
    }

    @Test
    void aSeparatorLineOfTheDeclaredDelimiterIsUnderstoodAndNoted() throws IOException {
        Finding finding = only("sep=;\ncode;nom\nL01;A\n");
        assertThat(finding.rule()).isEqualTo("separator-line");
        assertThat(finding.place()).isEqualTo(new Place.InLine("in.csv", 1));
    }

    @Test
    void aSeparatorLineOfAnotherDelimiterNamesBoth() throws IOException {
        assertThat(rules(check("sep=,\ncode,nom\nL01,A\n"))).contains("wrong-delimiter");
        assertThat(check("sep=,\ncode,nom\nL01,A\n").get(0).problem().en())
                .contains("'sep=,'", "';'", "csvw:skipRows 1");
    }

    @ParameterizedTest
    @CsvSource({"Nom,nom", "noms,nom", "libelle,Libellé", "uo_lib,Uo lib"})
    void aColumnThatHasAnotherNameNowIsProposed(String wanted, String there) throws IOException {
        columns.set(1, wanted);
        Finding finding = only("code;%s\nL01;A\n".formatted(there));
        assertThat(finding.rule()).isEqualTo("missing-column");
        assertThat(finding.problem().en()).contains("'" + wanted + "'").contains("'" + there + "'");
        assertThat(finding.problem().fr()).contains("« " + wanted + " »").contains(there);
        assertThat(finding.place().describe()).matches(".*mapping\\.ttl:[0-9]+");
    }

    @Test
    void aColumnThatDiffersInvisiblyIsToldByCodePoints() throws IOException {
        columns.set(1, "nom complet");
        assertThat(only("code;nom\u00A0complet\nL01;A\n").problem().en()).contains("U+00A0", "U+0020");
    }

    @Test
    void everyRaggedRowIsToldWithItsLine() throws IOException {
        List<Finding> findings = check("code;nom\nL01;A\nL02;B;C\nL03;D\nL04\n");
        assertThat(findings).extracting(Finding::rule).containsOnly("ragged-row");
        assertThat(findings)
                .extracting(finding ->
                        finding.place().describe() + " " + finding.problem().en())
                .containsExactly("in.csv:3 3 cells, the header has 2", "in.csv:5 1 cells, the header has 2");
    }

    @Test
    void raggedRowsOfALargeFileAreToldToo() throws IOException {
        String rows = IntStream.range(0, 200_000)
                .mapToObj(i -> i == 150_000 ? "L;A;B\n" : "L%d;laboratoire numéro %d\n".formatted(i, i))
                .collect(Collectors.joining());
        assertThat(only("code;nom\n" + rows).place()).isEqualTo(new Place.InLine("in.csv", 150_002));
    }

    @Test
    void aHeaderWithoutRowsIsNoTable() throws IOException {
        assertThat(only("code;nom\n").rule()).isEqualTo("no-rows");
    }

    @Test
    void anEmptyFileAndAnUnclosedQuoteCannotBeRead() throws IOException {
        assertThat(only("").rule()).isEqualTo("unreadable");
        assertThat(only("code;nom\nL01;\"A\n").rule()).isEqualTo("unreadable");
    }

    @Test
    void aWorkbookIsNoCsvFile() throws IOException {
        Finding finding = only("PK\u0003\u0004 code;nom");
        assertThat(finding.rule()).isEqualTo("not-csv");
        assertThat(finding.problem().en()).contains("workbook");
    }

    @Test
    void anotherEncodingIsNamedWithWhatItWouldRead() throws IOException {
        Files.write(folder.resolve("in.csv"), "code;nom\nL01;Université\n".getBytes(Charset.forName("windows-1252")));
        Finding finding = run().get(0);
        assertThat(finding.rule()).isEqualTo("wrong-encoding");
        assertThat(finding.place()).isEqualTo(new Place.InLine("in.csv", 2));
        assertThat(finding.problem().en()).contains("UTF-8", "windows-1252 would read 'L01;Université'", "0xE9");
    }

    @ParameterizedTest
    @CsvSource({
        "enquÃªte, enquête",
        "UniversitÃ©, Université",
        "lâ€™Ã‰cole, l’École",
        "CÅ“ur, Cœur",
        "NÂ° 5, N° 5",
        "â‚¬, €"
    })
    void textThatWasDecodedWronglyIsMended(String wrong, String right) throws IOException {
        Finding finding = only("code;nom\nL01;%s\n".formatted(wrong));
        assertThat(finding.rule()).isEqualTo("mojibake");
        assertThat(finding.place()).isEqualTo(new Place.InCell("in.csv", 2, "nom", wrong));
        assertThat(finding.problem().en()).contains("'" + right + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"créée", "Zoë À Nîmes", "naïf", "âgé", "Ångström", "ÂÉ", "« âé »", "São Tomé", "D’Âne"})
    void accentsThatStandTogetherAreNoFault(String right) throws IOException {
        assertThat(check("code;nom\nL01;%s\n".formatted(right))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x01, 0x0B, 0x1F, 0x00, 0xFFFE, 0xFFFF})
    void whatXmlCannotHoldIsNamed(int character) throws IOException {
        Finding finding = only("code;nom\nL01;a%sb\n".formatted(Character.toString(character)));
        assertThat(finding.rule()).isEqualTo("control-character");
        assertThat(finding.problem().en()).contains("U+%04X".formatted(character));
    }

    @Test
    void aTabWithinACellIsNoFault() throws IOException {
        assertThat(check("code;nom\nL01;a\tb\u0085c\u007Fd\n")).isEmpty();
    }

    @Test
    void aReplacementCharacterIsALostOne() throws IOException {
        assertThat(only("code;nom\nL01;Universit\uFFFD\n").rule()).isEqualTo("replacement-character");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Total", "TOTAL", "Total général", "Sous-total", "Ensemble", "total :"})
    void aTotalBelowTheRowsIsOneOfThem(String total) throws IOException {
        Finding finding = only("code;nom\nL01;A\n%s;B\n".formatted(total));
        assertThat(finding.rule()).isEqualTo("total-row");
        assertThat(finding.place()).isEqualTo(new Place.InCell("in.csv", 3, "code", total));
    }

    @Test
    void aNameThatBeginsLikeATotalIsNone() throws IOException {
        assertThat(check("code;nom\nL01;A\nL02;TotalEnergies\n")).isEmpty();
    }

    @Test
    void emptyColumnsAreOneNote() throws IOException {
        Finding finding = only("code;nom;x;y\nL01;A;;\nL02;B;;\n");
        assertThat(finding.rule()).isEqualTo("empty-column");
        assertThat(finding.problem().en()).isEqualTo("columns without any value in 2 rows: x, y");
    }

    @Test
    void aCodeThatWouldBeOneWithAZeroIsTold() throws IOException {
        call("idref", "ref");
        assertThat(check("code;nom;ref\nL01;A;66951844\nL02;B;026403366\n"))
                .extracting(Finding::rule)
                .containsExactly("zeros-likely-lost");
        assertThat(check("code;nom;ref\nL01;A;66951844\nL02;B;26403366\nL03;C;26403366\n"))
                .extracting(Finding::rule)
                .containsOnly("lost-zeros");
    }

    @Test
    void shorterCodesOfWhichNoneBeginsWithAZeroHaveLostOne() throws IOException {
        columns.set(0, "code_commune");
        String full =
                Stream.of("01001", "01002", "75056", "35238", "2A004", "69123").collect(rows());
        assertThat(check("code_commune;nom\n" + full)).isEmpty();
        Finding finding = only("code_commune;nom\n" + full.replace("\n0", "\n").replaceFirst("^0", ""));
        assertThat(finding.rule()).isEqualTo("zeros-likely-lost");
        assertThat(finding.place()).isEqualTo(new Place.InCell("in.csv", 2, "code_commune", "1001"));
        assertThat(finding.problem().en()).contains("2 codes", "'1001' for '01001'");
    }

    @Test
    void zerosForACodeStandForNone() throws IOException {
        columns.set(0, "dossier");
        Finding finding = only("dossier;nom\n123456789;A\n000000000;B\n987654321;C\n000000000;D\n");
        assertThat(finding.rule()).isEqualTo("placeholder-code");
        assertThat(finding.place()).isEqualTo(new Place.InCell("in.csv", 3, "dossier", "000000000"));
        assertThat(finding.problem().en()).endsWith("(2 cells)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99.9 €", "12 %", "1.234,50", "5*", "~7", "€ 12"})
    void aNumberWithASignIsTold(String stray) throws IOException {
        columns.set(1, "budget");
        Finding finding = only("code;budget\nL01;100\nL02;2,5\nL03;%s\n".formatted(stray));
        assertThat(finding.rule()).isEqualTo("stray-sign");
        assertThat(finding.place()).isEqualTo(new Place.InCell("in.csv", 4, "budget", stray));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "1 234", "1\u00A0234,50", "+5", "8.6", "1234567"})
    void aNumberAsItIsWrittenInFrenchIsNoFault(String number) throws IOException {
        columns.set(1, "budget");
        assertThat(check("code;budget\nL01;100\nL02;2,5\nL03;%s\n".formatted(number)))
                .isEmpty();
    }

    @Test
    void aWordAmongNumbersMayStandForNone() throws IOException {
        columns.set(1, "budget");
        Finding finding = only("code;budget\nL01;100\nL02;nd\nL03;250\nL04;nd\n");
        assertThat(finding.rule()).isEqualTo("missing-code");
        assertThat(finding.problem().en()).endsWith("(2 cells)");
        assertThat(finding.remedy().en()).contains("fn:missing");
    }

    /** A sheet's {@code missing} is {@code fn:except}. */
    @ParameterizedTest
    @CsvSource({"fn:number, fn:missing, ns|nd", "fn:except, fn:other, nd"})
    void aWordThatTheMappingTakesForNoneIsNoQuestion(String function, String parameter, String words)
            throws IOException {
        columns.set(1, "budget");
        calls.add("""
                rml:predicateObjectMap [ rml:predicate <http://e/b> ; rml:objectMap [ rml:functionExecution [
                  rml:function <%1$s> ; rml:input [ rml:parameter <%4$svalue> ; rml:inputValueMap [ rml:reference "budget" ] ] ,
                    [ rml:parameter <%2$s> ; rml:inputValue "%3$s" ] ] ] ] ;
                """.formatted(function.replace("fn:", FN), parameter.replace("fn:", FN), words, FN));
        assertThat(check("code;budget\nL01;100\nL02;nd\nL03;250\nL04;nd\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "05/04/2001, 31/12/2010, ''",
        "05/04/2001, 04/12/2010, two-readings",
        "12/31/2010, 31/12/2010, two-readings",
        "12/31/2010, 01/02/2010, two-readings",
        "2010-12-31, 2011, mixed-dates",
        "2010-12-31, 2011-05, mixed-dates",
        "2010-12-31, 31/12/2010, mixed-dates",
        "2010-12-31, 2010-11-05, ''",
        "2010, 2011, ''"
    })
    void datesThatCanBeReadInTwoWaysOrAreOfTwoPrecisionsAreTold(String one, String other, String rule)
            throws IOException {
        columns.set(1, "ouverture");
        List<Finding> findings = check("code;ouverture\nL01;%s\nL02;%s\nL03;%s\n".formatted(one, other, one));
        assertThat(rules(findings)).isEqualTo(rule.isEmpty() ? Set.of() : Set.of(rule));
    }

    @Test
    void theDateThatIsUnlikeMostIsTheOneThatIsNamed() throws IOException {
        columns.set(1, "ouverture");
        assertThat(check("code;ouverture\nL01;2010-12-31\nL02;2011-12-31\nL03;31/12/2010\n"))
                .extracting(finding -> finding.place().describe())
                .allMatch(place -> place.contains(":4,") && place.contains("31/12/2010"))
                .hasSize(1);
    }

    @Test
    void schoolYearsThatAreReadAsDatesAreTold() throws IOException {
        call("date", "annee");
        assertThat(rules(check("code;nom;annee\nL01;A;2006-07\nL02;B;2012-13\n")))
                .containsExactly("school-year");
        assertThat(check("code;nom;annee\nL01;A;2006-07\nL02;B;2012-05\n")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "contact, a.martin@univ.fr, b.durand@univ.fr",
        "ecrire a, mailto:a.martin@univ.fr, Bernard Durand <b.durand@univ.fr>",
        "equipe, a.martin@univ.fr / b.durand@univ.fr, contact : c.petit@univ.fr",
        "standard, 01 34 43 30 00, +33134433000",
        "ligne, 0134433000, 0299141414",
        "appels, 02.99.85.38.02, 06-12-34-56-78",
        "appels, +33 (0)2 99 85 38 02, (+33) 2 99 85 38 02",
        "appels, Tél. 02 99 85 38 02, 00 33 2 99 85 38 02",
        "appels, 0262 93 80 80, +32 2 650 21 11",
        "appels, 02/650.21.11, 0032 2 650 21 11",
        "telephone, 134433000, 299853802",
        "portable_du_contact, 33612345678, 33623456789",
        "equipe, 'Direction de la recherche et de la valorisation, Anne Martin <a.martin@univ.fr>', b.durand@univ.fr",
        "prenom, Zébulon, Ygor",
        "Nom du responsable, Durand, Mercier",
        "nom_du_directeur, Durand, Mercier",
        "signataire, Mme Durand, M. Mercier",
        "auteur, Marie Curie, DUPONT Jean-Pierre",
        "date_naissance, 1967-11-07, 1980-01-02",
        "lieu de naissance, Brest, Nantes"
    })
    void personalDataThatIsMappedRefusesUnlessItIsDeclared(String column, String one, String other) throws IOException {
        String csv = "code;%s\nL01;%s\nL02;%s\nL03;%s\nL04;%s\n".formatted(column, one, other, one, other);
        columns.set(1, column);
        Finding finding = only(csv);
        assertThat(finding.rule()).isEqualTo("personal-data");
        assertThat(finding.problem().en()).contains("'" + column + "'");
        columns.remove(1);
        assertThat(only(csv).rule()).isEqualTo("personal-not-published");
        columns.add(column);
        personal = Set.of(column);
        assertThat(check(csv)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nom, Lycée Jean Moulin, Collège Marie Curie",
        "commune, Saint-Denis, Brest",
        "siret, 13001727000013, 13002573700011",
        "montant, 0123456789.5, 12",
        "service, 0800 123 456, 3639",
        "reference, 0000123456, 0000654321",
        "isni, 0000 0001 0666 5255, 0000 0004 0386 0171",
        "idref, 066951848, 026404354",
        "siren, 130 017 270, 005 720 784",
        "mobile, 0, 1",
        "telephone, oui, non",
        "annee de la telephonie, 1998, 2004",
        "version, 01.02.03, 01.02.04",
        "bornes, 01/2020-02/2021, 03/2020-04/2021",
        "directeur_de_publication_url, https://a.fr, https://b.fr",
        "compte, https://social.example/@labo, @labo"
    })
    void whatIsNobodysIsNotPersonal(String column, String one, String other) throws IOException {
        columns.set(1, column);
        assertThat(rules(check("code;%s\nL01;%s\nL02;%s\nL03;%s\n".formatted(column, one, other, one))))
                .doesNotContain("personal-data", "stray-mail");
    }

    /** Whose an address is, only who publishes it knows: it is refused like any other, and said what it looks like. */
    @Test
    void addressesOfOfficesAreToldToBeLikeThat() throws IOException {
        columns.set(1, "courriel");
        for (String office :
                List.of("contact@univ.fr", "ce.0350001A@ac-rennes.fr", "secretariat-ed@univ.fr", "info2@univ.fr")) {
            Finding finding = only("code;courriel\nL01;%s\nL02;accueil@labo.fr\n".formatted(office));
            assertThat(finding.rule()).isEqualTo("personal-data");
            assertThat(finding.problem().en()).as(office).contains("of offices", office);
            assertThat(finding.problem().fr()).contains("de services", office);
        }
        for (String own : List.of("a.martin@univ.fr", "celine@univ.fr", "infante.paul@univ.fr")) {
            assertThat(only("code;courriel\nL01;%s\nL02;contact@labo.fr\n".formatted(own))
                            .problem()
                            .en())
                    .as(own)
                    .doesNotContain("offices");
        }
    }

    @Test
    void anAddressInALongTextIsTold() throws IOException {
        columns.set(1, "presentation");
        String long1 = "Laboratoire qui étudie les langues anciennes et leurs écritures";
        Finding finding = only("code;presentation\nL01;%1$s\nL02;%1$s, écrire à p.durand@univ.fr\nL03;%1$s\nL04;%1$s\n"
                .formatted(long1));
        assertThat(finding.rule()).isEqualTo("stray-mail");
        assertThat(((Place.InCell) finding.place()).line()).isEqualTo(3);
    }

    @Test
    void anAddressInAColumnOfSomethingElseIsTold() throws IOException {
        columns.set(1, "site_web");
        String sites = IntStream.range(0, 50)
                .mapToObj(i -> "L%d;http://site%d.fr\n".formatted(i, i))
                .collect(Collectors.joining());
        Finding finding = only("code;site_web\n" + sites + "L99;jean.dupont@univ.fr\n");
        assertThat(finding.rule()).isEqualTo("stray-mail");
        assertThat(finding.place()).isEqualTo(new Place.InCell("in.csv", 52, "site_web", "jean.dupont@univ.fr"));
    }

    private static java.util.stream.Collector<CharSequence, ?, String> rows() {
        return Collectors.joining(";A\n", "", ";A\n");
    }

    private void call(String function, String column) {
        calls.add("""
                rml:predicateObjectMap [ rml:predicate <http://e/%2$s> ; rml:objectMap [ rml:functionExecution [
                  rml:function <%3$s%1$s> ; rml:input [ rml:parameter <%3$svalue> ;
                  rml:inputValueMap [ rml:reference "%2$s" ] ] ] ] ] ;
                """.formatted(function, column, FN));
    }

    private Finding only(String csv) throws IOException {
        List<Finding> findings = check(csv);
        assertThat(findings).hasSize(1);
        return findings.get(0);
    }

    private static Set<String> rules(List<Finding> findings) {
        return findings.stream().map(Finding::rule).collect(Collectors.toSet());
    }

    private List<Finding> check(String csv) throws IOException {
        Files.write(folder.resolve("in.csv"), csv.getBytes(StandardCharsets.UTF_8));
        return run();
    }

    private List<Finding> run() throws IOException {
        Path document = folder.resolve("mapping.ttl");
        String pairs = columns.stream()
                .map(column ->
                        "rml:predicateObjectMap [ rml:predicate <http://e/p> ; rml:objectMap [ rml:reference \"%s\" ] ] ;"
                                .formatted(column))
                .collect(Collectors.joining("\n"));
        Files.writeString(document, """
                @prefix rml: <http://w3id.org/rml/> . @prefix csvw: <http://www.w3.org/ns/csvw#> .
                <#t> a rml:TriplesMap ; rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "in.csv" ; rml:null "" ;
                      csvw:dialect [ a csvw:Dialect ; csvw:delimiter "%s" ] ] ] ;
                  %s %s
                  rml:subjectMap [ rml:template "http://e/{%s}" ] .
                """.formatted(delimiter, pairs, String.join("", calls), columns.get(0)));
        Mapping mapping = Mapping.read(document, "http://e/", Site.identifierSystems(Path.of("ontology"), "http://e/"));
        Path path = folder.resolve("in.csv");
        List<Finding> findings = new ArrayList<>();
        SourceTable table = SourceTable.of(
                mapping.plan(), "in.csv", path, mapping.dialects(folder).get(path), personal);
        new SourceCheck().run(table, findings::add);
        return findings;
    }
}
