package fr.pleiade.web.discovery;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The description of what we serve, from {@code openapi.json}; its examples are real addresses of the release, so that each can be tried.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 */
final class OpenApi {
    private static final String TEMPLATE = read();

    private OpenApi() {}

    /** {@return the description, its examples filled in: {@code "example": "{slug}"} becomes {@code "example": "towns"}} */
    static String of(Release release, Map<String, String> examples) {
        String text = TEMPLATE.replace("\"url\": \"{base}\"", "\"url\": \"" + withoutSlash(release.base()) + "\"");
        for (Map.Entry<String, String> example : examples.entrySet()) {
            text = text.replace("\"example\": \"{" + example.getKey() + "}", "\"example\": \"" + example.getValue());
        }
        return text;
    }

    /** {@return a register's notation and a code in it, if the graph identifies anything} */
    static Map<String, String> identifierIn(InMemoryGraph description) {
        return description.triples().stream()
                .filter(triple -> triple.predicate().value().equals(Vocabulary.ADMS + "identifier"))
                .flatMap(triple -> description.objects(triple.object(), Vocabulary.SKOS + "notation").stream())
                .flatMap(code -> code instanceof Term.Literal literal ? Stream.of(literal) : Stream.of())
                .map(code -> Map.of("scheme", lastPart(code.datatype()), "code", code.lexical()))
                .findFirst()
                .orElse(Map.of());
    }

    private static String lastPart(String iri) {
        return iri.substring(iri.lastIndexOf('/') + 1);
    }

    private static String withoutSlash(String base) {
        return base.substring(0, base.length() - 1);
    }

    private static String read() {
        try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
            if (in == null) {
                throw new IllegalStateException("openapi.json is missing from the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
