package fr.pleiade.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.ManifestDocument;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.web.ServedSample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The platform's own terms are defined, and can be looked up where they are met. */
class PlatformTermsTest {
    private static final Pattern TERM = Pattern.compile("https://w3id\\.org/pleiade/[a-z]+#[A-Za-z]+");

    private final ServedSample sample = ServedSample.sample();

    @Test
    void whatTheReleaseUsesIsDefinedInTwoLanguages() throws IOException {
        Release release = sample.release();
        InMemoryGraph ontology = release.graphContent("vocab");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> files = Files.walk(release.folder())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".nq")).toList()) {
                Matcher term = TERM.matcher(Files.readString(file, StandardCharsets.UTF_8));
                while (term.find()) {
                    used.add(term.group());
                }
            }
        }
        RdfReader.readGraph(release.folder().resolve(ManifestDocument.FILE), "urn:none")
                .triples()
                .forEach(triple -> {
                    if (TERM.matcher(triple.predicate().value()).matches()) {
                        used.add(triple.predicate().value());
                    }
                });
        assertThat(used).hasSizeGreaterThan(20);
        for (String term : used) {
            assertThat(ontology.objects(new Term.Iri(term), Vocabulary.RDFS + "label"))
                    .as(term)
                    .hasSize(2);
            assertThat(ontology.objects(new Term.Iri(term), Vocabulary.RDFS + "comment"))
                    .as(term)
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"link", "look", "finding", "release", "materialisation", "cube", "identifier", "gate", "page"})
    void vocabularyIsServed(String name) {
        assertThat(sample.get("vocab/" + name + ".nt").body())
                .contains("<https://w3id.org/pleiade/" + name + "#", "<http://www.w3.org/2002/07/owl#versionIRI>");
        assertThat(sample.get("vocab/" + name, "Accept", "text/html", "Accept-Language", "en")
                        .statusCode())
                .isEqualTo(200);
        assertThat(sample.get("vocab", "Accept", "text/html").body()).contains("href=\"/vocab/" + name + "\"");
    }
}
