package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Promises p1 to p9: SPARQL Protocol, Service Description, Graph Store Protocol. */
class SparqlEdgeTest {
    @ParameterizedTest
    @CsvSource({
        "format=json, application/sparql-results+json",
        "format=CSV, text/csv",
        "output=xml, application/sparql-results+xml",
        "format=text/csv, text/csv",
        "output=application/sparql-results%2Bjson, application/sparql-results+json",
        "format=ttl, application/sparql-results+json"
    })
    void s2_theAddressNamesTheForm(String parameter, String mediaType) {
        HttpResponse<String> answer =
                sample().get("sparql?query=ASK%7B%7D&" + parameter, "Accept", "text/tab-separated-values");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(mediaType);
    }

    @Test
    void aFormThatThereIsNotIsRefusedWithThoseThatThereAre() {
        for (String parameter : List.of("format=zzz", "output=html5")) {
            HttpResponse<String> answer = sample().get("sparql?query=ASK%7B%7D&" + parameter);
            assertThat(answer.statusCode()).as(parameter).isEqualTo(400);
            assertThat(answer.body()).contains(parameter.substring(7), "json", "csv");
        }
    }

    @Test
    void aBlankNodeInCsvHasTheSignsOfOne() {
        String query =
                "sparql?format=csv&query=SELECT%20(BNODE('a')%20AS%20%3Fx)%20(%3Fx%20AS%20%3Fy)%20(BNODE('b')%20AS%20%3Fz)%20%7B%7D";
        assertThat(sample().get(query).body()).isEqualToNormalizingNewlines("x,y,z\n_:b0,_:b0,_:b1\n");
    }

    private static final String ASK = "ASK { ?s ?p ?o }";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";
    private static final String GRAPH = BASE + "dataset/regions";
    private static final String OTHER = BASE + "dataset/departements";

    // P1: the query tests of the W3C's protocol manifest, by their names there.

    @Test
    void p1_queryGet() {
        assertAnswers(sample().get("sparql?query=" + encode(ASK)), true);
    }

    @Test
    void p1_queryPostForm() {
        assertAnswers(post("sparql", FORM, "query=" + encode(ASK)), true);
    }

    @Test
    void p1_queryPostDirect() {
        assertAnswers(post("sparql", QUERY, ASK), true);
    }

    @Test
    void p1_queryDatasetDefaultGraphsGetAndPost() {
        String region = "ASK { ?s a <http://rdf.insee.fr/def/geo#Region> }";
        String both = region.replace("}", ". ?d a <http://rdf.insee.fr/def/geo#Departement> }");
        String one = "default-graph-uri=" + encode(GRAPH);
        String two = one + "&default-graph-uri=" + encode(OTHER);
        assertAnswers(sample().get("sparql?query=" + encode(region) + "&" + one), true);
        assertAnswers(sample().get("sparql?query=" + encode(both) + "&" + one), false);
        assertAnswers(sample().get("sparql?query=" + encode(both) + "&" + two), true);
        assertAnswers(post("sparql?" + two, QUERY, both), true);
        assertAnswers(post("sparql", FORM, "query=" + encode(both) + "&" + two), true);
    }

    @Test
    void p1_queryDatasetNamedGraphsAndFull() {
        String named = "ASK { GRAPH <%s> { ?s ?p ?o } }".formatted(GRAPH);
        String ask = "sparql?query=" + encode(named) + "&named-graph-uri=";
        assertAnswers(sample().get(ask + encode(GRAPH)), true);
        assertAnswers(sample().get(ask + encode(OTHER)), false);
        assertAnswers(post("sparql?named-graph-uri=" + encode(GRAPH), QUERY, named), true);
        String full = "ASK { ?s ?p ?o . GRAPH <%s> { ?a ?b ?c } }".formatted(GRAPH);
        assertAnswers(
                sample().get("sparql?query=" + encode(full) + "&default-graph-uri=" + encode(OTHER)
                        + "&named-graph-uri=" + encode(GRAPH)),
                true);
    }

    @Test
    void p1_theGraphsOfTheRequestTakeThePlaceOfThoseInTheQuery() {
        String query = "ASK FROM <%s> { ?s a <http://rdf.insee.fr/def/geo#Region> }".formatted(OTHER);
        assertAnswers(sample().get("sparql?query=" + encode(query)), false);
        assertAnswers(sample().get("sparql?query=" + encode(query) + "&default-graph-uri=" + encode(GRAPH)), true);
    }

