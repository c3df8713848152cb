package fr.pleiade.publication;

import static fr.pleiade.publication.ColumnSheetSite.BASE;
import static fr.pleiade.publication.ColumnSheetSite.SCHOOLS;
import static fr.pleiade.publication.ColumnSheetSite.TOWNS;
import static fr.pleiade.rdf.GraphAssert.assertThatGraph;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Finding;
import fr.pleiade.linking.LinkReport;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.release.Release;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A dataset that is a column sheet and nothing else: described, mapped, linked, and its own terms declared. */
class ColumnSheetSiteTest {
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            """;

    @TempDir
    private Path folder;

    private ColumnSheetSite site;

    @BeforeEach
    void writeSite() {
        site = new ColumnSheetSite(folder);
    }

    @Test
    void whatItSaysOfTheDatasetIsItsDescription() {
        assertThatGraph(triples(site.read().datasets().get(1).description())).isIsomorphicTo(turtle("""
                <dataset/towns> a dcat:Dataset ; dct:identifier "towns" ; dct:title "Villes"@fr , "Towns"@en ;
                  dct:description "Towns invented for tests, each with its code, its name and how many people live in it according to the census."@en ;
                  dct:license <https://www.etalab.gouv.fr/licence-ouverte-open-licence> ; dct:publisher <id/agent/tests> ;
                  dcat:keyword "ville"@fr , "commune"@fr , "town"@en ; dcat:version "2024" ;
                  dct:language <http://publications.europa.eu/resource/authority/language/FRA> ;
                  dct:issued "2024-01-31"^^xsd:date ; dct:temporal <dataset/towns#period> ;
                  dcat:landingPage <dataset/towns.html> ; dcat:contactPoint <dataset/towns#contact> .
                <dataset/towns.html> a foaf:Document .
                <dataset/towns#period> a dct:PeriodOfTime ;
                  dcat:startDate "2024-01-01"^^xsd:date ; dcat:endDate "2024-12-31"^^xsd:date .
                <dataset/towns#contact> a vcard:Kind , vcard:Organization ; vcard:fn "L'équipe"@fr ;
                  vcard:hasEmail <mailto:data@towns.example> .
                """));
    }

    @Test
    void itPublishesWithNothingWrongButTheTownThatIsNotThere() {
        PublishReport report = site.publish();
        assertThat(report.outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        Release release = site.current();
        assertThat(release.findings("towns")).extracting(Finding::describe).isEmpty();
        assertThat(release.findings("schools"))
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "link-missing", "placeholder-code", "personal-not-published"); // 99999 is no town
        assertThat(release.findings("vocab")).isEmpty();
    }

    @Test
    void itsOwnTermsAreDeclaredAndLabelledWithTheHeaderOrItsNames() {
        site.publish();
        List<Quad> own = triples(site.current().graphContent("vocab")).stream()
                .filter(quad -> quad.subject().text().matches(BASE + "vocab/(towns|schools)(#.*)?"))
                .toList();
        assertThatGraph(own).isIsomorphicTo(turtle("""
                <vocab/towns> a owl:Ontology ; dct:title "Villes"@fr , "Towns"@en .
                <vocab/towns#Town> a owl:Class ; rdfs:label "Ville"@fr , "Town"@en ; rdfs:isDefinedBy <vocab/towns> .
                <vocab/towns#habitants> a owl:DatatypeProperty ; rdfs:label "habitants"@fr , "inhabitants"@en ;
                  rdfs:range xsd:integer ; rdfs:isDefinedBy <vocab/towns> .
                <vocab/schools> a owl:Ontology ; dct:title "Schools"@en .
                <vocab/schools#School> a owl:Class ; rdfs:label "School" ; rdfs:isDefinedBy <vocab/schools> .
                <vocab/schools#commune> a owl:DatatypeProperty ; rdfs:label "Commune" ; rdfs:isDefinedBy <vocab/schools> .
                <vocab/schools#towns> a owl:ObjectProperty ; rdfs:label "Commune" ; rdfs:isDefinedBy <vocab/schools> .
                """));
    }

    @Test
    void itsLinksAreMadeAndSayWhereTheyAreFrom() {
        site.publish();
        Release release = site.current();
        assertThatGraph(triples(release.describe(BASE + "id/schools/a"))).isIsomorphicTo(turtle("""
                <id/schools/a> a <vocab/schools#School> ; skos:notation "a" ; rdfs:label "Alpha" ;
                  <vocab/schools#commune> "35238" ; <vocab/schools#towns> <id/towns/35238> .
                """));
        LinkReport links = release.links("schools").get(0);
        assertThat(links.links()).isEqualTo(1);
    }

    @Test
    void aCodeThatLeadsNowhereIsToldAtItsCellWhereTheLinkIsRequired() {
        site.sheet("schools", SCHOOLS.replace("link: towns", "link: { to: towns, required: true }"));
        site.publish();
        assertThat(site.current().findings("schools"))
                .extracting(Finding::describe)
                .anySatisfy(finding -> assertThat(finding).contains("schools.csv:3", "Commune", "99999"));
    }

    @Test
    void whatIsPersonalIsPassedOver() {
        site.publish();
        assertThat(triples(site.current().graphContent("schools")).toString()).doesNotContain("x@y.example");
    }

    @Test
    void whatLooksPersonalIsRefusedUnlessTheSheetSaysWhyItMayBePublished() {
        String mapped = SCHOOLS.replace("{ skip: personal }", "{ type: email }");
        site.sheet("schools", mapped);
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.REFUSED);
        site.sheet(
                "schools",
                mapped.replace("  licence: cc0", "  licence: cc0\n  personal: { Courriel: Boxes of offices. }"));
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current().findings("schools"))
                .extracting(Finding::describe)
                .anySatisfy(finding ->
                        assertThat(finding).contains("schools/mapping.yml", "Courriel", "Boxes of offices."));
    }

    @Test
    void whatIsPublishedIsTheSameAgain() {
        site.publish();
        String first = site.current().id();
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.UNCHANGED);
        assertThat(site.current().id()).isEqualTo(first);
    }

    @Test
    void aTermThatTheSheetRenamesIsDeclaredUnderItsNewName() {
        site.publish();
        site.sheet("towns", TOWNS.replace("en: inhabitants", "en: people"));
        assertThat(site.publish().outcome()).isEqualTo(PublishReport.Outcome.PUBLISHED);
        assertThat(site.current()
                        .graphContent("vocab")
                        .objects(new Term.Iri(BASE + "vocab/towns#habitants"), Vocabulary.RDFS + "label"))
                .contains(Term.Literal.inLanguage("people", "en"));
    }

    @Test
    void aForeignKeyOfCsvwIsTheSameLink() {
        site.sheet("schools", SCHOOLS.replace(", link: towns", "") + """
                foreignKeys:
                  - { columnReference: Commune, reference: { resource: towns, columnReference: Code } }
                """);
        itsLinksAreMadeAndSayWhereTheyAreFrom();
    }

    @Test
    void aLinkMayLeadToSeveralDatasets() {
        site.sheet("hamlets", TOWNS.replace("towns.csv", "hamlets.csv"));
        site.file("data/hamlets.csv", "Code,Nom,Habitants\n99999,Nulle-Part,3\n");
        site.sheet(
                "schools",
                SCHOOLS.replace("link: towns", "link: [{ to: towns, as: place }, { to: hamlets, as: place }]"));
        site.publish();
        String place = BASE + "vocab/schools#place";
        InMemoryGraph schools = site.current().graphContent("schools");
        assertThat(schools.objects(new Term.Iri(BASE + "id/schools/a"), place))
                .containsExactly(new Term.Iri(BASE + "id/towns/35238"));
        assertThat(schools.objects(new Term.Iri(BASE + "id/schools/b"), place))
                .containsExactly(new Term.Iri(BASE + "id/hamlets/99999"));
    }

    @Test
    void aLinkFromASheetThatSaysTheAddressOfItsRows() {
        site.sheet("schools", "aboutUrl: id/school/{Id}\n" + SCHOOLS);
        site.publish();
        assertThat(site.current()
                        .graphContent("schools")
                        .objects(new Term.Iri(BASE + "id/school/a"), BASE + "vocab/schools#towns"))
                .containsExactly(new Term.Iri(BASE + "id/towns/35238"));
    }

    @Test
    void theLinksOfSeveralTablesAreSeveralRules() {
        site.sheet("schools", """
                about: { title: Schools, licence: cc0, publisher: tests }
                class: School
                tables:
                  - url: schools.csv
                    columns: { Id: key, Nom: label, Commune: { link: towns }, Courriel: skip }
                  - url: more.csv
                    columns: { Id: key, Nom: label, Commune: { link: towns } }
                """);
        site.file("data/more.csv", "Id,Nom,Commune\nc,Gamma,01004\n");
        site.publish();
        InMemoryGraph schools = site.current().graphContent("schools");
        assertThat(List.of("a", "c"))
                .allSatisfy(id -> assertThat(
                                schools.objects(new Term.Iri(BASE + "id/schools/" + id), BASE + "vocab/schools#towns"))
                        .hasSize(1));
    }

    @Test
    void aFindingCitesTheLineOfTheSheet() {
        site.sheet("towns", TOWNS.replace("{ is: label, lang: fr }", "{ as: skos:prefLable, lang: fr }"));
        site.publish();
        assertThat(site.current().findings("towns"))
                .extracting(Finding::describe)
                .anySatisfy(finding -> assertThat(finding).contains("towns/mapping.yml:16: ", "prefLabel"));
    }

    @Test
    void aFindingAboutALinkCitesItsLine() {
        site.sheet("schools", SCHOOLS.replace("link: towns", "link: { to: towns, key: none, as: skos:exactMach }"));
        site.publish();
        assertThat(site.current().findings("schools"))
                .extracting(Finding::describe)
                .anySatisfy(finding -> assertThat(finding).contains("link-rule", "schools/mapping.yml:11: "))
                .anySatisfy(finding ->
                        assertThat(finding).contains("undefined-term", "schools/mapping.yml:11: ", "exactMatch"));
    }

    /** What is wrong in a sheet, and what must be said of it; the line first. */
    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "towns",
                        TOWNS.replace("licence-ouverte-2.0", "licence-ouvert"),
                        ":5: 'licence-ouvert' is no licence that is known here; did you mean licence-ouverte?"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("licence-ouverte-2.0", "free"),
                        ":5: 'free' is no licence that is known here; write its address, or one of "),
                Arguments.of(
                        "towns",
                        "name: cities\n" + TOWNS,
                        ":1: the dataset is called towns after its folder, and not 'cities'"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("  title:", "  titel:"),
                        ":3: 'titel' is not a key of the description of a dataset; did you mean title?"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("  title: { fr: Villes, en: Towns }\n", ""),
                        ":3: the dataset has no title"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("issued: 2024-01-31", "issued: 31/01/2024"),
                        ":10: issued is '31/01/2024', expected a date such as 2024-01-31"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("temporal: 2024", "temporal: this year"),
                        ":11: temporal is 'this year', expected a year"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("data@towns.example", "nobody"),
                        ":12: 'nobody' is not an e-mail address"),
                Arguments.of("towns", TOWNS.replace("publisher: tests", "publisher: 'ex:a b'"), ":6: "),
                Arguments.of("towns", TOWNS.replace("en: Towns }\n  desc", "en: ' ' }\n  desc"), ":3: title is empty"),
                Arguments.of(
                        "towns",
                        "about: Towns\nurl: towns.csv\ncolumns: { Code: key }\n",
                        ":1: the description of a dataset is 'Towns', expected keys"),
                Arguments.of(
                        "towns",
                        "about: { title: T }\ncolums: { Code: key }\n",
                        ":2: 'colums' is not a key of a column sheet; did you mean columns?"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("version: \"2024\"", "download: towns.csv"),
                        ":8: 'towns.csv' is not an address that can be downloaded"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("version: \"2024\"", "personal: Nom"),
                        ":8: personal is 'Nom', expected a reason for each column"),
                Arguments.of(
                        "towns",
                        TOWNS.replace("about:", "About:"),
                        ":2: 'About' is not a key of a column sheet; did you mean about?"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("link: towns", "link: town"),
                        ":11: there is no dataset 'town' in the site; did you mean towns?"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("link: towns", "link: planets"),
                        ":11: there is no dataset 'planets' in the site; it has schools, towns"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("class: School\n", ""),
                        ":10: a link needs to know what is linked: give the sheet a class"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("type: code, link", "skip: soon, link"),
                        ":11: a link needs the code as a value of the row's own thing"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("link: towns", "link: { as: place }"),
                        ":11: the link does not say where to"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("Nom:      label", "Nom:      { link: towns }"),
                        ":11: two columns have links that are written with <" + BASE + "vocab/schools#towns>"),
                Arguments.of(
                        "schools",
                        SCHOOLS.replace("link: towns", "link: { to: towns, as: commune }"),
                        ":11: the link is written with <" + BASE + "vocab/schools#commune>, as its code is"),
                Arguments.of(
                        "schools", "url: schools.csv\ncolumns: { Id: key }\n", ":1: nothing describes the dataset"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsToldAtItsLine(String slug, String sheet, String told) {
        site.sheet(slug, sheet);
        assertThatThrownBy(site::publish).hasMessageContaining(slug + "/mapping.yml" + told);
    }

    @Test
    void aDatasetIsDescribedOnce() {
        site.file("mappings/towns/dataset.ttl", PREFIXES + "<dataset/towns> a dcat:Dataset ; dct:title \"Towns\" .");
        assertThatThrownBy(site::publish)
                .hasMessageContaining("towns/mapping.yml:3: dataset.ttl describes the dataset too; remove one");
    }

    @Test
    void aSheetOfAnotherSuffixIsToldItsName() {
        site.remove("mappings/towns/mapping.yml");
        site.file("mappings/towns/mapping.yaml", TOWNS);
        assertThatThrownBy(site::publish)
                .hasMessageContaining("mapping.yaml: a dataset's column sheet is called mapping.yml");
    }

    @Test
    void aDatasetHasOneMapping() {
        site.file("mappings/towns/mapping.ttl", "");
        assertThatThrownBy(site::publish).hasMessageContaining("towns/mapping.yml: there is mapping.ttl beside it");
    }

    @Test
    void aDescriptionOfItsOwnMayStandBesideASheet() {
        site.sheet("towns", TOWNS.replaceAll("(?s)about:.*?class:", "class:"));
        site.file(
                "mappings/towns/dataset.ttl",
                PREFIXES
                        + "<dataset/towns> a dcat:Dataset ; dct:title \"Burgs\"@en ; dct:license <https://l.example/> .");
        site.publish();
        assertThat(site.current().site().datasets())
                .extracting(dataset -> dataset.title().in(Locale.ENGLISH))
                .containsExactly("Schools", "Burgs");
    }

    @Test
    void aLinkThatATurtleRuleMakesToADatasetThatIsNotIsToldOfItsFile() {
        site.file("mappings/towns/links.ttl", """
                @prefix link: <https://w3id.org/pleiade/link#> .
                <#x> a link:Rule ; link:subjectClass <http://e/T> ; link:key <http://e/k> ; link:predicate <http://e/p> ;
                  link:target [ link:dataset "nowhere" ; link:class <http://e/X> ; link:key <http://e/k> ] .
                """);
        assertThatThrownBy(site::publish).hasMessageContaining("towns/links.ttl: it links to the dataset 'nowhere'");
    }

    private static List<Quad> turtle(String turtle) {
        List<Quad> quads = new ArrayList<>();
        RdfReader.read(
                new ByteArrayInputStream((PREFIXES + turtle).getBytes(StandardCharsets.UTF_8)),
                "expected",
                Syntax.TURTLE,
                BASE,
                quads::add);
        return quads;
    }

    private static List<Quad> triples(InMemoryGraph graph) {
        return graph.triples().stream().map(quad -> quad.in(Quad.DEFAULT_GRAPH)).toList();
    }
}
