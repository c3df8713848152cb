package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.release.PublicationException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published dataset is one graph: a mapping that names others is refused where it does, before anything is made. */
class NamedGraphsTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rml:graph <http://e/g/1>",
                "rml:graphMap [ rml:template \"http://e/g/{code}\" ]",
                "rml:graphMap [ rml:reference \"code\" ]",
                "rml:graph rml:defaultGraph , <http://e/g/1>"
            })
    void anotherGraphIsRefusedAtItsLine(String graph) {
        mapping(graph);
        assertThatThrownBy(site::publish)
                .isInstanceOf(PublicationException.class)
                .hasMessageContaining(
                        "mapping.ttl:4: a published dataset is the graph <" + SmallSite.BASE + "dataset/towns>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rml:graph rml:defaultGraph", "rml:graph <dataset/towns>"})
    void itsOwnGraphAndTheDefaultOneMayBeNamed(String graph) {
        mapping(graph);
        site.publish();
        assertThat(site.current().describe(SmallSite.BASE + "id/town/35").triples())
                .isNotEmpty();
    }

    @Test
    void aGraphOfOneProperty() {
        mapping("rml:predicateObjectMap [ rml:predicate <http://e/x> ; rml:object \"x\" ; rml:graph <http://e/g> ]");
        assertThatThrownBy(site::publish).hasMessageContaining("mapping.ttl:4: ");
    }

    private void mapping(String more) {
        String subject = more.startsWith("rml:graph") ? " ; " + more : "";
        String pairs = more.startsWith("rml:graph") ? "" : " ; " + more;
        site.file("mappings/towns/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                <#towns> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source "towns.csv" ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/code> ; rml:objectMap [ rml:reference "code" ] ] ;
                  rml:subjectMap [ rml:template "id/town/{code}" ; rml:class <http://e/Town>%s ]%s .
                """.formatted(subject, pairs));
    }
}