    @Test
    void p1_badRequestsAreRefused() {
        assertThat(sample().send("PUT", "sparql?query=" + encode(ASK), BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(405);
        assertThat(sample().get("sparql?query=" + encode(ASK) + "&query=" + encode(ASK))
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("sparql", "text/plain", ASK).statusCode()).isEqualTo(415);
        assertThat(post("sparql", FORM, ASK).statusCode()).isEqualTo(400);
        assertThat(sample().send("POST", "sparql", BodyPublishers.ofString(ASK)).statusCode())
                .isBetween(400, 415);
        assertThat(sample().send(
                                "POST",
                                "sparql",
                                BodyPublishers.ofByteArray(new byte[] {(byte) 0xC3, 0x28}),
                                "Content-Type",
                                QUERY)
                        .statusCode())
                .isBetween(400, 415);
        assertThat(sample().get("sparql?query=" + encode("ASK {")).statusCode()).isEqualTo(400);
    }

    @Test
    void p1_everyUpdateIsRefused() {
        String update = "INSERT DATA { <a:a> <a:b> <a:c> }";
        for (HttpResponse<String> response : List.of(
                sample().get("sparql?update=" + encode(update)),
                post("sparql", FORM, "update=" + encode(update)),
                post("sparql", "application/sparql-update", update),
                post("update", FORM, "update=" + encode(update)),
                sample().send(
                                "PUT",
                                "data?default",
                                BodyPublishers.ofString("<a:a> <a:b> <a:c> ."),
                                "Content-Type",
                                "text/turtle"),
                sample().send("DELETE", "data?default", BodyPublishers.noBody()))) {
            assertThat(response.statusCode()).as(response.request().toString()).isBetween(400, 499);
        }
        assertAnswers(sample().get("sparql?query=" + encode("ASK { <a:a> ?p ?o }")), false);
    }

    @Test
    void p2_theSameQueryHasTheSameAnswerHoweverItComes() {
        String query = "SELECT ?s { ?s a <http://rdf.insee.fr/def/geo#Region> } ORDER BY ?s";
        String graphs = "default-graph-uri=" + encode(GRAPH) + "&named-graph-uri=" + encode(OTHER);
        String byGet =
                sample().get("sparql?query=" + encode(query) + "&" + graphs).body();
        assertThat(byGet).contains(BASE + "id/region/");
        assertThat(post("sparql", FORM, "query=" + encode(query) + "&" + graphs).body())
                .isEqualTo(byGet);
        assertThat(post("sparql?" + graphs, QUERY, query).body()).isEqualTo(byGet);
        assertThat(post("sparql?" + graphs, QUERY + ";charset=UTF-8", query).body())
                .isEqualTo(byGet);
    }

    @Test
    void p2_twoQueriesAreRefusedHoweverTheyCome() {
        String twice = "query=" + encode(ASK) + "&query=" + encode(ASK);
        for (HttpResponse<String> response : List.of(
                sample().get("sparql?" + twice),
                post("sparql", FORM, twice),
                post("sparql?query=" + encode(ASK), FORM, "query=" + encode(ASK)),
                post("sparql?query=" + encode(ASK), QUERY, ASK))) {
            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.body()).contains("#query-repeated");
        }
    }

    @Test
    void p2_aQueryThatIsNotUtf8IsRefusedHoweverItComes() {
        String broken = "ASK%20%7B%20%3Fs%20%3Fp%20%22%C3%28%22%20%7D";
        byte[] utf16 = ASK.getBytes(StandardCharsets.UTF_16);
        byte[] latin1 = "ASK { ?s ?p 'é' }".getBytes(StandardCharsets.ISO_8859_1);
        for (HttpResponse<String> response : List.of(
                sample().get("sparql?query=" + broken),
                post("sparql", FORM, "query=" + broken),
                sample().send("POST", "sparql", BodyPublishers.ofByteArray(latin1), "Content-Type", QUERY),
                sample().send("POST", "sparql", BodyPublishers.ofByteArray(utf16), "Content-Type", QUERY),
                sample().send(
                                "POST",
                                "sparql",
                                BodyPublishers.ofByteArray(utf16),
                                "Content-Type",
                                QUERY + ";charset=utf-16"))) {
            assertThat(response.statusCode()).isBetween(400, 499);
            assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT * { ?s ?p ?o } LIMIT 1, application/sparql-results+json",
        "SELECT * { ?s ?p ?o } LIMIT 1, application/sparql-results+xml",
        "SELECT * { ?s ?p ?o } LIMIT 1, text/csv",
        "SELECT * { ?s ?p ?o } LIMIT 1, text/tab-separated-values",
        "ASK { ?s ?p ?o }, application/sparql-results+json",
        "ASK { ?s ?p ?o }, application/sparql-results+xml",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1, text/turtle",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 1, application/ld+json",
        "DESCRIBE <https://data.example.org/id/region/53>, application/rdf+xml",
        "DESCRIBE <https://data.example.org/id/region/53>, application/n-triples"
    })
    void p3_resultsAndGraphsAreNegotiated(String query, String type) {
        HttpResponse<String> response = sample().get("sparql?query=" + encode(query), "Accept", type);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
        assertThat(response.headers().allValues("Vary").toString()).contains("Accept");
        assertThat(response.body()).isNotEmpty();
        assertThat(sample().get("sparql?query=" + encode(query), "Accept", "image/png")
                        .statusCode())
                .isEqualTo(406);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 100, 300, 600, 1_000, 3_000, 20_000})
    void p4_howeverDeepAQueryIsItIsAnsweredOrRefused(int depth) {
        for (String query : new String[] {
            "ASK " + "{".repeat(depth) + "?s ?p ?o" + "}".repeat(depth),
            "ASK { ?s ?p ?o FILTER (" + "1 + ".repeat(depth) + "1 > 0) }",
            "ASK { ?s ?p ?o FILTER (" + "!(".repeat(depth) + "true" + ")".repeat(depth) + ") }",
            "ASK { ?s " + "<a:a>/".repeat(depth) + "<a:a> ?o }",
            "ASK { " + "{ ?s ?p ?o } UNION ".repeat(depth) + "{} }",
            "ASK { ?s ?p ?o " + "OPTIONAL { ?s ?p ?o ".repeat(depth) + "}".repeat(depth) + " }",
        }) {
            HttpResponse<String> response = sample().send(
                            "POST",
                            "sparql",
                            BodyPublishers.ofString(query),
                            "Content-Type",
                            "application/sparql-query");
            assertThat(response.statusCode())
                    .as("%.60s", query)
                    .isIn(depth <= 100 ? List.of(200) : List.of(200, 400, 503));
            assertThat(response.statusCode() != 400 || response.body().contains("#query-too-deep"))
                    .as(response.body())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {32_700, 33_000, 40_000, 200_000})
    void p4_anAddressThatIsTooLongIsToldHowLongItMayBeAndOfPost(int length) {
        String query = ASK + "#" + "a".repeat(length);
        HttpResponse<String> response = sample().get("sparql?query=" + encode(query));
        assertThat(response.statusCode()).isEqualTo(414);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(response.body()).contains("32 KiB", "POST", "1 MiB");
        assertAnswers(post("sparql", QUERY, query), true);
        assertAnswers(post("sparql", FORM, "query=" + encode(query)), true);
    }

    @Test
    void p4_headersThatAreTooLargeAreNotCalledAnAddress() {
        HttpResponse<String> response = sample().get("sparql?query=" + encode(ASK), "X-Long", "a".repeat(40_000));
        assertThat(response.statusCode()).isEqualTo(431);
    }

    @ParameterizedTest
    @ValueSource(strings = {QUERY, FORM})
    void p4_aBodyThatIsTooLongIsToldHowLongItMayBe(String type) {
        String query = (type.equals(FORM) ? "query=ASK%7B%7D%23" : "ASK {} #") + "a".repeat(3 << 20);
        HttpResponse<String> response = post("sparql", type, query);
        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).containsAnyOf("1 MiB", "1048576");
    }

