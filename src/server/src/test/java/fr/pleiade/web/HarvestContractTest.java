package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rules by which data.gouv.fr harvests a DCAT catalogue, replayed by a client that knows nothing but their text: it fetches the
 * registered address as the harvester does, follows pages, and looks at what it got.
 */
class HarvestContractTest {
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final String RDFS_LABEL = "http://www.w3.org/2000/01/rdf-schema#label";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final String IANA = "https://www.iana.org/assignments/media-types/";
    private static final Map<String, Syntax> KNOWN = Map.of(
            "rdf", Syntax.RDF_XML,
            "ttl", Syntax.TURTLE,
            "n3", Syntax.N3,
            "nt", Syntax.N_TRIPLES,
            "jsonld", Syntax.JSON_LD,
            "trig", Syntax.TRIG);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @TempDir
    private Path folder;

    @Test
    void g1_theRegisteredAddressIsReadWithoutNegotiationAndWithoutRedirect() {
        HttpResponse<byte[]> head = ask("HEAD", "catalog");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(type(head)).isIn("text/turtle", "application/rdf+xml", "application/ld+json");
        assertThat(type(ask("GET", "catalog"))).isEqualTo(type(head));
        KNOWN.forEach((suffix, syntax) -> {
            HttpResponse<byte[]> answer = ask("GET", "catalog." + suffix);
            assertThat(answer.statusCode()).as(suffix).isEqualTo(200);
            assertThat(type(answer)).as(suffix).isEqualTo(syntax.mediaType());
        });
    }

    @Test
    void g2_everyPageIsRdfThatNeedsNothingElse() {
        int triples = catalog().size();
        KNOWN.forEach((suffix, syntax) ->
                assertThat(read("catalog." + suffix, syntax).size()).as(suffix).isEqualTo(triples));
        for (Quad triple : catalog().triples()) {
            for (Term term : List.of(triple.subject(), triple.predicate(), triple.object())) {
                String unwanted =
                        term instanceof Term.Literal ? "[\\p{Cntrl}&&[^\\n\\t]]" : "[\\s{}<>\"|\\\\^`\\p{Cntrl}]";
                assertThat(term.text()).doesNotContainPattern(unwanted);
            }
        }
        JsonNode context = JsonMapper.shared()
                .readTree(ask("GET", "catalog.jsonld").body())
                .get("@context");
        assertThat(context.isObject()).isTrue();
    }

    @Test
    void g3_whateverIsHarvestedHasAnIdentifierOfItsOwnThatStays() throws IOException {
        InMemoryGraph catalog = catalog();
        Set<String> identifiers = new HashSet<>();
        List<Term> harvested = Stream.of("Dataset", "DatasetSeries", "DataService")
                .flatMap(type -> typed(catalog, type).stream())
                .toList();
        assertThat(harvested).hasSize(2 + ServedSample.datasets().size());
        for (Term one : harvested) {
            assertThat(catalog.objects(one, DCT + "identifier"))
                    .singleElement()
                    .satisfies(identifier ->
                            assertThat(identifiers.add(identifier.text())).isTrue());
        }
        SmallSite site = new SmallSite(folder).publish("a;A;");
        String before = identifier(site);
        assertThat(identifier(site.publish("a;B;", "c;C;"))).isEqualTo(before).isEqualTo("things");
    }

    private static String identifier(SmallSite site) {
        try (PleiadeServer server = site.serve()) {
            byte[] body = ask("GET", "http://127.0.0.1:" + server.port() + "/", "catalog.nt")
                    .body();
            InMemoryGraph catalog = read(body, Syntax.N_TRIPLES);
            return catalog.object(typed(catalog, "Dataset").get(0), DCT + "identifier")
                    .orElseThrow()
                    .text();
        }
    }

    @Test
    void g4_everyDatasetHasATitleInFrench() {
        each((catalog, dataset) -> assertThat(catalog.objects(dataset, DCT + "title"))
                .filteredOn(title -> ((Term.Literal) title).language().equals("fr"))
                .hasSize(1));
    }

