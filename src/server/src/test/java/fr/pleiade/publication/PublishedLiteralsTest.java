package fr.pleiade.publication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.rdf.Quad;
import fr.pleiade.release.Release;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of values that their datatype does not have, when they are published. */
class PublishedLiteralsTest {
    @TempDir
    private Path folder;

    private SmallSite site;

    @BeforeEach
    void writeSite() {
        site = new SmallSite(folder);
        site.file("mappings/towns/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
                <#towns> rml:logicalSource [ rml:referenceFormulation rml:CSV ; rml:source "towns.csv" ] ;
                  rml:subjectMap [ rml:template "id/town/{code}" ; rml:class <http://e/Town> ] ;
                  rml:predicateObjectMap [ rml:predicate <http://e/code> ; rml:objectMap [ rml:reference "code" ] ] ,
                    [ rml:predicate <http://e/n> ; rml:objectMap [ rml:reference "name" ; rml:datatype xsd:integer ] ] .
                """);
    }

    @Test
    void theyAreFindingsAndTheRestOfTheRowIsPublished() {
        site.towns("code,name\n35,9223372036854775807\n36,9223372036854775808\n37,many\n");
        site.publish();
        Release release = site.current();
        assertThat(release.findings("towns")).extracting(Finding::rule).containsExactly("ill-typed-literal");
        assertThat(release.findings("towns"))
                .extracting(Finding::place)
                .containsExactly(new Place.InCell("towns.csv", 4, "name", "many"));
        assertThat(properties(release, "35")).contains("http://e/code", "http://e/n");
        assertThat(properties(release, "36")).contains("http://e/code", "http://e/n");
        assertThat(properties(release, "37")).contains("http://e/code").doesNotContain("http://e/n");
    }

    private static Iterable<String> properties(Release release, String town) {
        return release.describe(SmallSite.BASE + "id/town/" + town).triples().stream()
                .map(Quad::predicate)
                .map(property -> property.value())
                .toList();
    }
}
