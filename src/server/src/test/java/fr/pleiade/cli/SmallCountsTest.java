package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts that are too small to be published, from the source file to every file of a release. The numbers are long, so that they can be looked for. */
class SmallCountsTest {
    private static final String DATA = "data/labos.csv";
    private static final String DATASET = "mappings/labos/dataset.ttl";
    private static final String STATUS = "<http://purl.org/linked-data/sdmx/2009/attribute#obsStatus>"
            + " <http://purl.org/linked-data/sdmx/2009/code#obsStatus-M>";
    private static final String COUNTS = """
            <#Lab> rml:predicateObjectMap [ rml:predicate <vocab/t#women> ; rml:objectMap [ rml:reference "femmes" ; rml:datatype xsd:integer ] ] ,
                [ rml:predicate <vocab/t#men> ; rml:objectMap [ rml:reference "hommes" ; rml:datatype xsd:integer ] ] .
            <#Staff> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source [ rml:path "labos.csv" ; rml:null "" ] ] ;
              rml:subjectMap [ rml:template "id/labo/{code}#staff" ; rml:class <vocab/t#Staff> ;
                rml:condition [ rml:functionExecution [ rml:function <https://w3id.org/pleiade/function#isNotNull> ;
                  rml:input [ rml:parameter <https://w3id.org/pleiade/function#value> ; rml:inputValueMap [ rml:reference "tous" ] ] ] ] ] ;
              rml:predicateObjectMap [ rml:predicate <vocab/t#lab> ; rml:objectMap [ rml:template "id/labo/{code}" ] ] ,
                [ rml:predicate <vocab/t#all> ; rml:objectMap [ rml:reference "tous" ; rml:datatype xsd:integer ] ] .
            """;
    private static final String ROWS = """
            code,nom,region,creation,budget,site,idref,femmes,hommes,tous
            L01,"Laboratoire
            de chimie",11,1989-03-31,1234.50,,,3111,70222,73333
            L02,Laboratoire de physique,53,2001-09-01,99.9,,,60444,70555,130999
            L03,Observatoire,11,2010-12-31,12.5,,,4666,0,4666
            """;

    @TempDir
    Path folder;

    private Labs site;

    @BeforeEach
    void site() {
        site = new Labs(folder).write(DATA, ROWS);
        site.write("mappings/labos/mapping.ttl", site.read("mappings/labos/mapping.ttl") + COUNTS);
        site.write("ontology/vocabulary.ttl", site.read("ontology/vocabulary.ttl") + """
                <vocab/t#women> a owl:DatatypeProperty . <vocab/t#men> a owl:DatatypeProperty . <vocab/t#all> a owl:DatatypeProperty .
                <vocab/t#lab> a owl:ObjectProperty . <vocab/t#Staff> a owl:Class .
                """);
        declare("gate:threshold 5000 ; csvw:name \"femmes\" , \"hommes\" ; gate:total \"tous\" ;"
                + " rdfs:comment \"Few people could be known again.\"@en");
    }

    private void declare(String counts) {
        site.write(DATASET, site.read(DATASET).replaceAll("(?s)#counts.*", "") + """
                #counts
                @prefix gate: <https://w3id.org/pleiade/gate#> .
                <dataset/labos> gate:smallCounts [ %s ] .
                """.formatted(counts));
    }

    @Test
    void whatIsSmallAndWhatGivesItBackIsInNoFile() throws IOException {
        assertThat(site.run("publish")).as(site.said()).isZero();
        // 3111 is under 5000; 70222 would give it back from 73333. 4666 is too, and its total is the same.
        List<String> secrets = List.of("3111", "70222", "4666");
        assertThat(filesWith(secrets)).as("secrets").isEmpty();
        List<String> shown = List.of("73333", "60444", "70555", "130999");
        assertThat(filesWith(shown)).containsOnlyKeys(shown);
        assertThat(site.graph("labos"))
                .contains(shown.stream().map(open -> "\"" + open + "\"").toList());
    }

    @Test
    void theGraphSaysThatTheyAreMissingAndKeepsAllElse() {
        assertThat(site.run("publish")).as(site.said()).isZero();
        String graph = site.graph("labos");
        assertThat(graph.lines().filter(line -> line.contains(STATUS)).map(line -> line.split(" ")[0]))
                .containsExactly(
                        "<http://localhost:8080/id/labo/L01>",
                        "<http://localhost:8080/id/labo/L03#staff>",
                        "<http://localhost:8080/id/labo/L03>");
        assertThat(graph)
                .as("the thing that a hidden count was a condition of is still there")
                .contains(
                        "<http://localhost:8080/id/labo/L03#staff> <http://localhost:8080/vocab/t#lab>",
                        "<http://localhost:8080/id/labo/L03> <http://localhost:8080/vocab/t#men> \"0\"");
    }

