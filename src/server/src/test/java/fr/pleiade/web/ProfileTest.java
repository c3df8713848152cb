package fr.pleiade.web;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Promise c12: Content Negotiation by Profile. */
class ProfileTest {
    private static final String DOCUMENT = "doc/etablissement/0Mvk5";
    private static final String DCAT_AP = "http://data.europa.eu/r5r/";
    private static final String SCHEMA_ORG = "https://schema.org/";
    private static final String VOID = "http://rdfs.org/ns/void";

    @Test
    void c12_theHeaderChoosesTheProfileByItsWeights() {
        assertThat(profile(sample().get("catalog"))).isEqualTo(DCAT_AP);
        assertThat(profile(asked("catalog", "<" + SCHEMA_ORG + ">"))).isEqualTo(SCHEMA_ORG);
        assertThat(profile(asked("catalog", "<" + SCHEMA_ORG + ">;q=0.3, <" + VOID + ">;q=0.8")))
                .isEqualTo(VOID);
        assertThat(profile(asked("catalog", "<urn:unknown>, <" + VOID + ">; q=0.1")))
                .isEqualTo(VOID);
        assertThat(profile(asked("catalog", "<" + VOID + ">;q=0"))).isEqualTo(DCAT_AP);
        assertThat(profile(asked("catalog", "<urn:unknown>"))).isEqualTo(DCAT_AP);
    }

    @Test
    void c12_theAddressChoosesTheProfileByTokenOrIri() {
        for (String name : List.of("schema", "https%3A%2F%2Fschema.org%2F")) {
            HttpResponse<String> response =
                    sample().get("catalog?_profile=" + name, "Accept-Profile", "<" + VOID + ">");
            assertThat(profile(response)).isEqualTo(SCHEMA_ORG);
        }
        HttpResponse<String> jsonLd = sample().get("catalog?_profile=schema&_mediatype=application/ld%2Bjson");
        assertThat(jsonLd.headers().firstValue("Content-Type")).contains("application/ld+json");
        assertThat(jsonLd.headers().firstValue("Content-Location")).contains(BASE + "catalog.jsonld?_profile=schema");
        assertThat(sample().get("catalog.jsonld?_profile=schema").body()).isEqualTo(jsonLd.body());
    }

    @Test
    void c12_eachAnswerNamesItsProfileTheOthersAndTheirTokens() {
        for (String path : List.of("catalog", "dataset/regions", DOCUMENT)) {
            HttpResponse<String> response = sample().get(path);
            String profile = profile(response);
            assertThat(response.headers().allValues("Link"))
                    .contains("<" + profile + ">; rel=\"profile\"")
                    .contains("<" + BASE + path + ">; rel=\"canonical\"; profile=\"" + profile + "\"")
                    .anyMatch(link -> link.startsWith("<http://www.w3.org/ns/dx/prof/Profile>")
                            && link.contains("anchor=\"" + profile + "\"")
                            && link.contains("token="));
            assertThat(String.join(", ", response.headers().allValues("Vary"))).contains("Accept-Profile");
        }
        assertThat(sample().get("catalog").headers().allValues("Link"))
                .contains("<" + BASE + "catalog?_profile=schema>; rel=\"alternate\"; profile=\"" + SCHEMA_ORG + "\"");
    }

    @Test
    void c12_theProfilesAreListed() {
        for (String asked : List.of("alt", "all")) {
            InMemoryGraph list = graph(sample().get("catalog?_profile=" + asked, "Accept", "text/turtle"));
            String altr = "http://www.w3.org/ns/dx/connegp/altr#";
            Term catalog = new Term.Iri(BASE + "catalog");
            assertThat(list.objects(catalog, altr + "hasDefaultRepresentation")).containsExactly(catalog);
            List<Term> others = list.objects(catalog, altr + "hasRepresentation");
            assertThat(others)
                    .containsExactly(
                            new Term.Iri(BASE + "catalog?_profile=schema"),
                            new Term.Iri(BASE + "catalog?_profile=void"));
            for (Term other : others) {
                String conforms = list.object(other, Vocabulary.DCT + "conformsTo")
                        .orElseThrow()
                        .text();
                assertThat(profile(sample().get(ServedSample.path(other.text()))))
                        .isEqualTo(conforms);
            }
        }
        assertThat(sample().get("catalog?_profile=alt&lang=fr", "Accept", "text/html")
                        .body())
                .contains("<h1>Profils</h1>", "href=\"/catalog?_profile=schema\"", SCHEMA_ORG);
    }

    @Test
    void c12_aProfileIsOtherWordsForTheSame() {
        Term regions = new Term.Iri(BASE + "dataset/regions");
        InMemoryGraph schema = graph(sample().get("dataset/regions?_profile=schema"));
        assertThat(schema.objects(regions, Vocabulary.TYPE.value()))
                .contains(new Term.Iri(Vocabulary.SCHEMA + "Dataset"));
        assertThat(schema.objects(regions, Vocabulary.SCHEMA + "name"))
                .containsExactlyInAnyOrderElementsOf(
                        graph(sample().get("dataset/regions")).objects(regions, Vocabulary.DCT + "title"));
        assertThat(schema.triples())
                .allMatch(triple -> triple.predicate().equals(Vocabulary.TYPE)
                        || triple.predicate().value().startsWith(Vocabulary.SCHEMA));
        assertThatGraph(graph(sample().get("catalog?_profile=void"))).isIsomorphicTo(graph(sample().get("void")));
    }

    @Test
    void c12_aThingIsHadByItsNamesAlone() {
        InMemoryGraph names = graph(sample().get(DOCUMENT + "?_profile=names"));
        InMemoryGraph whole = graph(sample().get(DOCUMENT));
        Term thing = new Term.Iri(BASE + "id/etablissement/0Mvk5");
        assertThat(names.size()).isLessThan(whole.size() / 3);
        assertThat(names.objects(thing, Vocabulary.SKOS + "prefLabel"))
                .isEqualTo(whole.objects(thing, Vocabulary.SKOS + "prefLabel"))
                .isNotEmpty();
        assertThat(sample().get("id/etablissement/0Mvk5?_profile=names")
                        .headers()
                        .firstValue("Location"))
                .contains(BASE + DOCUMENT + "?_profile=names");
        assertThat(sample().get("api", "Accept", "text/html").body()).contains("id=\"names\"", "id=\"description\"");
    }

    @Test
    void c12_aPageIsOnlyInTheDefaultProfile() {
        String browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
        HttpResponse<String> data = sample().get("catalog?_profile=schema", "Accept", browser);
        assertThat(data.headers().firstValue("Content-Type").orElse("")).doesNotStartWith("text/html");
        HttpResponse<String> page = sample().get("catalog?_profile=schema", "Accept", "text/html");
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Content-Profile")).isEmpty();
    }

    @Test
    void h3_everyProfileHasItsOwnTag() {
        Set<String> tags = new HashSet<>();
        for (String profile : List.of("dcat-ap", "schema", "void")) {
            tags.add(sample().get("catalog.ttl?_profile=" + profile)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow());
        }
        assertThat(tags).hasSize(3);
    }

    private static HttpResponse<String> asked(String path, String profiles) {
        return sample().get(path, "Accept-Profile", profiles);
    }

    private static String profile(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("Content-Profile").orElse("").replaceAll("^<|>$", "");
    }

    private static InMemoryGraph graph(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/turtle");
        byte[] bytes = response.body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "memory", Syntax.TURTLE, BASE);
    }
}
