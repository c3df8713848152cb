package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The ordinary mistakes of a publisher, one at a time on a site of which nothing else is wrong: {@code check} is silent about none. */
class MistakesTest {
    private static final String DATASET = "mappings/labos/dataset.ttl";
    private static final String MAPPING = "mappings/labos/mapping.ttl";
    private static final String LINKS = "mappings/labos/links.ttl";
    private static final String DATA = "data/labos.csv";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Labs site;

    @BeforeEach
    void site() {
        site = new Labs(folder);
    }

    /** What is done wrong, and words that must be said then: what it is, where, what to do. */
    private record Mistake(String name, Consumer<Labs> made, List<String> said) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Mistake mistake(String name, Consumer<Labs> made, String... said) {
        return new Mistake(name, made, List.of(said));
    }

    private static Mistake spoilt(String name, String file, String text, String by, String... said) {
        return mistake(name, site -> site.spoil(file, text, by), said);
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(description(), vocabulary(), table(), cells(), identity(), links())
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> description() {
        String licence = "dct:license <https://www.etalab.gouv.fr/licence-ouverte-open-licence>";
        return Stream.of(
                mistake("no description", site -> delete(site.file(DATASET)), "dataset.ttl"),
                mistake("no mapping", site -> delete(site.file(MAPPING)), "mapping.ttl"),
                spoilt("no title", DATASET, "dct:title", "dct:alternative", "title"),
                spoilt("no licence", DATASET, licence, "dct:rights \"Open\"@en", "no-licence", "licence"),
                spoilt(
                        "a licence as a text",
                        DATASET,
                        licence,
                        "dct:license \"Licence Ouverte\"",
                        "Licence Ouverte",
                        "licence"),
                spoilt(
                        "an unknown licence",
                        DATASET,
                        "licence-ouverte-open-licence",
                        "licence-inconnue",
                        "licence-inconnue"),
                spoilt(
                        "a licence that is not open",
                        DATASET,
                        "https://www.etalab.gouv.fr/licence-ouverte-open-licence",
                        "https://creativecommons.org/licenses/by-nc/4.0/",
                        "by-nc",
                        "open"),
                spoilt(
                        "no publisher",
                        DATASET,
                        "dct:publisher <id/agent/univ>",
                        "dct:identifier \"labos\"",
                        "publisher"),
                spoilt(
                        "a publisher whom nothing describes",
                        DATASET,
                        "<id/agent/univ>",
                        "<id/agent/nobody>",
                        "agent/nobody",
                        "catalog.ttl"),
                spoilt(
                        "the description of another dataset",
                        DATASET,
                        "<dataset/labos>",
                        "<dataset/labos2>",
                        "dataset/labos"));
    }

    private static Stream<Mistake> vocabulary() {
        return Stream.of(
                spoilt("an undefined prefix", MAPPING, "skos:prefLabel", "sko:prefLabel", "mapping.ttl:", "sko"),
                spoilt(
                        "a namespace mistyped",
                        MAPPING,
                        "2004/02/skos/core#",
                        "2004/02/skos/cor#",
                        "undefined-term",
                        "http://www.w3.org/2004/02/skos/core#"),
                spoilt(
                        "RML's namespace mistyped",
                        MAPPING,
                        "<http://w3id.org/rml/>",
                        "<http://w3id.org/rml>",
                        "http://w3id.org/rml/"),
                spoilt(
                        "a known vocabulary's term mistyped",
                        MAPPING,
                        "skos:prefLabel",
                        "skos:prefLable",
                        "undefined-term",
                        "prefLabel",
                        "mapping.ttl:"),
                spoilt(
                        "an own term that no vocabulary defines",
                        MAPPING,
                        "<vocab/t#budget>",
                        "<vocab/t#bugdet>",
                        "undefined-term",
                        "bugdet",
                        "mapping.ttl:"),
                spoilt(
                        "Turtle without its semicolon",
                        MAPPING,
                        "rml:path \"labos.csv\" ;",
                        "rml:path \"labos.csv\"",
                        "mapping.ttl:"),
                spoilt(
                        "an unknown column",
                        MAPPING,
                        "rml:reference \"nom\"",
                        "rml:reference \"Nom\"",
                        "mapping.ttl:",
                        "'nom'"),
                spoilt("a column with a blank", DATA, "code,nom,", "code, nom,", "' nom'"),
                spoilt("a brace that is not closed", MAPPING, "id/labo/{code}", "id/labo/{code", "mapping.ttl:"));
    }

    private static Stream<Mistake> table() {
        return Stream.of(
                mistake(
                        "another delimiter",
                        site -> site.write(DATA, Labs.ROWS.replace(',', ';')),
                        "wrong-delimiter",
                        ";"),
                mistake(
                        "another encoding",
                        site -> site.write(DATA, Labs.ROWS.replace("chimie,", "chimie hétérogène,"), WINDOWS),
                        "labos.csv:2",
                        "windows-1252"),
                mistake(
                        "text decoded wrongly",
                        site -> site.write(DATA, Labs.ROWS.replace("chimie,", "chimie hÃ©tÃ©rogÃ¨ne,")),
                        "mojibake",
                        "labos.csv:2"),
                mistake(
                        "a title above the header",
                        site -> site.write(DATA, "Liste des laboratoires 2026\n" + Labs.ROWS),
                        "title-rows",
                        "csvw:skipRows"),
                mistake(
                        "a total below the rows",
                        site -> site.write(DATA, Labs.ROWS + "TOTAL,,,,1346.90,,\n"),
                        "total-row",
                        "labos.csv:5"),
                mistake("nothing in the file", site -> site.write(DATA, ""), "empty", "labos.csv"),
                mistake(
                        "a header without rows",
                        site -> site.write(DATA, Labs.ROWS.substring(0, Labs.ROWS.indexOf('\n') + 1)),
                        "no-rows"),
                mistake(
                        "a row too short",
                        site -> site.spoil(DATA, "L03,Observatoire,11,2010-12-31,12.5,,", "L03,Observatoire"),
                        "labos.csv:4"),
                mistake(
                        "a quote never closed",
                        site -> site.spoil(DATA, "L02,Laboratoire", "L02,\"Laboratoire"),
                        "labos.csv:3"),
                mistake("a column twice", site -> site.spoil(DATA, ",idref", ",nom"), "nom", "more than one column"),
                mistake("a workbook", site -> site.write(DATA, "PK\u0003\u0004xl/workbook.xml"), "Excel"),
                mistake("no file", site -> delete(site.file(DATA)), "labos.csv"),
                mistake(
                        "a file of another case",
                        site -> rename(site.file(DATA), "Labos.csv"),
                        "labos.csv",
                        "Labos.csv"));
    }

    private static Stream<Mistake> cells() {
        return Stream.of(
                spoilt("a day that is not", DATA, "1989-03-31", "1989-02-31", "labos.csv:2", "creation", "1989-02-31"),
                spoilt("a number that is not", DATA, "99.9", "99.9 €", "labos.csv:3", "budget"),
                spoilt("a school year for a date", DATA, "1989-03-31", "1989-90", "labos.csv:2", "creation"),
                mistake(
                        "zeros lost",
                        site -> site.write(
                                        "data/regions.csv",
                                        "code,nom\n01,Guadeloupe\n02,Martinique\n11,Île-de-France\n53,Bretagne\n")
                                .write(DATA, Labs.ROWS.replace(",11,", ",1,")),
                        "labos.csv:2",
                        "region",
                        "zero"));
    }

    private static Stream<Mistake> identity() {
        return Stream.of(
                spoilt("a row without key", DATA, "L03,Observatoire", ",Observatoire", "no-key", "labos.csv:4"),
                spoilt(
                        "two rows of one key",
                        DATA,
                        "L03,Observatoire",
                        "L01,Observatoire",
                        "duplicate-key",
                        "labos.csv:2",
                        "labos.csv:4"),
                mistake(
                        "one identifier for two rows",
                        site -> site.spoil(
                                        MAPPING,
                                        "[ rml:predicate foaf:homepage ;",
                                        "[ rml:predicate owl:sameAs ; rml:objectMap [ rml:termType rml:IRI ;"
                                                + " rml:template \"http://www.idref.fr/{idref}/id\" ] ] ,"
                                                + " [ rml:predicate foaf:homepage ;")
                                .spoil(DATA, "12.5,,", "12.5,,066951848"),
                        "shared-identity",
                        "labos.csv:2",
                        "labos.csv:4"),
                spoilt(
                        "two datasets with one address",
                        MAPPING,
                        "id/labo/{code}",
                        "id/region/{region}",
                        "regions",
                        "labos",
                        "id/region/11"),
                mistake(
                        "addresses of people",
                        site -> site.write(
                                DATA,
                                Labs.ROWS
                                        .replace("https://chimie.example.org/", "mailto:jeanne.martin@example.org")
                                        .replace("https://physique.example.org/", "mailto:paul.durand@example.org")),
                        "personal"));
    }

    private static Stream<Mistake> links() {
        return Stream.of(
                spoilt(
                        "a class that no thing is of",
                        LINKS,
                        "link:class <vocab/t#Region>",
                        "link:class <vocab/t#Regin>",
                        "links.ttl:",
                        "Regin"),
                spoilt(
                        "a key that nothing has",
                        LINKS,
                        "link:key <vocab/t#codeRegion>",
                        "link:key <vocab/t#codeRegoin>",
                        "links.ttl:",
                        "codeRegoin"),
                spoilt(
                        "a target's key that nothing has",
                        LINKS,
                        "link:key <vocab/t#code> ]",
                        "link:key <vocab/t#cod> ]",
                        "links.ttl:",
                        "vocab/t#cod"),
                spoilt(
                        "a rule of another dataset",
                        LINKS,
                        "<dataset/labos#region>",
                        "<dataset/labos2#region>",
                        "links.ttl:",
                        "labos2"),
                spoilt(
                        "a key without its thing",
                        DATA,
                        "Observatoire,11",
                        "Observatoire,99",
                        "link-missing",
                        "99",
                        "labos.csv:4"));
    }

    @Test
    void ofTheSiteAsItIsNothingIsWrong() {
        assertThat(site.run("check")).as(site.said()).isZero();
        assertThat(site.said()).contains("Nothing is wrong.");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void noneIsSilent(Mistake mistake) {
        mistake.made().accept(site);
        site.run("check");
        assertThat(site.said()).contains(mistake.said());
    }

    @Test
    void aSiteThatLosesADatasetOrRowsOrMovesIsStopped() {
        assertThat(site.run("publish")).as(site.said()).isZero();
        site.write(DATA, Labs.ROWS.substring(0, Labs.ROWS.indexOf('\n') + 1));
        assertThat(site.run("publish")).isEqualTo(1);
        assertThat(site.said()).contains("no-rows", "things-lost", "--accept-loss");
        site.write(DATA, Labs.ROWS);
        assertThat(site.run("publish", "--base", "https://data.example.org/")).isEqualTo(1);
        assertThat(site.said()).contains("--move-base");
        delete(site.file(LINKS), site.file(MAPPING), site.file(DATASET), site.file("mappings/labos"));
        assertThat(site.run("publish")).isEqualTo(1);
        assertThat(site.said()).contains("dataset-gone", "--accept-loss");
    }

    @Test
    void aDatasetOfAnotherNameIsMisuseThatSaysWhichThereAre() {
        assertThat(site.run("publish", "--only", "labo")).isEqualTo(2);
        assertThat(site.said()).contains("labos", "regions");
        rename(site.file("mappings/labos"), "Écoles doctorales");
        assertThat(site.run("check")).isEqualTo(1);
        assertThat(site.said()).contains("lower-case letters, digits and hyphens");
    }

    private static void delete(Path... files) {
        for (Path file : files) {
            try {
                Files.delete(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void rename(Path file, String name) {
        try {
            Files.move(file, file.resolveSibling(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
