package fr.pleiade.materialisation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The narrowest kinds of a thing. */
class RepetitionsTest {
    private final Repetitions repetitions = Repetitions.of(RdfReader.readGraph(
            new ByteArrayInputStream("""
                    PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX : <x:>
                    PREFIX mat: <https://w3id.org/pleiade/materialisation#>
                    :Town rdfs:subClassOf :District . :District rdfs:subClassOf :Area . :Area rdfs:subClassOf :Place .
                    :Same rdfs:subClassOf :Also . :Also rdfs:subClassOf :Same .
                    <r:1> mat:states :Agent , :Organization ; mat:from :School . :Organization rdfs:subClassOf :Agent .
                    """.getBytes(StandardCharsets.UTF_8)), "test.ttl", Syntax.TURTLE, "x:"));

    RepetitionsTest() throws IOException {}

    @Test
    void aClassThatAnotherIsAKindOfIsLeftOut() {
        assertThat(repetitions.narrowest(List.of("x:Place", "x:Town", "x:Area")))
                .containsExactly("x:Town");
        assertThat(repetitions.narrowest(List.of("x:Place", "x:Other"))).containsExactly("x:Place", "x:Other");
        assertThat(repetitions.narrowest(List.of("x:Organization", "x:School"))).containsExactly("x:School");
    }

    @Test
    void ofThoseForStrangersTheNarrowestStaysWhereThereIsNoOther() {
        assertThat(repetitions.narrowest(List.of("x:Agent", "x:Organization"))).containsExactly("x:Organization");
    }

    @Test
    void classesThatAreTheSameBothStay() {
        assertThat(repetitions.narrowest(List.of("x:Same", "x:Also"))).containsExactly("x:Same", "x:Also");
    }
}