    @Test
    void p4_aSyntaxErrorSaysLineAndColumn() {
        String query = "SELECT * {\n  ?s ?p }";
        HttpResponse<String> response = sample().get("sparql?query=" + encode(query), "Accept-Language", "fr");
        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode problem = JsonMapper.shared().readTree(response.body());
        assertThat(problem.get("type").asString()).endsWith("#query-syntax");
        assertThat(problem.get("detail").asString()).contains("ligne 2").contains("colonne");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * { SERVICE <http://127.0.0.1:1/sparql> { ?s ?p ?o } }",
                "SELECT * { SERVICE SILENT <http://169.254.169.254/> { ?s ?p ?o } }",
                "SELECT * { VALUES ?x { <http://127.0.0.1:1/> } SERVICE ?x { ?s ?p ?o } }",
                "LOAD <http://127.0.0.1:1/>"
            })
    void p5_nothingIsFetchedFromElsewhere(String query) {
        assertThat(sample().get("sparql?query=" + encode(query)).statusCode()).isEqualTo(400);
    }

    @Test
    void p5_aGraphElsewhereIsNotFetchedEither() {
        HttpResponse<String> response =
                sample().get("sparql?query=" + encode("SELECT * FROM <http://127.0.0.1:1/x> { ?s ?p ?o }"));
        assertThat(response.statusCode()).isIn(200, 400);
        assertThat(response.body()).doesNotContain("127.0.0.1:1/x\",");
    }

