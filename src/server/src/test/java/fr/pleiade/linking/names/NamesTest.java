package fr.pleiade.linking.names;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final String BASE = "http://ex.org/";

    private static final String ONTOLOGY = """
            @prefix ex: <http://ex.org/vocab#> . @prefix ids: <https://w3id.org/pleiade/identifier#> .
            @prefix link: <https://w3id.org/pleiade/link#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix schema: <http://schema.org/> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct: <http://purl.org/dc/terms/> . @prefix org: <http://www.w3.org/ns/org#> .
            ex:initials rdfs:subPropertyOf skos:altLabel , link:acronym .
            ex:was rdfs:subPropertyOf link:formerName .
            ex:town rdfs:subPropertyOf dct:spatial .
            ex:within link:as dct:spatial .
            ex:sort rdfs:subPropertyOf org:classification .
            ex:School rdfs:subClassOf ex:Body .
            ex:words link:sameWords "université univ university" , "école school" .
            <http://ex.org/systems/reg> a ids:System ; skos:notation "reg" ; skos:prefLabel "REG" ;
              schema:valuePattern "[0-9]{7}[A-Z]" ; ids:ignored " .-" ; ids:letters "upper" .
            <http://ex.org/systems/town> a ids:System ; skos:notation "town" ; skos:prefLabel "Town code" ;
              schema:valuePattern "[0-9]{5}" ; ids:ignored " " ; link:key ex:townCode ; link:class ex:Town .
            """;

    private static final String TOWNS = """
            @prefix ex: <http://ex.org/vocab#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <http://ex.org/id/t/1> a ex:Town ; skos:prefLabel "Lyon"@fr ; ex:townCode "69123" .
            <http://ex.org/id/t/2> a ex:Town ; skos:prefLabel "Besançon"@fr ; ex:townCode "25056" .
            <http://ex.org/id/t/3> a ex:Town ; skos:prefLabel "Sainte-Foy-lès-Lyon"@fr ; ex:within <http://ex.org/id/t/1> .
            """;

    private static final String BODIES = """
            @prefix ex: <http://ex.org/vocab#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix adms: <http://www.w3.org/ns/adms#> . @prefix geo: <http://www.opengis.net/ont/geosparql#> .
            <http://ex.org/id/b/ens> a ex:School ; skos:prefLabel "École normale supérieure de Lyon"@fr ;
              ex:initials "ENS de Lyon"@fr ; skos:hiddenLabel "Normale sup"@fr ; ex:town <http://ex.org/id/t/1> ;
              ex:was "École normale supérieure Lettres et sciences humaines"@fr ; ex:sort <http://ex.org/id/sort/big> ;
              adms:identifier <http://ex.org/id/b/ens#reg> .
            <http://ex.org/id/b/ens#reg> skos:inScheme <http://ex.org/systems/reg> ; skos:notation "0694123G" .
            <http://ex.org/id/b/ens#geo> geo:asWKT "POINT(4.8 45.7)" .
            <http://ex.org/id/b/ens-old> a ex:School ; skos:prefLabel "École normale supérieure de Besançon"@fr ;
              ex:town <http://ex.org/id/t/2> .
            <http://ex.org/id/b/u2> a ex:Body ; skos:prefLabel "Université Lumière Lyon 2"@fr , "Lumière University"@en ;
              ex:town <http://ex.org/id/t/1> .
            <http://ex.org/id/b/u1> a ex:Body ; skos:prefLabel "Université Claude Bernard Lyon 1"@fr ; ex:town <http://ex.org/id/t/1> .
            <http://ex.org/id/b/x> a ex:Body ; skos:prefLabel "<b>Fat</b> & Sons" .
            <http://ex.org/id/b/nameless> a ex:Body ; ex:town <http://ex.org/id/t/1> .
            <http://ex.org/id/b/hidden> a ex:Body ; skos:hiddenLabel "Only hidden" .
            """;

    @TempDir
    Path folder;

    private final Map<String, NameIndex.Graph> graphs = new TreeMap<>();
    private int made;

    @BeforeEach
    void write() throws Exception {
        put("towns", TOWNS);
        put("bodies", BODIES);
    }

    private void put(String slug, String turtle) throws Exception {
        InMemoryGraph graph = graph(turtle);
        String lines = graph.triples().stream()
                .map(quad ->
                        quad.subject().toNTriples() + " " + quad.predicate().toNTriples() + " "
                                + quad.object().toNTriples() + " <http://ex.org/dataset/" + slug + "> .")
                .sorted((a, b) -> java.util.Arrays.compareUnsigned(
                        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining("\n", "", "\n"));
        Path file = Files.writeString(folder.resolve(slug + made++ + ".nq"), lines);
        graphs.put(slug, new NameIndex.Graph(file, fr.pleiade.quads.Sha256.of(file)));
    }

    private static InMemoryGraph graph(String turtle) throws Exception {
        return RdfReader.readGraph(
                new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)), "test", Syntax.TURTLE, BASE);
    }

    private NameIndex index() throws Exception {
        return new NameIndex(BASE, graphs, graph(ONTOLOGY));
    }

    private Names names() throws Exception {
        Path index = folder.resolve("names");
        index().make(index, Optional.empty());
        assertThat(index().problem(index)).isEmpty();
        return Names.open(index, graphs.keySet(), NameRules.of(graph(ONTOLOGY)));
    }

    private static List<String> found(Names names, String text) {
        return names.search(NameQuery.of(text)).hits().stream()
                .map(hit -> hit.thing().iri().substring((BASE + "id/").length()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ens lyon                                  | b/ens
            ENS DE LYON                               | b/ens
            École normale supérieure de Lyon          | b/ens
            ecole normale superieure lyon             | b/ens
            normal school lyon                        | b/ens
            normale sup                               | b/ens
            Lettres et sciences humaines              | b/ens
            écoles normales supérieures Lyon          | b/ens
            écolle normale supérieur lyon             | b/ens
            0694123G                                  | b/ens
            0694123g                                  | b/ens
            069 4123 G                                | b/ens
            univ. lyon II                             | b/u2
            lumiere university                        | b/u2
            Universite Lyon 1                         | b/u1
            besancon                                  | t/2
            BESANÇON                                  | t/2
            bezancon                                  | t/2
            69123                                     | t/1
            lyon                                      | t/1
            fat sons                                  | b/x
            """)
    void isFoundFirst(String text, String thing) throws Exception {
        try (Names names = names()) {
            assertThat(found(names, text)).as(text).startsWith(thing);
        }
    }

    @Test
    void anAccentInTwoCharactersFindsTheTown() throws Exception {
        try (Names names = names()) {
            assertThat(found(names, "Besanc\u0327on")).startsWith("t/2");
        }
    }

    @Test
    void theNameByWhichAThingWasFoundIsTold() throws Exception {
        try (Names names = names()) {
            NameResults.Hit hit = names.search(NameQuery.of("lettres sciences humaines"))
                    .hits()
                    .get(0);
            assertThat(hit.matched())
                    .isEqualTo(
                            new Name("École normale supérieure Lettres et sciences humaines", "fr", Name.Role.FORMER));
            assertThat(names.search(NameQuery.of("ens de lyon"))
                            .hits()
                            .get(0)
                            .matched()
                            .role())
                    .isEqualTo(Name.Role.ACRONYM);
            NameResults.Hit coded =
                    names.search(NameQuery.of("0694123g")).hits().get(0);
            assertThat(coded.code()).isEqualTo("0694123G");
            assertThat(coded.score()).isEqualTo(100);
            assertThat(coded.thing().point()).isEqualTo("POINT(4.8 45.7)");
        }
    }

    @Test
    void resultsAreCountedAndNarrowed() throws Exception {
        try (Names names = names()) {
            NameResults all = names.search(new NameQuery("", List.of(), 0, 2));
            assertThat(all.total()).isEqualTo(8); // what has no name, or a hidden one only, is no result
            assertThat(all.hits()).hasSize(2);
            assertThat(all.counts())
                    .contains(new NameResults.Counts(
                            "dataset", List.of(new NameResults.Count("bodies", 5), new NameResults.Count("towns", 3))))
                    .contains(new NameResults.Counts(
                            "http://ex.org/vocab#town",
                            List.of(
                                    new NameResults.Count("http://ex.org/id/t/1", 3),
                                    new NameResults.Count("http://ex.org/id/t/2", 1))));
            NameResults schools = names.search(new NameQuery(
                    "lyon", List.of(new NameQuery.Filter(NameQuery.TYPE, "http://ex.org/vocab#Body")), 0, 10));
            assertThat(schools.total()).isEqualTo(3);
            NameResults big = names.search(new NameQuery(
                    "", List.of(new NameQuery.Filter("http://ex.org/vocab#sort", "http://ex.org/id/sort/big")), 0, 10));
            assertThat(big.hits()).extracting(hit -> hit.thing().iri()).containsExactly("http://ex.org/id/b/ens");
        }
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        try (Names names = names()) {
            assertThat(names.search(NameQuery.of("zzzzqqqq")).total()).isZero();
            assertThat(names.search(NameQuery.of("?! * … \" ( AND")).total()).isZero();
            assertThat(names.search(NameQuery.of("x".repeat(10_000_000))).total())
                    .isZero();
            assertThat(names.search(NameQuery.of("lyon ".repeat(100_000))).hits())
                    .isNotEmpty();
            assertThat(names.search(new NameQuery(
                                    "lyon",
                                    List.of(new NameQuery.Filter(NameQuery.TYPE, "http://ex.org/Nothing")),
                                    0,
                                    10))
                            .total())
                    .isZero();
        }
    }

    @Test
    void aWordThatNobodyHasIsLeftOutWhereOthersAreFound() throws Exception {
        try (Names names = names()) {
            NameResults results = names.search(NameQuery.of("zzzzqqqq lumière lyon"));
            assertThat(results.isExact()).isFalse();
            assertThat(results.hits().get(0).thing().iri()).isEqualTo("http://ex.org/id/b/u2");
        }
    }

    @Test
    void suggestionsBeginSo() throws Exception {
        try (Names names = names()) {
            assertThat(names.suggest("lyo", List.of(), 3).get(0).thing().iri()).isEqualTo("http://ex.org/id/t/1");
            assertThat(names.suggest("ÉCOLE NORM", List.of(), 10)).hasSize(2);
            assertThat(names.suggest("besanc", List.of(), 3).get(0).matched().text())
                    .isEqualTo("Besançon");
            assertThat(names.suggest("0694123", List.of(), 3)).isEmpty();
            assertThat(names.suggest("0694123g", List.of(), 3)).hasSize(1);
            assertThat(names.suggest("", List.of(), 3)).isEmpty();
        }
    }

    @Test
    void anUnchangedGraphIsTakenOver() throws Exception {
        Path first = folder.resolve("first");
        assertThat(index().make(first, Optional.empty())).containsExactly("bodies", "towns");
        put("bodies", BODIES.replace("Claude Bernard", "Bernard Claude"));
        Path second = folder.resolve("second");
        assertThat(index().make(second, Optional.of(first))).containsExactly("bodies");
        assertThat(index().problem(second)).isEmpty();
        assertThat(index().problem(first)).isPresent();
    }

    @Test
    void aPlaceThatIsCalledOtherwiseIsSoInTheThingsThere() throws Exception {
        Path first = folder.resolve("first");
        index().make(first, Optional.empty());
        put("towns", TOWNS.replace("\"Besançon\"", "\"Vesontio\""));
        Path second = folder.resolve("second");
        assertThat(index().make(second, Optional.of(first))).containsExactly("bodies", "towns");
        put("towns", TOWNS.replace("\"Besançon\"", "\"Vesontio\"").replace("Sainte-Foy", "Ste-Foy"));
        assertThat(index().make(folder.resolve("third"), Optional.of(second))).containsExactly("towns");
    }

    @Test
    void aDamagedIndexIsFoundOutAndNotTakenOver() throws Exception {
        Path first = folder.resolve("first");
        index().make(first, Optional.empty());
        try (var files = Files.list(first.resolve("towns"))) {
            Path data = files.filter(file -> file.toString().endsWith(".cfs"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(data);
            bytes[bytes.length / 2] ^= 1;
            Files.write(data, bytes);
        }
        assertThat(index().problem(first))
                .hasValueSatisfying(problem -> assertThat(problem).contains("'towns'"));
        assertThat(index().make(folder.resolve("second"), Optional.of(first))).containsExactly("towns");
    }

    @Test
    void theSameGraphsGiveTheSameAnswers() throws Exception {
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        index().make(first, Optional.empty());
        index().make(second, Optional.empty());
        NameRules rules = NameRules.of(graph(ONTOLOGY));
        try (Names one = Names.open(first, graphs.keySet(), rules);
                Names other = Names.open(second, graphs.keySet(), rules)) {
            for (String text : List.of("lyon", "", "ens", "universite", "ecole lumiere")) {
                assertThat(one.search(NameQuery.of(text))).isEqualTo(other.search(NameQuery.of(text)));
            }
        }
    }
}
