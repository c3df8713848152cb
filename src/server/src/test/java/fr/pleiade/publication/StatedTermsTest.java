package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a site declares in {@code ontology/materialisation.ttl} is in the graphs that it publishes. */
class StatedTermsTest {
    private static final String RULES = """
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            <http://e/code> rdfs:subPropertyOf <http://e/identifier> .
            <http://e/Town> rdfs:subClassOf <http://e/Place> .
            <http://e/hasSchool> <http://www.w3.org/2002/07/owl#inverseOf> <http://e/inTown> .
            """;

    private static final String DECLARED = """
            <vocab/rules> <https://w3id.org/pleiade/materialisation#states>
              <http://e/identifier> , <http://e/Place> , <http://e/hasSchool> .
            """;

    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
        site.file("ontology/rules.ttl", RULES);
    }

    @Test
    void declaredTermsAreStated() {
        site.file("ontology/materialisation.ttl", DECLARED);
        site.publish();
        assertThat(statements("id/town/35"))
                .contains(
                        "http://e/identifier \"35\"",
                        "type http://e/Place",
                        "http://e/hasSchool " + SmallSite.BASE + "id/school/a");
    }

    @Test
    void nothingIsStatedUndeclared() {
        site.publish();
        assertThat(statements("id/town/35"))
                .isNotEmpty()
                .noneMatch(statement -> statement.contains("identifier") || statement.contains("Place"));
    }

    @Test
    void aDeclarationThatComesLaterIsHeeded() {
        site.publish();
        site.file("ontology/materialisation.ttl", DECLARED);
        site.publish();
        assertThat(statements("id/town/35")).contains("http://e/identifier \"35\"");
    }

    private List<String> statements(String thing) {
        return site.current().describe(SmallSite.BASE + thing).triples().stream()
                .map(StatedTermsTest::statement)
                .toList();
    }

    private static String statement(Quad quad) {
        String predicate = quad.predicate().text();
        String object = quad.object() instanceof Term.Iri iri
                ? iri.value()
                : '"' + quad.object().text() + '"';
        return (predicate.endsWith("#type") ? "type" : predicate) + ' ' + object;
    }
}