    @Test
    void p7_theServiceDescribesItself() {
        InMemoryGraph graph = turtle(sample().get("sparql", "Accept", "text/turtle"));
        String sd = "http://www.w3.org/ns/sparql-service-description#";
        Term service = graph.subjects(sd + "endpoint", new Term.Iri(BASE + "sparql"))
                .findFirst()
                .orElseThrow();
        assertThat(graph.objects(service, sd + "supportedLanguage")).hasSize(1);
        assertThat(graph.objects(service, sd + "resultFormat"))
                .allMatch(f -> f.text().startsWith("http://www.w3.org/ns/formats/"));
        assertThat(graph.objects(service, sd + "feature")).contains(new Term.Iri(sd + "UnionDefaultGraph"));
        Term dataset = graph.object(service, sd + "defaultDataset").orElseThrow();
        assertThat(graph.objects(dataset, sd + "namedGraph"))
                .hasSize(sample().release().graphs().size());
        assertThat(sample().get("sparql", "Accept", "text/html").body()).contains("<textarea id=\"query\"");
        assertThat(graph.objects(service, sd + "extensionFunction"))
                .contains(new Term.Iri("http://www.w3.org/2005/xpath-functions/math#sqrt"))
                .doesNotContain(new Term.Iri("http://jena.apache.org/ARQ/function#wait"));
        assertThat(graph.objects(service, sd + "extensionAggregate"))
                .contains(new Term.Iri("http://jena.apache.org/ARQ/function/aggregate#stdev"));
        assertThat(sample().get("sparql", "Accept", "text/html", "Accept-Language", "fr")
                        .body())
                .contains("chacune par son IRI", "xpath-functions/math#", "sqrt");
    }

