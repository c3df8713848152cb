package fr.pleiade.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Text;
import fr.pleiade.site.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfilerTest {
    private static final String LABS = "code;nom;ville\nL01;Labo de chimie;Rennes\nL02;Labo de physique;Brest\n";

    @TempDir
    Path folder;

    @Test
    void theUsualFileHasItsKeyAndItsLabel() throws IOException {
        FileProfile profile = profile(LABS);
        assertThat(profile.rows()).isEqualTo(2);
        assertThat(profile.key()).containsExactly("code");
        assertThat(profile.label()).contains("nom");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsTheOneByWhichAllLinesAgree(String delimiter) throws IOException {
        assertThat(profile(LABS.replace(";", delimiter)).dialect().delimiter()).isEqualTo(delimiter);
    }

    @Test
    void commasInTextsDoNotSeparate() throws IOException {
        FileProfile profile = profile("code;nom\n1;Sciences, technologies, santé\n2;Droit, économie\n");
        assertThat(profile.dialect().delimiter()).isEqualTo(";");
    }

    @Test
    void titleRowsAreSkippedAndTold() throws IOException {
        FileProfile profile = profile("Liste des laboratoires 2026;;\n;;\n" + LABS);
        assertThat(profile.dialect().skipRows()).isEqualTo(2);
        assertThat(said(profile)).anyMatch(note -> note.contains("the header is on line 3"));
        assertThat(profile.key()).containsExactly("code");
        assertThat(profile("Liste des laboratoires, 2026\n" + LABS).dialect().skipRows())
                .isEqualTo(1);
    }

    @Test
    void aTotalRowIsTold() throws IOException {
        assertThat(said(profile("code;nom;places\nA;Un;10\nB;Deux;20\nTotal;;30\n")))
                .anyMatch(note -> note.contains("the last row is a total"));
    }

    @Test
    void theLineThatNamesTheDelimiterIsLeftOut() throws IOException {
        FileProfile profile = profile("sep=;\n" + LABS);
        assertThat(profile.columns()).extracting(ColumnGuess::header).containsExactly("code", "nom", "ville");
        assertThat(said(profile)).anyMatch(note -> note.contains("only names the delimiter"));
    }

    @Test
    void windows1252IsFoundAndUtf8ComesFirst() throws IOException {
        String text = "code;nom\nA;École supérieure d'été\nB;Forêt à l’œuvre\nC;Île de Ré\n";
        assertThat(profile(text, Charset.forName("windows-1252"))
                        .columns()
                        .get(1)
                        .example())
                .isEqualTo("École supérieure d'été");
        assertThat(profile(text, StandardCharsets.UTF_8).dialect().encoding()).isEqualTo("UTF-8");
        assertThat(profile("\uFEFF" + text, StandardCharsets.UTF_8)
                        .columns()
                        .get(0)
                        .header())
                .isEqualTo("code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "nombre de places => 12 ~ 7 ~ 133 => integer",
                "taux => 12,5 ~ 7 ~ 13,25 => decimal",
                "montant => 1 234,50 ~ 12 000,00 ~ 7,10 => decimal",
                "canton => 0108 ~ 1201 ~ 3412 => code",
                "code postal => 35000 ~ 75001 ~ 13001 => code",
                "date d'ouverture => 2011-12-31 ~ 2012-01-01 ~ 2013-05-06 => date",
                "date d'ouverture => 1965 ~ 1999-05 ~ 2013-05-06 => date",
                "date d'ouverture => 31/12/2011 ~ 01/02/2012 ~ 03/04/2012 => date dd/MM/yyyy",
                "ouverture => 2011-07 ~ 2012-07 ~ 2013-12 => month",
                "année scolaire => 2006-07 ~ 2007-08 ~ 2012-13 => school-year",
                "rentrée => 2006/2007 ~ 2007/2008 ~ 2012/2013 => school-year",
                "annee => 2019 ~ 2020 ~ 2021 => year",
                "site => https://a.example/ ~ https://b.example/x => url",
                "ouvert => oui ~ non ~ oui => boolean",
                "ouvert => Oui ~ Non ~ Oui => boolean",
                "prix => 4,5 ~ 12,25 ~ 7,125 => decimal",
                "lieu => 48.10,2 ~ 47.25,3 ~ 45, 4.8 => point",
                "lieu => 48.1, -1.6 ~ 47.2, -1.5 ~ 45.7, 4.8 => point",
                "nombre => 12 ~ nd ~ 14 ~ 15 ~ ns ~ 13 => integer",
                "commentaire => très bien ~ assez bien ~ passable => text"
            })
    void whatAColumnIs(String header, String values, String type) throws IOException {
        StringBuilder text = new StringBuilder("clé;" + header + "\n");
        int row = 0;
        for (String value : values.split(" ~ ")) {
            text.append("R").append(++row).append(';').append(value).append('\n');
        }
        assertThat(profile(text.toString()).columns().get(1).type()).isEqualTo(type);
    }

    @Test
    void whatMayBeginWithAZeroStaysACode() throws IOException {
        FileProfile profile = profile("id;canton;nombre\n1;0108;5\n2;1201;10\n3;3412;250\n");
        assertThat(types(profile)).containsExactly("code", "code", "integer");
    }

    @Test
    void codesOfANamedSystemAreNoNumbersThoughTheirZerosAreLost() throws IOException {
        FileProfile profile = profile("id;siren;insee\nA;5580113;1001\nB;77566395;35238\nC;130017271;2A004\n");
        assertThat(types(profile)).doesNotContain("integer", "decimal");
    }

    @Test
    void aWordForNoValueIsToldAndNotBad() throws IOException {
        ColumnGuess places =
                profile("code;places\nA;12\nB;nd\nC;7\nD;ns\n").columns().get(1);
        assertThat(places.missing()).containsExactly("nd", "ns");
        assertThat(places.badCells()).isZero();
    }

    @Test
    void checkDigitsTellASystemWithoutItsName() throws IOException {
        // Three codes of the register; then the same with letters that are wrong.
        FileProfile named = profile("uai;nom\n0350122T;a\n0951214D;b\n0060099A;c\n");
        assertThat(named.columns().get(0).type()).isEqualTo("uai");
        FileProfile unnamed = profile("x;nom\n0350122X;a\n0951214X;b\n0060099X;c\n");
        assertThat(unnamed.columns().get(0).type()).isEqualTo("code");
    }

    @Test
    void shareOfARegionIsNoRegion() throws IOException {
        FileProfile profile = profile("code;emplois hors de la region du siege\nA;12\nB;24\nC;75\nD;53\n");
        assertThat(profile.columns().get(1).type()).isNotEqualTo("region");
    }

    @Test
    void codesThatAreKeysOfADatasetAreLinkedFromEightyPercent() throws IOException {
        PublishedKeys keys = new PublishedKeys(List.of(new PublishedKeys.Keys(
                "communes", "urn:code", "urn:Commune", Set.of("35238", "35016", "29019", "44109"))));
        String four = "code commune;n\n35238;a\n35016;b\n29019;c\n44109;d\n";
        Path file = write(four + "75056;e\n", StandardCharsets.UTF_8);
        ColumnGuess commune = profiler(keys).profile(file).columns().get(0);
        assertThat(commune.link()).hasValueSatisfying(link -> {
            assertThat(link.isWritten()).isTrue();
            assertThat(link.words().en()).isEqualTo("4 of 5 codes are keys of communes");
        });
        Path other = write(four + "75056;e\n13055;f\n", StandardCharsets.UTF_8);
        assertThat(profiler(keys).profile(other).columns().get(0).link())
                .hasValueSatisfying(link -> assertThat(link.isWritten()).isFalse());
    }

    @Test
    void keysOfTwoAndThreeColumnsAreFound() throws IOException {
        FileProfile two = profile("annee;code;valeur\n2020;A;1\n2020;B;2\n2021;A;3\n2021;B;4\n");
        assertThat(two.key()).containsExactly("annee", "code");
        FileProfile three = profile(
                "annee;code;niveau;v\n2020;A;x1;1\n2020;A;x2;1\n2020;B;x1;1\n2020;B;x2;1\n2021;A;x1;1\n2021;A;x2;1\n2021;B;x1;1\n2021;B;x2;1\n");
        assertThat(three.key()).containsExactly("annee", "code", "niveau");
    }

    @Test
    void anIdentifierThatRepeatsOnceIsNoKeyAndIsTold() throws IOException {
        StringBuilder text = new StringBuilder("identifiant;nom;nature\n");
        for (int i = 1; i <= 200; i++) {
            text.append("E%03d;Nom %d;%d\n".formatted(i == 200 ? 7 : i, i, i % 3));
        }
        FileProfile profile = profile(text.toString());
        assertThat(profile.key()).isEmpty();
        assertThat(said(profile))
                .anyMatch(note -> note.contains("'identifiant'") && note.contains("repeats on line 201"));
    }

    @Test
    void whatIsPersonalIsToldAndWhatElseIsSaidOfTheSamePerson() throws IOException {
        FileProfile profile = profile(
                "code;nom;prenom_du_responsable;titre_du_responsable;mail\nA;Un;Marie;PR;m@a.fr\nB;Deux;Paul;DR;p@b.fr\nC;Trois;Jean;DR;j@c.fr\n");
        assertThat(profile.columns())
                .filteredOn(column -> column.personal().isPresent())
                .extracting(ColumnGuess::header)
                .containsExactly("prenom_du_responsable", "titre_du_responsable", "mail");
        assertThat(profile.label()).contains("nom");
    }

    @Test
    void listsOfEqualLengthBelongTogether() throws IOException {
        FileProfile profile = profile("code,tutelles,types,mots\nA,x;y,1;2,p;q;r\nB,x;y;z,3;1;2,p\nC,x,1,p;q\n");
        assertThat(profile.parallel()).containsExactly(List.of("tutelles", "types"));
    }

    @Test
    void damageIsTold() throws IOException {
        assertThat(profile("code;nom\nA;EnquÃªte\nB;Étude\n").columns().get(1).evidence())
                .anyMatch(text -> text.en().startsWith("damaged: 'EnquÃªte' on line 2"));
    }

    @Test
    void aWorkbookAndAPageAndWhatIsBinaryAreRefused() throws IOException {
        Path workbook = folder.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.putNextEntry(new ZipEntry("b.csv"));
        }
        refused(workbook, "a ZIP archive", "save it as CSV");
        refused("<!DOCTYPE html>\n<html></html>\n", "an HTML page");
        refused("\n<html><body>;</body></html>\n", "an HTML page");
        refused("a;b\n\0\0;\0\n", "a binary file");
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        refused("", "the file is empty");
        refused("\n \n", "holds blanks only");
        refused("code;nom\n", "a header and no row below it");
        refused("nom\nRennes\nBrest\n", "one column only");
        refused("a;b;a\n1;2;3\n", "two columns are called 'a'");
        refused("a;;c\n1;2;3\n", "column 2 has no name");
        refused("a;b\na;b\n1;2\n", "the header is there twice");
        refused("a;b\n1;2\n3\n", ":3: 1 cells, header has 2");
        refused("a;b\n\"1;2\n3;4\n", "never closed");
        refused(wide(10_000), "it has 10000 columns");
        assertThatThrownBy(() -> profiler(PublishedKeys.NONE).profile(folder.resolve("none.csv")))
                .hasMessageContaining("there is no such file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12;Rennes;35000\n13;Brest;29200\n",
                "L01;Labo;x\nL02;Autre;y\n",
                "https://a.example/;Rennes\nhttps://b.example/;Brest\n",
                "2011-12-31;Rennes\n2012-01-05;Brest\n"
            })
    void aFirstLineOfValuesIsNoHeader(String text) throws IOException {
        refused(text, "looks like values");
    }

    @Test
    void yearsMayHeadColumns() throws IOException {
        assertThat(profile("code;2020;2021;2022\nA;1024;2100;3\nB;4;5;6\n").rows())
                .isEqualTo(2);
    }

    private static String wide(int columns) {
        String header = IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(";"));
        return header + "\n" + "x;".repeat(columns - 1) + "x\n";
    }

    private void refused(String text, String... words) throws IOException {
        refused(write(text, StandardCharsets.UTF_8), words);
    }

    private void refused(Path file, String... words) {
        assertThatThrownBy(() -> profiler(PublishedKeys.NONE).profile(file))
                .isInstanceOf(DraftException.class)
                .hasMessageContainingAll(words);
    }

    private static List<String> types(FileProfile profile) {
        return profile.columns().stream().map(ColumnGuess::type).toList();
    }

    private static List<String> said(FileProfile profile) {
        return profile.notes().stream().map(Text::en).toList();
    }

    private FileProfile profile(String text) throws IOException {
        return profile(text, StandardCharsets.UTF_8);
    }

    private FileProfile profile(String text, Charset charset) throws IOException {
        return profiler(PublishedKeys.NONE).profile(write(text, charset));
    }

    private Path write(String text, Charset charset) throws IOException {
        return Files.write(folder.resolve("file.csv"), text.getBytes(charset));
    }

    private static Profiler profiler(PublishedKeys keys) {
        return new Profiler(Site.identifierSystems(Path.of("ontology"), "http://localhost:8080/"), keys);
    }
}