    @Test
    void g5_pagesAreFollowedToTheLastAndEachDatasetIsWhole() {
        String next = "catalog.nt";
        Set<String> datasets = new HashSet<>();
        long total = -1;
        for (int pages = 0; !next.isEmpty(); pages++) {
            assertThat(pages).isLessThan(100);
            InMemoryGraph page = read(next, Syntax.N_TRIPLES);
            List<Term> views = page.subjects(TYPE, new Term.Iri(HYDRA + "PartialCollectionView"))
                    .toList();
            assertThat(views).hasSize(1);
            Term view = views.get(0);
            assertThat(page.objects(view, TYPE)).contains(new Term.Iri(HYDRA + "PagedCollection"));
            assertThat(page.objects(view, HYDRA + "first")).hasSize(1);
            assertThat(page.objects(view, HYDRA + "last")).hasSize(1);
            total = Long.parseLong(
                    page.object(view, HYDRA + "totalItems").orElseThrow().text());
            for (Term dataset : typed(page, "Dataset")) {
                datasets.add(dataset.text());
                for (String property : List.of("distribution", "contactPoint")) {
                    assertThat(page.objects(dataset, DCAT + property))
                            .isNotEmpty()
                            .allSatisfy(part -> assertThat(page.about(part)).isNotEmpty());
                }
            }
            next = page.object(view, HYDRA + "next")
                    .map(Term::text)
                    .map(ServedSample::path)
                    .orElse("");
        }
        assertThat(datasets).hasSize((int) total).hasSameSizeAs(ServedSample.datasets());
    }

    @Test
    void g6_everyDistributionHasAnAddressAFormatASizeAndADigest() {
        eachDistribution((catalog, file) -> {
            assertThat(catalog.objects(file, DCAT + "downloadURL")).hasSize(1);
            assertThat(catalog.object(file, DCT + "format").orElseThrow().text())
                    .startsWith(EU + "file-type/");
            assertThat(catalog.object(file, DCAT + "mediaType").orElseThrow().text())
                    .startsWith(IANA);
            assertThat(Long.parseLong(catalog.object(file, DCAT + "byteSize")
                            .orElseThrow()
                            .text()))
                    .isPositive();
            Term sum = catalog.object(file, SPDX + "checksum").orElseThrow();
            assertThat(catalog.object(sum, SPDX + "algorithm").orElseThrow().text())
                    .matches(SPDX + "checksumAlgorithm_(md5|sha1|sha256)");
            assertThat(catalog.object(sum, SPDX + "checksumValue").orElseThrow().text())
                    .matches("[0-9a-f]{64}");
        });
    }

    @Test
    void g7_aPeriodIsABlankNodeWithItsEnds() {
        each((catalog, dataset) -> assertThat(catalog.objects(dataset, DCT + "temporal"))
                .isNotEmpty()
                .allSatisfy(period -> {
                    assertThat(period).isInstanceOf(Term.BlankNode.class);
                    assertThat(catalog.about(period))
                            .extracting(triple -> triple.predicate().value())
                            .containsAnyOf(DCAT + "startDate", DCAT + "endDate");
                }));
    }

    /** In the type that each version of the harvester has read since 2019, and in the one that GeoSPARQL asks for. */
    @Test
    void g8_aPlaceHasAPolygonInWktAndTheSameInGeoJson() {
        each((catalog, dataset) -> assertThat(catalog.objects(dataset, DCT + "spatial"))
                .isNotEmpty()
                .allSatisfy(place -> {
                    List<Term> values =
                            catalog.about(place).stream().map(Quad::object).toList();
                    String wkt = typed(values, GEO + "wktLiteral", "POLYGON((");
                    JsonNode json = JsonMapper.shared().readTree(typed(values, IANA + "application/vnd.geo+json", "{"));
                    assertThat(json.get("type").asString()).isEqualTo("Polygon");
                    List<String> corners = new ArrayList<>();
                    for (JsonNode corner : json.at("/coordinates/0")) {
                        corners.add(
                                corner.get(0).asString() + " " + corner.get(1).asString());
                    }
                    assertThat(wkt.replaceAll("\\.0\\b", ""))
                            .isEqualTo("POLYGON((%s))"
                                    .formatted(String.join(",", corners).replaceAll("\\.0\\b", "")));
                }));
    }

