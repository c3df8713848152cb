package fr.pleiade.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.release.Releases;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a harvester is told that something has changed: at the release that last changed its graph, and at no other. */
class ModificationDateTest {
    private static final String MODIFIED = Vocabulary.DCT + "modified";
    private static final String CATALOG = ServedSample.BASE + "catalog";
    private static final String THINGS = ServedSample.BASE + "dataset/things";
    private static final String DESCRIPTION = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            <dataset/things> a dcat:Dataset ; dct:title "Things"@en ; dct:description "Other words"@en ;
              dct:license <https://licence.example/> .
            """;

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void publish() {
        site = new SmallSite(folder).publish("a;A;");
    }

    @Test
    void allThatIsCataloguedHasTheDateOfTheFirstRelease() throws IOException {
        String created = current().created().toString();
        InMemoryGraph catalog = served("catalog.nt");
        List<Term> parts = Stream.of("distribution", "dataset", "service")
                .flatMap(property -> Stream.of(CATALOG, THINGS)
                        .flatMap(iri -> catalog.objects(new Term.Iri(iri), Vocabulary.DCAT + property).stream()))
                .toList();
        assertThat(parts)
                .hasSizeGreaterThan(8)
                .allSatisfy(part -> assertThat(dates(catalog, part)).containsExactly(created));
        assertThat(dates(catalog, new Term.Iri(CATALOG))).containsExactly(created);
        assertThat(dates(served("dataset/things.nt"), new Term.Iri(THINGS))).containsExactly(created);
    }

    @Test
    void aChangedRowMovesTheDate() throws IOException {
        Instant before = current().created();
        site.publish("a;B;");
        assertThat(current().created()).isAfter(before);
        assertThat(dates(served("catalog.nt"), new Term.Iri(THINGS)))
                .containsExactly(current().created().toString());
    }

    @Test
    void otherWordsMoveTheCataloguesDateAndNotTheDatas() throws IOException {
        String before = current().created().toString();
        site.write("mappings/things/dataset.ttl", DESCRIPTION);
        site.publishAgain();
        InMemoryGraph catalog = served("catalog.nt");
        assertThat(dates(catalog, new Term.Iri(THINGS))).containsExactly(before);
        assertThat(dates(catalog, new Term.Iri(CATALOG)))
                .containsExactly(current().created().toString())
                .doesNotContain(before);
    }

    @Test
    void twoReleasesLaterTheDateIsStillThatOfTheData() throws IOException {
        String before = current().created().toString();
        site.write("mappings/things/dataset.ttl", DESCRIPTION);
        site.publishAgain();
        site.write("mappings/things/dataset.ttl", DESCRIPTION.replace("Other", "Still other"));
        site.publishAgain();
        assertThat(dates(served("catalog.nt"), new Term.Iri(THINGS))).containsExactly(before);
    }

    @Test
    void aDeclaredDateStandsAlone() throws IOException {
        site.write(
                "mappings/things/dataset.ttl",
                DESCRIPTION.replace("a dcat:Dataset ;", "a dcat:Dataset ; dct:modified \"2020-02-29\" ;"));
        site.publishAgain();
        assertThat(dates(served("catalog.nt"), new Term.Iri(THINGS))).containsExactly("2020-02-29");
    }

    private Release current() {
        return Releases.in(folder.resolve("state")).current().orElseThrow();
    }

    private InMemoryGraph served(String path) throws IOException {
        try (PleiadeServer server = site.serve()) {
            byte[] body = SmallSite.get(server, path).body().getBytes(StandardCharsets.UTF_8);
            return RdfReader.readGraph(new ByteArrayInputStream(body), path, Syntax.N_TRIPLES, ServedSample.BASE);
        }
    }

    private static List<String> dates(InMemoryGraph catalog, Term described) {
        return catalog.objects(described, MODIFIED).stream().map(Term::text).toList();
    }
}
