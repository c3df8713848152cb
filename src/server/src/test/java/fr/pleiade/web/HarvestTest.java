package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What data.gouv.fr's harvester and Google Dataset Search find in the catalogue; g1 to g16 are the rules of the first. */
class HarvestTest {
    /** Six syntaxes of each dataset, and the table of all but ROR's, whose source is none. */
    private static final int DISTRIBUTIONS = 7 * ServedSample.datasets().size() - 1;

    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final Term CATALOG = new Term.Iri(BASE + "catalog");
    private static final Pattern EMBEDDED =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Test
    void g5_theOnlyPageSaysThatNoneFollows() {
        InMemoryGraph catalog = catalog();
        List<Term> pages = catalog.subjects(Vocabulary.RDF + "type", new Term.Iri(HYDRA + "PartialCollectionView"))
                .toList();
        assertThat(pages).hasSize(1);
        assertThat(catalog.objects(pages.get(0), Vocabulary.RDF + "type"))
                .contains(new Term.Iri(HYDRA + "PagedCollection"));
        assertThat(catalog.objects(pages.get(0), HYDRA + "next")).isEmpty();
        assertThat(catalog.object(pages.get(0), HYDRA + "totalItems")
                        .orElseThrow()
                        .text())
                .isEqualTo(String.valueOf(ServedSample.datasets().size()));
    }

    @Test
    void g7_noPeriodIsAnAddressThatTheHarvesterWouldFetch() {
        InMemoryGraph catalog = catalog();
        List<Term> datasets = catalog.objects(CATALOG, Vocabulary.DCAT + "dataset");
        assertThat(datasets)
                .hasSameSizeAs(ServedSample.datasets())
                .allSatisfy(dataset -> assertThat(catalog.objects(dataset, Vocabulary.DCT + "temporal"))
                        .singleElement()
                        .isInstanceOf(Term.BlankNode.class)
                        .satisfies(period -> assertThat(catalog.object(period, Vocabulary.DCAT + "startDate"))
                                .isPresent()));
    }

    @Test
    void g8_everyPlaceHasAPolygon() {
        InMemoryGraph catalog = catalog();
        for (Term dataset : catalog.objects(CATALOG, Vocabulary.DCAT + "dataset")) {
            assertThat(catalog.objects(dataset, Vocabulary.DCT + "spatial"))
                    .isNotEmpty()
                    .allSatisfy(place -> assertThat(catalog.about(place)).anySatisfy(triple -> {
                        assertThat(triple.object()).isInstanceOf(Term.Literal.class);
                        assertThat(((Term.Literal) triple.object()).datatype())
                                .isEqualTo(Vocabulary.GEO + "wktLiteral");
                        assertThat(triple.object().text()).startsWith("POLYGON((");
                    }));
        }
    }

    @Test
    void everyDistributionSaysItsFormatTermsAndWhenItChangedAndTheKeptOnesTheirSizeAndDigest() {
        InMemoryGraph catalog = catalog();
        int kept = 0;
        for (Term dataset : catalog.objects(CATALOG, Vocabulary.DCAT + "dataset")) {
            for (Term distribution : catalog.objects(dataset, Vocabulary.DCAT + "distribution")) {
                assertThat(catalog.about(distribution))
                        .extracting(triple -> triple.predicate().value())
                        .contains(
                                Vocabulary.DCAT + "mediaType",
                                Vocabulary.DCT + "format",
                                Vocabulary.DCT + "license",
                                Vocabulary.DCT + "rights",
                                Vocabulary.DCT + "modified");
                boolean isSized = !catalog.objects(distribution, Vocabulary.DCAT + "byteSize")
                        .isEmpty();
                assertThat(catalog.objects(distribution, Vocabulary.SPDX + "checksum"))
                        .hasSize(isSized ? 1 : 0);
                assertThat(catalog.objects(distribution, Vocabulary.DCT + "description"))
                        .extracting(Term::text)
                        .satisfies(texts -> assertThat(texts.stream().anyMatch(text -> text.contains("Its size")))
                                .isNotEqualTo(isSized));
                kept += isSized ? 1 : 0;
            }
        }
        assertThat(kept).isEqualTo(DISTRIBUTIONS);
    }

