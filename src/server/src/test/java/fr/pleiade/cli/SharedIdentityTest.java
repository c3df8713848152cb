package fr.pleiade.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One identifier on two rows, from the source file to what is published. */
class SharedIdentityTest {
    private static final String SYSTEM = """
            @prefix ids: <https://w3id.org/pleiade/identifier#> . @prefix schema: <http://schema.org/> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            <id/systeme/idref> a ids:System ; skos:notation "idref" ; schema:valuePattern "[0-9]{8}[0-9X]" ;
              ids:template "http://www.idref.fr/{code}/id" .
            """;
    private static final String HOMEPAGE = "[ rml:predicate foaf:homepage ;";
    private static final String SAME_AS = "[ rml:predicate owl:sameAs ; rml:objectMap [ rml:template"
            + " \"http://www.idref.fr/{idref}/id\" ; rml:termType rml:IRI ] ] , [ rml:predicate owl:sameAs ;"
            + " rml:objectMap [ rml:template \"https://ror.org/{ror}\" ; rml:termType rml:IRI ] ] , ";

    @TempDir
    Path folder;

    private Labs site;

    @BeforeEach
    void site() {
        site = new Labs(folder)
                .spoil("mappings/labos/mapping.ttl", HOMEPAGE, SAME_AS + HOMEPAGE)
                .write("ontology/schemes/systemes-identifiants.ttl", SYSTEM)
                .write("data/labos.csv", """
                        code,nom,region,creation,budget,site,idref,ror
                        L01,Laboratoire de chimie,11,1989-03-31,1234.50,https://chimie.example.org/,066951848,03rth4p18
                        L02,Laboratoire de physique,53,2001-09-01,99.9,https://physique.example.org/,026404354,
                        L03,Observatoire,11,2010-12-31,12.5,,066951848,
                        """);
    }

    @Test
    void bothRowsAreNamedWithTheirCells() {
        assertThat(site.run("check")).as(site.said()).isZero();
        assertThat(site.said())
                .contains(
                        "shared-identity",
                        "http://www.idref.fr/066951848/id",
                        "labos.csv:2, column 'idref', value '066951848'",
                        "labos.csv:4, column 'idref', value '066951848'");
    }

    @Test
    void neitherLinkIsPublishedAndAllElseIs() {
        assertThat(site.run("publish")).as(site.said()).isZero();
        String graph = site.graph("labos");
        assertThat(graph)
                .doesNotContain("066951848")
                .contains("<http://www.idref.fr/026404354/id>", "<https://ror.org/03rth4p18>", "Observatoire");
    }

    @Test
    void aSystemWhoseCodesAreSharedSaysSo() {
        site.spoil("ontology/schemes/systemes-identifiants.ttl", "a ids:System ;", "a ids:System ; ids:shared true ;");
        assertThat(site.run("check")).as(site.said()).isZero();
        assertThat(site.said()).doesNotContain("shared-identity");
        assertThat(site.run("publish")).as(site.said()).isZero();
        assertThat(site.graph("labos")).contains("<http://www.idref.fr/066951848/id>");
    }
}