    private static String typed(List<Term> values, String datatype, String start) {
        return values.stream()
                .filter(value -> value instanceof Term.Literal literal
                        && literal.datatype().equals(datatype))
                .map(Term::text)
                .filter(text -> text.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void g9_theFrequencyIsOfAListThatItReads() {
        each((catalog, dataset) -> assertThat(catalog.object(dataset, DCT + "accrualPeriodicity")
                        .orElseThrow()
                        .text())
                .matches("(" + EU + "frequency/|http://purl.org/cld/freq/).+"));
    }

    @Test
    void g10_theLicenceIsAnAddressAndItsNodeHasNoLabelThatWouldBeReadInstead() {
        each((catalog, dataset) -> assertThat(catalog.objects(dataset, DCT + "license"))
                .singleElement()
                .satisfies(licence -> {
                    assertThat(licence.text()).matches("https://(www\\.etalab\\.gouv\\.fr|creativecommons\\.org)/.+");
                    assertThat(catalog.objects(licence, RDFS_LABEL)).isEmpty();
                }));
    }

    @Test
    void g11_noDateIsInTheFutureAndTheLandingPageIsAPublicAddress() {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        each((catalog, dataset) -> {
            String modified =
                    catalog.object(dataset, DCT + "modified").orElseThrow().text();
            assertThat(OffsetDateTime.parse(modified)).isBeforeOrEqualTo(now);
            URI page = URI.create(
                    catalog.object(dataset, DCAT + "landingPage").orElseThrow().text());
            assertThat(page.getScheme()).isIn("http", "https");
            assertThat(page.getHost()).isNotEqualTo("localhost");
            assertThat(ask("GET", ServedSample.path(page.toString())).statusCode())
                    .isEqualTo(200);
        });
    }

    @Test
    void g12_whomToAskAndWhoPublishesIsSaidInTheCatalogue() {
        each((catalog, dataset) -> {
            Term contact = catalog.object(dataset, DCAT + "contactPoint").orElseThrow();
            assertThat(catalog.objects(contact, TYPE)).contains(new Term.Iri(VCARD + "Kind"));
            assertThat(catalog.objects(contact, VCARD + "fn")).isNotEmpty();
            assertThat(catalog.object(contact, VCARD + "hasEmail").orElseThrow().text())
                    .startsWith("mailto:");
            Term publisher = catalog.object(dataset, DCT + "publisher").orElseThrow();
            assertThat(catalog.objects(publisher, TYPE)).contains(new Term.Iri(FOAF + "Agent"));
            assertThat(catalog.objects(publisher, FOAF + "name")).isNotEmpty();
        });
    }

    @Test
    void g13_keywordsAreTextsAndThemesHaveNames() {
        each((catalog, dataset) -> {
            assertThat(catalog.objects(dataset, DCAT + "keyword"))
                    .isNotEmpty()
                    .allSatisfy(keyword -> assertThat(keyword).isInstanceOf(Term.Literal.class));
            assertThat(catalog.objects(dataset, DCAT + "theme"))
                    .isNotEmpty()
                    .allSatisfy(theme -> assertThat(catalog.objects(theme, SKOS + "prefLabel"))
                            .isNotEmpty());
        });
    }

    @Test
    void g14_aSchemaThatADatasetNamesStands() {
        SmallSite site = new SmallSite(folder);
        String schema = "https://schema.data.gouv.fr/etalab/schema-decp/latest/schema.json";
        site.write("mappings/things/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/things> a dcat:Dataset ; dct:title "Choses"@fr ; dct:description "Choses"@fr ; dct:conformsTo <%s> ;
                  dct:license <https://licence.example/> .
                """.formatted(schema));
        site.publish("a;A;");
        try (PleiadeServer server = site.serve()) {
            byte[] body = ask("GET", "http://127.0.0.1:" + server.port() + "/", "catalog.nt")
                    .body();
            InMemoryGraph catalog = read(body, Syntax.N_TRIPLES);
            assertThat(catalog.objects(typed(catalog, "Dataset").get(0), DCT + "conformsTo"))
                    .containsExactly(new Term.Iri(schema));
        }
    }

    @Test
    void g15_aServiceSaysWhereItIsAndWhichDatasetsOfTheCatalogueItServes() {
        InMemoryGraph catalog = catalog();
        List<Term> services = typed(catalog, "DataService");
        assertThat(services).isNotEmpty();
        for (Term service : services) {
            for (String property : List.of("endpointURL", "endpointDescription")) {
                String address =
                        catalog.object(service, DCAT + property).orElseThrow().text();
                assertThat(ask("GET", ServedSample.path(address)).statusCode()).isEqualTo(200);
            }
            assertThat(catalog.objects(service, DCAT + "servesDataset"))
                    .isNotEmpty()
                    .allSatisfy(dataset -> assertThat(catalog.objects(dataset, DCT + "identifier"))
                            .hasSize(1));
        }
    }

    @Test
    void g16_theCatalogueIsWholeEachTime() {
        for (String suffix : List.of("", ".ttl", ".rdf", ".nt")) {
            InMemoryGraph catalog = suffix.isEmpty()
                    ? read("catalog", Syntax.TURTLE)
                    : read("catalog" + suffix, KNOWN.getOrDefault(suffix.substring(1), Syntax.TURTLE));
            assertThat(typed(catalog, "Dataset")).hasSameSizeAs(ServedSample.datasets());
        }
        for (String elsewhere : List.of("catalog.ttl?page=2", "catalogue.ttl", "catalog/2")) {
            assertThat(ask("GET", elsewhere).statusCode()).as(elsewhere).isEqualTo(404);
        }
    }

    @FunctionalInterface
    private interface Look {
        void at(InMemoryGraph catalog, Term node);
    }

    private static void each(Look look) {
        InMemoryGraph catalog = catalog();
        List<Term> datasets = typed(catalog, "Dataset");
        assertThat(datasets).hasSameSizeAs(ServedSample.datasets());
        datasets.forEach(dataset -> look.at(catalog, dataset));
    }

    private static void eachDistribution(Look look) {
        each((catalog, dataset) -> assertThat(catalog.objects(dataset, DCAT + "distribution"))
                .isNotEmpty()
                .allSatisfy(file -> look.at(catalog, file)));
    }

    private static List<Term> typed(InMemoryGraph catalog, String type) {
        return catalog.subjects(TYPE, new Term.Iri(DCAT + type)).distinct().toList();
    }

    private static InMemoryGraph catalog() {
        return read("catalog.nt", Syntax.N_TRIPLES);
    }

    private static InMemoryGraph read(String path, Syntax syntax) {
        return read(ask("GET", path).body(), syntax);
    }

    private static InMemoryGraph read(byte[] body, Syntax syntax) {
        return RdfReader.readGraph(new ByteArrayInputStream(body), "catalog", syntax, ServedSample.BASE);
    }

    private static HttpResponse<byte[]> ask(String method, String path) {
        return ask(method, ServedSample.sample().origin(), path);
    }

    /** As the harvester does: no {@code Accept}, and its name. */
    private static HttpResponse<byte[]> ask(String method, String origin, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("User-Agent", "uData/0.1 dcat")
                .build();
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String type(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }
}
