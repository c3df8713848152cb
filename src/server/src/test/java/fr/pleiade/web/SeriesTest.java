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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two vintages of one survey, their series, and where each dataset came from. */
class SeriesTest {
    private static final String BASE = ServedSample.BASE;
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;
    private static final Term.Iri SERIES = new Term.Iri(BASE + "series/survey");

    @TempDir
    private static Path folder;

    private static PleiadeServer server;

    @BeforeAll
    static void publish() {
        SmallSite site = new SmallSite(folder);
        site.write("mappings/catalog.ttl", PREFIXES + """
                <catalog> a dcat:Catalog ; dct:title "Small"@en, "Petit"@fr ; dct:license <https://licence.example/> .
                <series/survey> dct:title "The survey"@en, "L'enquête"@fr ; dct:description "Each year"@en, "Chaque année"@fr .
                """);
        vintage(site, "things", "2023");
        vintage(site, "things-2024", "2024");
        site.write("mappings/things-2024/mapping.ttl", SmallSite.MAPPING.replace("id/thing/", "id/thing-2024/"));
        site.publish("a;A;");
        server = site.serve();
    }

    private static void vintage(SmallSite site, String slug, String year) {
        site.write("mappings/" + slug + "/dataset.ttl", PREFIXES + """
                <dataset/%1$s> a dcat:Dataset ; dct:title "Things %2$s"@en, "Choses %2$s"@fr ;
                  dct:description "Things"@en, "Choses"@fr ; dct:license <https://licence.example/> ; dcat:version "%2$s" ;
                  dct:publisher <id/agent/a> ; dcat:inSeries <series/survey> ;
                  dct:temporal [ a dct:PeriodOfTime ; dcat:startDate "%2$s-01-01"^^xsd:date ] .
                """.formatted(slug, year));
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @Test
    void theCatalogueDescribesTheSeriesAndTheOrderOfItsVintages() {
        InMemoryGraph catalog = graph("catalog.nt");
        assertThat(catalog.objects(SERIES, Vocabulary.TYPE.value()))
                .containsExactly(new Term.Iri(Vocabulary.DCAT + "DatasetSeries"));
        assertThat(texts(catalog, SERIES, Vocabulary.DCT + "identifier")).containsExactly("series/survey");
        assertThat(texts(catalog, SERIES, Vocabulary.DCT + "publisher")).containsExactly(BASE + "id/agent/a");
        assertThat(texts(catalog, SERIES, Vocabulary.DCT + "modified"))
                .containsExactly(release().created().toString());
        assertThat(texts(catalog, SERIES, Vocabulary.DCAT + "last")).containsExactly(BASE + "dataset/things-2024");
        assertThat(texts(catalog, dataset("things-2024"), Vocabulary.DCAT + "prev"))
                .containsExactly(BASE + "dataset/things");
        assertThat(texts(catalog, dataset("things-2024"), Vocabulary.DCAT + "version"))
                .containsExactly("2024");
    }

    @Test
    void aSeriesHasADocumentAndAPageThatLeadsToItsVintages() {
        InMemoryGraph document = graph("series/survey.nt");
        assertThat(texts(document, SERIES, Vocabulary.DCT + "title")).contains("L'enquête");
        assertThat(document.subjects(Vocabulary.DCAT + "inSeries", SERIES)).hasSize(2);
        assertThat(document.objects(dataset("things"), Vocabulary.DCAT + "distribution"))
                .isEmpty();
        String page = SmallSite.get(server, "series/survey.html?lang=fr").body();
        assertThat(page).contains("L&#39;enquête", "Chaque année", "href=\"/dataset/things\"");
        assertThat(page.indexOf("Choses 2024")).isPositive().isLessThan(page.indexOf("Choses 2023"));
        String pinned = "release/" + release().id() + "/series/survey";
        assertThat(SmallSite.get(server, pinned + ".html").body())
                .contains("href=\"/release/" + release().id() + "/dataset/things\"");
        assertThat(SmallSite.get(server, "series/nothing").statusCode()).isEqualTo(404);
        assertThat(SmallSite.get(server, "dataset/things.html?lang=en").body()).contains("/series/survey");
    }

    @Test
    void aDatasetLeadsToItsSourceItsMappingAndItsReleaseWithTheirDigests() {
        InMemoryGraph document = graph("dataset/things.nt");
        Term making = document.object(dataset("things"), Vocabulary.PROV + "wasGeneratedBy")
                .orElseThrow();
        List<Term> used = document.objects(making, Vocabulary.PROV + "used");
        assertThat(used)
                .extracting(file -> document.object(file, Vocabulary.DCT + "title")
                        .orElseThrow()
                        .text())
                .containsExactlyInAnyOrder("things.csv", "things/mapping.ttl");
        assertThat(used)
                .allSatisfy(file -> assertThat(document.object(
                                        document.object(file, Vocabulary.SPDX + "checksum")
                                                .orElseThrow(),
                                        Vocabulary.SPDX + "checksumValue")
                                .orElseThrow()
                                .text())
                        .matches("[0-9a-f]{64}"));
        Term version = document.object(dataset("things"), Vocabulary.DCAT + "hasCurrentVersion")
                .orElseThrow();
        assertThat(version.text()).isEqualTo(BASE + "release/" + release().id() + "/dataset/things");
        assertThat(document.objects(version, Vocabulary.PROV + "wasGeneratedBy"))
                .containsExactly(making);
        assertThat(texts(document, version, Vocabulary.DCT + "isPartOf"))
                .containsExactly(BASE + "release/" + release().id());
        assertThat(SmallSite.get(server, ServedSample.path(version.text())).statusCode())
                .isEqualTo(200);
    }

    private static Release release() {
        return Releases.in(folder.resolve("state")).current().orElseThrow();
    }

    private static Term dataset(String slug) {
        return new Term.Iri(BASE + "dataset/" + slug);
    }

    private static List<String> texts(InMemoryGraph graph, Term subject, String property) {
        return graph.objects(subject, property).stream().map(Term::text).toList();
    }

    private static InMemoryGraph graph(String path) {
        byte[] body = SmallSite.get(server, path).body().getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(body), path, Syntax.N_TRIPLES, BASE);
    }
}
