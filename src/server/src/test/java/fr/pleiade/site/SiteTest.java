package fr.pleiade.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.syntax.SyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteTest {
    private static final String BASE = "https://data.example.org/";
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path ontology;

    @BeforeEach
    void writeSite() throws IOException {
        write("catalog.ttl", "<catalog> a dcat:Catalog ; dct:title \"Catalogue\"@fr, \"Catalogue of things\"@en .");
        write("b-things/dataset.ttl", "<dataset/b-things> a dcat:Dataset ; dct:title \"Choses\"@fr .");
        write("b-things/mapping.ttl", "");
        write("a-things/dataset.ttl", "<dataset/a-things> a dcat:Dataset ; dct:title \"Things\"@en .");
        write("a-things/mapping.ttl", "");
    }

    @Test
    void datasetsComeInAlphabeticalOrderWithTheirIri() {
        Site site = read();
        assertThat(site.datasets()).extracting(Dataset::slug).containsExactly("a-things", "b-things");
        assertThat(site.datasets().get(0).iri().value()).isEqualTo(BASE + "dataset/a-things");
        assertThat(site.datasets().get(0).links()).isEmpty();
        assertThat(site.prefixes().shorten("http://www.w3.org/ns/dcat#Dataset")).isEqualTo("dcat:Dataset");
    }

    @Test
    void titlesComeInTheReadersLanguageOrTheNearestOne() {
        Site site = read();
        assertThat(site.catalog().title().in(Locale.FRENCH)).isEqualTo("Catalogue");
        assertThat(site.catalog().title().in(Locale.CANADA_FRENCH)).isEqualTo("Catalogue");
        assertThat(site.catalog().title().in(Locale.GERMAN)).isEqualTo("Catalogue of things");
        assertThat(site.datasets().get(1).title().in(Locale.ENGLISH)).isEqualTo("Choses");
    }

    @Test
    void aMissingMappingIsNamed() throws IOException {
        Files.delete(folder.resolve("a-things/mapping.ttl"));
        assertThatThrownBy(this::read)
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("a-things/mapping.ttl: missing");
    }

    @Test
    void aDescriptionOfAnotherDatasetIsRefused() throws IOException {
        write("a-things/dataset.ttl", "<dataset/b-things> a dcat:Dataset ; dct:title \"Things\"@en .");
        assertThatThrownBy(this::read)
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("a-things/dataset.ttl")
                .hasMessageContaining("write it as <dataset/a-things>");
    }

    @Test
    void aDescriptionThatIsNotTurtleIsRefusedWithItsLine() throws IOException {
        write("a-things/dataset.ttl", "<dataset/a-things> a dcat:Dataset ;; dct:title Things .");
        assertThatThrownBy(this::read).isInstanceOf(SyntaxException.class).hasMessageContaining("dataset.ttl:3");
    }

    @Test
    void aFolderNameThatIsNoAddressIsRefused() throws IOException {
        write("Bad_Name/mapping.ttl", "");
        assertThatThrownBy(this::read).isInstanceOf(SiteException.class).hasMessageContaining("lower-case");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quality", "pleiade"})
    void aFolderNameThatThePlatformsVocabularyHasIsRefused(String name) throws IOException {
        write(name + "/mapping.yml", "url: a.csv");
        assertThatThrownBy(this::read)
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("vocab/" + name, "rename the folder");
    }

    @Test
    void aBaseWithoutSlashIsRefused() {
        assertThatThrownBy(() -> Site.read(folder, folder, "https://data.example.org"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ending in a slash");
    }

    @Test
    void anExampleMaySayItsFirstRowInASentence() throws IOException {
        example("# fr: Combien\n# en: How many\n# en, home: {n} things\n# see: list/thing\n"
                + "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        ExampleQuery query = Site.read(folder, ontology, BASE).examples().get(0);
        assertThat(query.sentence().in(Locale.ENGLISH)).isEqualTo("{n} things");
        assertThat(query.title().in(Locale.ENGLISH)).isEqualTo("How many");
        assertThat(query.see()).isEqualTo("list/thing");
        assertThat(query.query()).isEqualTo("BASE <" + BASE + ">\nSELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
    }

    @Test
    void aSentenceThatNamesWhatTheQueryHasNotIsRefused() throws IOException {
        example("# fr: Combien\n# en, home: {number} things\nSELECT (COUNT(*) AS ?n) { ?s ?p ?o }");
        assertThatThrownBy(() -> Site.read(folder, ontology, BASE).examples())
                .isInstanceOf(SiteException.class)
                .hasMessageContaining("examples/count.rq")
                .hasMessageContaining("{number}")
                .hasMessageContaining("the query has no ?number");
    }

    private void example(String text) throws IOException {
        Path file = ontology.resolve("examples/count.rq");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Site read() {
        return Site.read(folder, folder, BASE);
    }

    private void write(String file, String turtle) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, PREFIXES + turtle);
    }
}
