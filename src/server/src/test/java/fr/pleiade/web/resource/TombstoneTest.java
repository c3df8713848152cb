package fr.pleiade.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.web.ServedSample;
import fr.pleiade.web.served.Served;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is left of a thing that the sample has, as if the present release had it no more; from the row of Itescia. */
class TombstoneTest {
    private static final String THING = ServedSample.BASE + "id/etablissement/kYurK";

    private final Release release = ServedSample.sample().release();
    private final Tombstone tombstone = Tombstone.of(THING, release, Served.open(release));

    @Test
    void itNamesTheThing() {
        assertThat(tombstone.name(Locale.FRENCH)).isEqualTo("Itescia, école de commerce et d'informatique");
    }

    @Test
    void itHasTheDatesAndTheDocumentOfTheLastRelease() {
        InMemoryGraph graph = tombstone.graph(release);
        Term thing = new Term.Iri(THING);
        assertThat(graph.objects(thing, Vocabulary.SCHEMA + "dissolutionDate"))
                .extracting(Term::text)
                .containsExactly("2020");
        assertThat(graph.objects(thing, Vocabulary.FOAF + "isPrimaryTopicOf"))
                .extracting(Term::text)
                .singleElement()
                .asString()
                .endsWith("release/" + release.id() + "/doc/etablissement/kYurK");
    }
}
