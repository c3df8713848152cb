package fr.pleiade.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/turtle | ttl",
                "TEXT/Turtle | ttl",
                "application/ld+json | jsonld",
                "application/rdf+xml | rdf",
                "application/n-triples | nt",
                "application/trig | trig",
                "application/n-quads | nq",
                "text/html | html",
                "*/* | ttl",
                "* | ttl",
                "application/* | jsonld",
                "text/turtle;q=0.2, application/ld+json;q=0.9 | jsonld",
                "text/html;q=0, */* | ttl",
                "text/*;q=0.3, text/turtle;q=0.8, application/ld+json;q=0.5 | ttl",
                "text/turtle;q=0.1, text/*;q=0.9 | html",
                "*/*;q=0.5, text/html | html",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#expanded, http://www.w3.org/ns/json-ld#x\" | jsonld",
                "text/turtle;charset=utf-8 | ttl",
                "text/turtle;a=\"x;q=0\";q=0.5, application/ld+json;q=0.4 | ttl",
                "application/x-turtle | ttl",
                "text/n3 | n3",
                "text/rdf+n3 | ttl",
                "text/n3;q=0.5, text/turtle;q=0.9 | ttl",
                "text/n3;q=0.9, text/turtle;q=0.5 | n3",
                "application/json | jsonld",
                "application/xml | rdf",
                "text/xml | rdf",
                "text/plain | nt",
                "text/plain, application/ld+json;q=0.1 | nt",
                "text/plain;q=0.9, text/turtle;q=0.3 | nt",
                "text/plain;q=0.3, text/turtle;q=0.9 | ttl",
                "text/plain, */*;q=0.1 | nt",
                "application/json, text/plain, */* | jsonld",
                "text/plain;q=0, */* | ttl",
                "application/xhtml+xml | html",
                "image/png, application/rdf+xml;q=0.001 | rdf"
            })
    void theFormThatTheClientLikesBestIsChosen(String accept, String suffix) {
        assertThat(choose(accept)).as(accept).isEqualTo(suffix);
    }

    @Test
    void aFieldInSeveralLinesIsOneList() {
        assertThat(choose("application/rdf+xml;q=0.5", "application/n-triples")).isEqualTo("nt");
    }

    @Test
    void anAbsentFieldAcceptsEverything() {
        assertThat(choose()).isEqualTo("ttl");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"text/turtle;q=2", "text/turtle;q=abc", ";;;", "text", "a b/c d", "\"", "text/turtle;q=", "é/è"})
    void whatIsMalformedIsLeftOut(String accept) {
        assertThat(choose(accept)).isEqualTo("ttl");
        assertThat(choose(accept + ", application/rdf+xml")).isIn("rdf", "ttl");
    }

    @Test
    void nothingIsChosenWhereNothingIsAccepted() {
        assertThat(choose("image/png")).isEqualTo("none");
        assertThat(choose("text/turtle;q=0")).isEqualTo("none");
        assertThat(choose("*/*;q=0")).isEqualTo("none");
        assertThat(choose("*/*;q=0, text/html;q=0.000")).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Chrome | text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8 | html",
                "Firefox | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | html",
                "curl | */* | ttl",
                "rdflib | application/rdf+xml, text/html;q=0.3, application/xhtml+xml;q=0.3, text/n3, text/turtle, */*;q=0.1 | ttl",
                "rapper | application/rdf+xml, application/xml;q=0.5, text/xml;q=0.4, text/turtle;q=0.9, text/html;q=0.1, */*;q=0.05 | rdf",
                "Jena | text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3 | ttl",
                "Comunica | application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,application/json;q=0.45,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18 | nq",
                "OWL API | application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09 | rdf",
                "F-UJI | application/ld+json, application/rdf+xml;q=0.9, text/turtle;q=0.8 | jsonld"
            })
    void realClientsGetWhatTheyCanRead(String client, String accept, String suffix) {
        assertThat(choose(accept)).as(client).isEqualTo(suffix);
    }

    @Test
    void aTieIsBrokenByOurOwnOrder() {
        assertThat(choose("application/ld+json, text/turtle")).isEqualTo("ttl");
    }

    private static String choose(String... lines) {
        return Negotiation.accept(Arrays.asList(lines))
                .choose(Variant.RDF_AND_HTML)
                .map(Variant::suffix)
                .orElse("none");
    }

    @Test
    void languagesAreChosenByWeightAndPrimarySubtag() {
        assertThat(Language.accepted(List.of("fr-CA, fr;q=0.8"))).isEqualTo(Language.FR);
        assertThat(Language.accepted(List.of("de, en;q=0.3, fr;q=0.4"))).isEqualTo(Language.FR);
        assertThat(Language.accepted(List.of("fr;q=0, *"))).isEqualTo(Language.EN);
        assertThat(Language.accepted(List.of("es"))).isEqualTo(Language.EN);
        assertThat(Language.accepted(List.of())).isEqualTo(Language.EN);
    }
}