    @Test
    void p8_everyExampleShownReturnsARow() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("ontology/examples"))) {
            for (Path example :
                    examples.filter(f -> f.toString().endsWith(".rq")).toList()) {
                String query = "BASE <" + BASE + ">\n" + Files.readString(example);
                HttpResponse<String> response = post("sparql", QUERY, query, "Accept", "text/csv");
                assertThat(response.statusCode()).as(example.toString()).isEqualTo(200);
                assertThat(response.body().lines().count())
                        .as(example.toString())
                        .isGreaterThan(1);
            }
        }
    }

    /** The queries are those that SIB's SPARQL editor asks an endpoint, as its README tells them. */
    @Test
    void p9_theExamplesAreInTheStoreInBothLanguagesAndEachIsAnswered() throws IOException {
        List<Map<String, String>> rows = select("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                SELECT DISTINCT ?sq ?comment ?query (LANG(?comment) AS ?language) ?target WHERE {
                  ?sq a sh:SPARQLExecutable ; rdfs:comment ?comment ; sh:select|sh:ask|sh:construct|sh:describe ?query ;
                      <https://schema.org/target> ?target .
                } ORDER BY ?sq
                """);
        try (Stream<Path> files = Files.list(Path.of("ontology/examples"))) {
            long examples = files.filter(f -> f.toString().endsWith(".rq")).count();
            for (String language : List.of("fr", "en")) {
                assertThat(rows.stream().filter(row -> language.equals(row.get("language"))))
                        .hasSize((int) examples);
            }
        }
        assertThat(rows).extracting(row -> row.get("target")).containsOnly(BASE + "sparql");
        for (String query : rows.stream().map(row -> row.get("query")).collect(Collectors.toSet())) {
            assertThat(select(query)).as(query).isNotEmpty();
        }
    }

    @Test
    void p9_theEditorShowsTheExamplesOfTheStore() {
        String page = sample().get("sparql", "Accept", "text/html", "Accept-Language", "fr")
                .body();
        for (Map<String, String> row : select("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                SELECT ?example ?title {
                  ?example a sh:SPARQLExecutable ; <http://www.w3.org/2000/01/rdf-schema#comment> ?title
                  FILTER (LANG(?title) = "fr")
                }
                """)) {
            String fragment = row.get("example").substring((BASE + "sparql#").length());
            assertThat(page).contains("id=\"" + fragment + "\"");
            assertThat(HtmlUtils.htmlUnescape(page)).contains(row.get("title"));
        }
    }

    @Test
    void p9_anExamplesAddressLeadsToIt() {
        InMemoryGraph graph = turtle(sample().get("sparql", "Accept", "text/turtle"));
        Term.Iri executable = new Term.Iri("http://www.w3.org/ns/shacl#SPARQLExecutable");
        assertThat(graph.subjects(Vocabulary.TYPE.value(), executable))
                .isNotEmpty()
                .allMatch(example -> example.text().startsWith(BASE + "sparql#example-"));
    }

    @Test
    void p9_prefixesAreDeclaredForEditors() {
        assertThat(select("""
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                SELECT DISTINCT ?prefix ?namespace WHERE { [] sh:namespace ?namespace ; sh:prefix ?prefix } ORDER BY ?prefix
                """)).contains(Map.of("prefix", "skos", "namespace", "http://www.w3.org/2004/02/skos/core#"));
    }

    @Test
    void p9_editorsFindThePropertiesOfAClassInTheStore() {
        assertThat(select("""
                PREFIX void: <http://rdfs.org/ns/void#>
                PREFIX void-ext: <http://ldf.fi/void-ext#>
                SELECT DISTINCT ?subjectClass ?prop ?objectClass ?objectDatatype WHERE {
                  ?cp void:class ?subjectClass ; void:propertyPartition ?pp .
                  ?pp void:property ?prop .
                  OPTIONAL {
                    { ?pp void:classPartition [ void:class ?objectClass ] }
                    UNION { ?pp void-ext:datatypePartition [ void-ext:datatype ?objectDatatype ] }
                  }
                }
                """))
                .contains(Map.of(
                        "subjectClass", "http://rdf.insee.fr/def/geo#Region",
                        "prop", "http://rdf.insee.fr/def/geo#codeINSEE",
                        "objectDatatype", "http://www.w3.org/2001/XMLSchema#string"));
    }

    @Test
    void aRepeatedQueryIsNotSentAgainToWhoHasItsAnswer() {
        String path = "sparql?query=" + encode("SELECT * { ?s ?p ?o } LIMIT 3");
        String tag = sample().get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(sample().get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(sample().get(path, "Accept", "text/csv").headers().firstValue("ETag"))
                .isPresent()
                .isNotEqualTo(tag);
    }

    private static void assertAnswers(HttpResponse<String> response, boolean expected) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(JsonMapper.shared().readTree(response.body()).get("boolean").asBoolean())
                .isEqualTo(expected);
    }

    /** {@return the solutions; each has the bound variables only} */
    private static List<Map<String, String>> select(String query) {
        HttpResponse<String> response = post("sparql", QUERY, query);
        assertThat(response.statusCode()).as(query).isEqualTo(200);
        List<Map<String, String>> rows = new ArrayList<>();
        for (JsonNode binding :
                JsonMapper.shared().readTree(response.body()).get("results").get("bindings")) {
            Map<String, String> row = new TreeMap<>();
            binding.properties()
                    .forEach(variable -> row.put(
                            variable.getKey(), variable.getValue().get("value").asString()));
            rows.add(row);
        }
        return rows;
    }

    private static HttpResponse<String> post(String path, String type, String body, String... headers) {
        BodyPublisher publisher = BodyPublishers.ofString(body);
        String[] all = Stream.concat(Stream.of("Content-Type", type), Stream.of(headers))
                .toArray(String[]::new);
        return sample().send("POST", path, publisher, all);
    }

    private static InMemoryGraph turtle(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "answer", Syntax.TURTLE, BASE);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