    @Test
    void g6_whatIsDownloadedHasTheSizeAndTheDigestThatTheCatalogueSays() {
        InMemoryGraph catalog = catalog();
        List<Term> distributions = catalog.objects(CATALOG, Vocabulary.DCAT + "dataset").stream()
                .flatMap(dataset -> catalog.objects(dataset, Vocabulary.DCAT + "distribution").stream())
                .toList();
        assertThat(distributions).hasSize(DISTRIBUTIONS);
        for (Term iri : distributions) {
            Description distribution = new Description(catalog, iri);
            String address = distribution.value(Vocabulary.DCAT + "downloadURL").orElseThrow();
            byte[] file =
                    sample().bytes(ServedSample.path(address), "Accept", "*/*").body();
            assertThat(file.length).as(address).isEqualTo((int) distribution.count(Vocabulary.DCAT + "byteSize"));
            assertThat(sha256(file)).as(address).isEqualTo(distribution.sha256());
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void g15_theServiceIsDescribedAndServesWhatTheCatalogueHas() {
        InMemoryGraph catalog = catalog();
        Term service = catalog.object(CATALOG, Vocabulary.DCAT + "service").orElseThrow();
        assertThat(catalog.objects(service, Vocabulary.DCT + "description")).hasSize(2);
        assertThat(catalog.objects(service, Vocabulary.DCAT + "keyword")).isNotEmpty();
        assertThat(catalog.objects(service, Vocabulary.DCAT + "servesDataset"))
                .containsExactlyInAnyOrderElementsOf(catalog.objects(CATALOG, Vocabulary.DCAT + "dataset"));
    }

    @Test
    void aSearchEngineFindsPeriodPlaceTableAndCatalogue() {
        Matcher embedded =
                EMBEDDED.matcher(sample().get("dataset/regions.html?lang=en").body());
        assertThat(embedded.find()).isTrue();
        JsonNode dataset = JsonMapper.shared().readTree(embedded.group(1));
        assertThat(dataset.get("temporalCoverage").asString()).isEqualTo("2024-01-01/2024-12-31");
        assertThat(dataset.at("/spatialCoverage/0/name").asString()).isEqualTo("France");
        assertThat(dataset.at("/includedInDataCatalog/name").asString())
                .isEqualTo("Pléiade: linked data of French higher education");
        assertThat(dataset.get("dateModified").asString())
                .isEqualTo(sample().release().created().toString());
        assertThat(dataset.at("/distribution/0/encodingFormat").asString()).isEqualTo("text/csv");
        assertThat(dataset.at("/distribution/0/contentUrl").asString()).isEqualTo(BASE + "dump/regions.csv");
    }

    /** France with its overseas départements, as catalog.ttl draws it: south, west, north, east. */
    @Test
    void aSearchEngineFindsTheBoxTheSizesTheNumbersAndTheSeries() {
        JsonNode dataset = embedded("communes");
        assertThat(dataset.at("/spatialCoverage/0/geo/@type").asString()).isEqualTo("GeoShape");
        assertThat(dataset.at("/spatialCoverage/0/geo/box").asString()).isEqualTo("-21.4 -61.9 51.1 55.9");
        assertThat(dataset.at("/isPartOf/0").asString()).isEqualTo(BASE + "series/code-officiel-geographique");
        for (JsonNode file : dataset.get("distribution")) {
            assertThat(file.get("contentSize").asString()).matches("[1-9][0-9]* B");
            assertThat(file.get("sha256").asString()).matches("[0-9a-f]{64}");
        }
        JsonNode variables = embedded("collectivites-outremer").get("variableMeasured");
        assertThat(variables.size()).isPositive();
        assertThat(variables.toString()).contains("\"name\":\"population\"").doesNotContain("code_commune");
        for (String slug : List.of("regions", "departements", "etablissements")) {
            assertThat(embedded(slug).get("temporalCoverage").asString()).contains("/");
        }
    }

    private static JsonNode embedded(String slug) {
        Matcher embedded = EMBEDDED.matcher(
                sample().get("dataset/" + slug + ".html?lang=en").body());
        assertThat(embedded.find()).isTrue();
        return JsonMapper.shared().readTree(embedded.group(1));
    }

    private static InMemoryGraph catalog() {
        byte[] body = sample().get("catalog.nt").body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(body), "catalog.nt", Syntax.N_TRIPLES, BASE);
    }
}