    @Test
    void theTableSaysSoInColumnsOfItsOwn() throws IOException {
        assertThat(site.run("publish")).as(site.said()).isZero();
        assertThat(site.table("labos").replace("\r\n", "\n")).isEqualTo("""
                code,nom,region,creation,budget,site,femmes,hommes,tous,femmes_obsStatus,hommes_obsStatus,tous_obsStatus
                L01,"Laboratoire
                de chimie",11,1989-03-31,1234.50,,,,73333,M,M,
                L02,Laboratoire de physique,53,2001-09-01,99.9,,60444,70555,130999,,,
                L03,Observatoire,11,2010-12-31,12.5,,,0,,M,,M
                """);
    }

    @Test
    void itIsToldHowManyThereAreAndWhy() {
        assertThat(site.run("check")).as(site.said()).isZero();
        assertThat(site.said()).contains("counts-hidden", "2 counts under 5000", "Few people could be known again.");
    }

    @Test
    void findingsOfRowsKeepTheirLines() {
        site.spoil(DATA, "2010-12-31", "2010-02-31");
        site.run("check");
        assertThat(site.said()).contains("labos.csv:5", "2010-02-31");
    }

    @Test
    void whatTheReleaseBeforeHidStaysHidden() throws IOException {
        assertThat(site.run("publish")).as(site.said()).isZero();
        // 3111 women have become 9111: with the 70222 men of this release, the old total would give the old 3111 back.
        site.write(DATA, ROWS.replace("3111", "9111").replace("73333", "79333"));
        assertThat(site.run("publish", "--accept-loss", "labos"))
                .as(site.said())
                .isZero();
        assertThat(site.graph("labos")).contains("\"79333\"").doesNotContain("9111", "70222");
    }

    @Test
    void whatTheReleaseBeforeShowsIsTold() {
        String declared = site.read(DATASET);
        site.write(DATASET, declared.replaceAll("(?s)#counts.*", ""));
        assertThat(site.run("publish")).as(site.said()).isZero();
        assertThat(site.graph("labos")).contains("3111");
        site.write(DATASET, declared);
        assertThat(site.run("publish", "--accept-loss", "labos"))
                .as(site.said())
                .isZero();
        assertThat(site.graph("labos"))
                .as("the declaration alone makes the graph anew")
                .doesNotContain("3111");
        assertThat(site.said())
                .contains("count-shown-before", "labos.csv:2", "prune")
                .doesNotContain("3111");
    }

    @Test
    void findingsOfTheSourceDoNotHoldThem() throws IOException {
        site.spoil(DATA, ",3111,", ",3111*,").spoil(DATA, ",60444,", ",60444*,").spoil(DATA, ",4666,0", ",4666*,0");
        assertThat(site.run("publish")).as(site.said()).isZero();
        assertThat(site.said()).contains("stray-sign");
        assertThat(filesWith(List.of("3111", "4666"))).isEmpty();
    }

    @Test
    void aColumnThatIsNotThereIsRefused() {
        declare("gate:threshold 5 ; csvw:name \"filles\" ; rdfs:comment \"Few.\"@en");
        assertThat(site.run("publish")).isEqualTo(1);
        assertThat(site.said()).contains("labos/dataset.ttl", "filles");
    }

    @Test
    void aDeclarationThatSaysTooLittleIsRefusedAtItsLine() {
        for (String counts : List.of(
                "csvw:name \"femmes\" ; rdfs:comment \"Few.\"@en",
                "gate:threshold 5 ; rdfs:comment \"Few.\"@en",
                "gate:threshold 1 ; csvw:name \"femmes\" ; rdfs:comment \"Few.\"@en",
                "gate:threshold 5 ; csvw:name \"femmes\"")) {
            declare(counts);
            assertThat(site.run("check")).as(counts).isEqualTo(1);
            assertThat(site.said()).as(counts).contains("labos/dataset.ttl:");
        }
    }

    /**
     * {@return the texts that stand in the state folder, each with its files, but the manifest's digests}
     *
     * <p>An index has some 200 MB of empty files: each is read once, and looked through for the text before what is around it.
     */
    private SortedMap<String, List<String>> filesWith(List<String> texts) throws IOException {
        SortedMap<String, List<String>> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve("var"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                String relative = folder.relativize(file).toString();
                for (String text : texts) {
                    if (content.contains(text) && content.matches("(?s).*(?<![0-9a-f])" + text + "(?![0-9a-f]).*")) {
                        found.computeIfAbsent(text, none -> new ArrayList<>()).add(relative);
                    }
                }
            }
        }
        return found;
    }
}
