package fr.pleiade.draft.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.draft.ColumnGuess;
import fr.pleiade.draft.DraftException;
import fr.pleiade.draft.FileProfile;
import fr.pleiade.draft.KnownTerm;
import fr.pleiade.draft.Profiler;
import fr.pleiade.draft.PublishedKeys;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.rdf.InitialContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownTermsTest {
    private static final String BASE = "http://a.example/";

    @TempDir
    Path site;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(site.resolve("mappings/towns"));
        Files.createDirectories(site.resolve("mappings/schools"));
        Files.createDirectories(site.resolve("ontology"));
    }

    @Test
    void whatASheetSaysIsSaidOfTheSameHeaders() throws IOException {
        sheet(
                "towns",
                "Code: { is: key }\n  Nom: { is: label }\n  Maire depuis: { as: schema:startDate, type: date }\n"
                        + "  Habitants: integer\n  Site: { as: foaf:homepage, type: url }");
        FileProfile profile = known("id;nom;maire_depuis;Site;habitants;autre\n"
                + "A;Un;2020-05-01;https://a.fr/;10;x y\nB;Deux;2021-06-02;https://b.fr/;20;z t\n");
        assertThat(written(profile))
                .isEqualTo(Map.of(
                        "maire_depuis",
                        "schema:startDate: the dataset towns says 'maire_depuis' by schema:startDate",
                        "Site",
                        "foaf:homepage: the dataset towns says 'Site' by foaf:homepage"));
    }

    @Test
    void aTermOfOneDatasetAloneIsOnlyOffered() throws IOException {
        sheet("towns", "Code: { is: key }\n  Nom: { is: label }\n  Habitants: integer");
        FileProfile profile = known("id;nom;habitants\nA;Un;10\nB;Deux;20\n");
        assertThat(written(profile)).isEmpty();
        assertThat(column(profile, "habitants").term())
                .hasValueSatisfying(
                        term -> assertThat(term.properties()).containsExactly(BASE + "vocab/towns#habitants"));
    }

    @Test
    void rmlTeachesWhatItSaysOfTheRowFromOneColumn() throws IOException {
        Files.writeString(site.resolve("mappings/schools/mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> . @prefix schema: <http://schema.org/> . @prefix fn: <https://w3id.org/pleiade/function#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix org: <http://www.w3.org/ns/org#> .
                <#File> rml:referenceFormulation rml:CSV ; rml:source [ a rml:RelativePathSource ; rml:path "schools.csv" ] .
                <#Opened> rml:functionExecution [ rml:function fn:date ;
                  rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "ouverte le" ] ] ] .
                <#First> rml:functionExecution [ rml:function fn:item ;
                  rml:input [ rml:parameter fn:value ; rml:inputValueMap [ rml:reference "matieres" ] ] ,
                            [ rml:parameter fn:index ; rml:inputValue "0" ] ] .
                <#School> a rml:TriplesMap ; rml:logicalSource <#File> ; rml:subjectMap [ rml:template "id/school/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "nom" ] ] ,
                    [ rml:predicate schema:foundingDate ; rml:objectMap <#Opened> ] ,
                    [ rml:predicateMap [ rml:constant schema:about ] ; rml:objectMap <#First> ] ,
                    [ rml:predicate schema:slogan ; rml:objectMap [ rml:reference "devise" ; rml:language "fr" ] ] .
                <#Site> a rml:TriplesMap ; rml:logicalSource <#File> ; rml:subjectMap [ rml:template "id/site/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate org:purpose ; rml:objectMap [ rml:reference "usage" ] ] .
                """);
        FileProfile profile = known("id;nom;ouverte le;matieres;Devise;usage\n"
                + "A;Un;2020-05-01;maths et;Tous ensemble;cours ou\nB;Deux;2021-06-02;art et;En avant tous;sport ou\n");
        assertThat(written(profile))
                .isEqualTo(Map.of(
                        "ouverte le",
                        "schema:foundingDate: the dataset schools says 'ouverte le' by schema:foundingDate",
                        "Devise",
                        "schema:slogan: the dataset schools says 'Devise' by schema:slogan"));
    }

    /** What a dataset says of another thing in the same row, here the company, is not said of the row. */
    @Test
    void onlyWhatIsSaidOfTheRowIsLearned() throws IOException {
        Files.writeString(site.resolve("mappings/schools/mapping.ttl"), """
                @prefix rml: <http://w3id.org/rml/> . @prefix schema: <http://schema.org/> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                <#File> rml:referenceFormulation rml:CSV ; rml:source [ a rml:RelativePathSource ; rml:path "schools.csv" ] .
                <#School> a rml:TriplesMap ; rml:logicalSource <#File> ; rml:subjectMap [ rml:template "id/school/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "nom" ] ] ,
                    [ rml:predicate schema:slogan ; rml:objectMap [ rml:reference "devise" ] ] ,
                    [ rml:predicate schema:award ; rml:objectMap [ rml:reference "prix" ] ] .
                <#Company> a rml:TriplesMap ; rml:logicalSource <#File> ; rml:subjectMap [ rml:template "id/company/{owner}" ] ;
                  rml:predicateObjectMap [ rml:predicate rdfs:label ; rml:objectMap [ rml:reference "owner" ] ] ,
                    [ rml:predicate schema:legalName ; rml:objectMap [ rml:reference "owner" ] ] .
                """);
        FileProfile profile =
                known("id;nom;owner;devise\nA;Un;Dupont et fils;en avant\nB;Deux;Durand et fille;toujours\n");
        assertThat(written(profile)).containsOnlyKeys("devise");
    }

    @Test
    void neitherTheKeyNorTheLabelIsSaidLikeOtherColumns() throws IOException {
        sheet("towns", "Code: { is: key, as: schema:identifier }\n  Nom: [ { is: label }, { as: schema:name } ]");
        FileProfile profile = known("code;nom;autre\nA;Un;x y\nB;Deux;z t\n");
        assertThat(profile.key()).containsExactly("code");
        assertThat(profile.label()).contains("nom");
        assertThat(written(profile)).isEmpty();
        assertThat(column(profile, "nom").evidence()).isEmpty();
    }

    @Test
    void theListKnowsFrenchAndEnglishHeadersOfTheRightType() throws IOException {
        FileProfile profile = known("id;nom;Site internet;Zip code;Date de création;sigle;Longitude;logo\n"
                + "A;Un;https://a.fr/;35000;2001;AA;1.5;bleu\nB;Deux;https://b.fr/;29200;2002;BB;2.25;vert\n");
        assertThat(written(profile))
                .isEqualTo(
                        Map.of(
                                "Site internet", "foaf:homepage: usually said by foaf:homepage",
                                "Zip code", "schema:postalCode: usually said by schema:postalCode",
                                "Date de création", "schema:foundingDate: usually said by schema:foundingDate",
                                "sigle", "skos:altLabel: usually said by skos:altLabel",
                                "Longitude",
                                        "http://www.w3.org/2003/01/geo/wgs84_pos#long: usually said by http://www.w3.org/2003/01/geo/wgs84_pos#long"));
    }

    @Test
    void theSitesListComesBeforeTheProgramsAndADatasetBeforeBoth() throws IOException {
        Files.writeString(
                site.resolve("ontology/terms.tsv"),
                "# ours\nsigle|code court\ttext\thttp://schema.org/alternateName\n*\turl\thttp://www.w3.org/2000/01/rdf-schema#seeAlso\n");
        String csv = "id;nom;sigle;page x\nA;Un;AA;https://a.fr/\nB;Deux;BB;https://b.fr/\n";
        assertThat(written(known(csv)))
                .isEqualTo(Map.of(
                        "sigle", "schema:alternateName: usually said by schema:alternateName",
                        "page x", "rdfs:seeAlso: usually said by rdfs:seeAlso"));
        sheet("towns", "Code: { is: key }\n  Sigle: { as: skos:hiddenLabel }");
        assertThat(written(known(csv)))
                .containsEntry("sigle", "skos:hiddenLabel: the dataset towns says 'sigle' by skos:hiddenLabel");
    }

    @Test
    void addressesAndTextsAreNotSaidByOneProperty() throws IOException {
        sheet("towns", "Code: { is: key }\n  Source: { as: dct:source, type: url }");
        assertThat(written(known("id;nom;source\nA;Un;un livre\nB;Deux;deux livres\n")))
                .isEmpty();
    }

    @Test
    void aDatasetAtFaultTeachesNothingAndIsTold() throws IOException {
        Files.writeString(site.resolve("mappings/towns/mapping.yml"), "columns:\n\t- x\n");
        assertThat(known("id;nom\nA;Un\nB;Deux\n").notes())
                .anyMatch(note ->
                        note.en().equals("nothing is learned from the dataset towns, whose mapping cannot be read"));
        Files.writeString(site.resolve("ontology/terms.tsv"), "# x\nsigle;text;http://a/\n");
        assertThatThrownBy(() -> known("id;nom\nA;Un\nB;Deux\n"))
                .isInstanceOf(DraftException.class)
                .hasMessageContaining("terms.tsv:2: 1 cells, expected 3");
    }

    /** Each property of the program's list is of a namespace that many share, and each line's words are written as headers are compared. */
    @Test
    void theProgramsListIsWellFormed() throws IOException {
        try (InputStream in = KnownTermsTest.class.getResourceAsStream("/fr/pleiade/draft/terms.tsv")) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(lines).hasSizeGreaterThan(25).allSatisfy(line -> {
                assertThat(line.split("\t")).hasSize(3);
                assertThat(line.split("\t")[0]).matches("[a-z0-9 |]+");
                assertThat(line.split("\t")[2])
                        .matches("http://(?:schema.org|xmlns.com/foaf|purl.org/dc/terms|www.w3.org)/.*");
            });
            List<String> words = lines.stream()
                    .flatMap(line -> List.of(line.split("\t")[0].split("\\|")).stream()
                            .map(word -> word + " " + line.split("\t")[1]))
                    .toList();
            assertThat(words).doesNotHaveDuplicates();
        }
    }

    private void sheet(String slug, String columns) throws IOException {
        Files.writeString(
                site.resolve("mappings/" + slug + "/mapping.yml"), "url: x.csv\ncolumns:\n  " + columns + "\n");
    }

    private FileProfile known(String csv) throws IOException {
        Path file = Files.writeString(site.resolve("a.csv"), csv);
        return KnownTerms.of(
                        site.resolve("mappings"),
                        site.resolve("ontology"),
                        BASE,
                        InitialContext.PREFIXES,
                        IdentifierSystems.NONE)
                .in(new Profiler(IdentifierSystems.NONE, PublishedKeys.NONE).profile(file));
    }

    private static ColumnGuess column(FileProfile profile, String header) {
        return profile.columns().stream()
                .filter(column -> column.header().equals(header))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> written(FileProfile profile) {
        Map<String, String> written = new LinkedHashMap<>();
        for (ColumnGuess column : profile.columns()) {
            column.term()
                    .filter(KnownTerm::isShared)
                    .ifPresent(term -> written.put(
                            column.header(),
                            InitialContext.PREFIXES.shorten(term.properties().get(0)) + ": "
                                    + term.why().en()));
        }
        return written;
    }
}
