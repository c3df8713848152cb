package fr.pleiade.quality.harvest;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores and fates that are worked out by hand from the portals' rules. */
class RehearsalTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-25");
    private static final String LICENCE_OUVERTE = "<https://www.etalab.gouv.fr/licence-ouverte-open-licence>";
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> . @prefix vcard: <http://www.w3.org/2006/vcard/ns#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix geo: <http://www.opengis.net/ont/geosparql#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix spdx: <http://spdx.org/rdf/terms#> . @prefix eu: <http://publications.europa.eu/resource/authority/> .
            @prefix iana: <https://www.iana.org/assignments/media-types/> . @prefix ex: <http://e.example/> .
            <catalog> a dcat:Catalog ; dct:title "C"@en ; dct:description "C"@en ; dct:publisher <id/agent/a> .
            <id/agent/a> a foaf:Agent ; foaf:name "A" .
            """;
    private static final String FULL = """
            <dataset/x> a dcat:Dataset ; dct:identifier "x" ; dct:title "Titre"@fr, "Title"@en ;
              dct:description "Une description qui a bien plus de cent caractères, car le portail en demande autant, et celle-ci en a assez."@fr ;
              dcat:keyword "mot"@fr, "word"@en ; dcat:theme <http://publications.europa.eu/resource/authority/data-theme/EDUC> ;
              dct:publisher <id/agent/a> ; dct:license LICENCE ;
              dcat:contactPoint [ vcard:fn "A" ; vcard:hasEmail <mailto:a@a.example> ] ;
              dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;
              dct:accrualPeriodicity <http://publications.europa.eu/resource/authority/frequency/ANNUAL> ;
              dct:temporal [ dcat:startDate "2024-01-01"^^xsd:date ] ; dct:issued "2026-01-01"^^xsd:date ;
              dct:modified "2026-11-01"^^xsd:date ;
              dct:spatial [ dcat:bbox "POLYGON((1 1,2 1,2 2,1 2,1 1))"^^geo:wktLiteral ] ;
              dcat:distribution <dataset/x#csv> .
            <http://publications.europa.eu/resource/authority/data-theme/EDUC> skos:prefLabel "Éducation"@fr .
            <dataset/x#csv> a dcat:Distribution ; dct:title "CSV" ; dct:description "Le tableau"@fr ; dcat:accessURL <dump/x.csv> ;
              dcat:downloadURL <dump/x.csv> ; dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;
              dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ; dct:license LICENCE ;
              dct:rights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ; dcat:byteSize 12 ;
              spdx:checksum [ spdx:algorithm spdx:checksumAlgorithm_sha256 ; spdx:checksumValue "00"^^xsd:hexBinary ] .
            """;

    @Test
    void aFullDescriptionUnderTheLicenceOuverteLosesItsTenPointsAndNoMore() {
        Rehearsal full = rehearsed(full(LICENCE_OUVERTE));
        assertThat(full.europa().most()).isEqualTo(405);
        assertThat(full.europa().total()).isEqualTo(395);
        assertThat(lost(full.europa())).containsOnlyKeys("knownLicence");
        assertThat(lost(full.europa()).get("knownLicence")).contains("list of licences");
        assertThat(full.rating().en()).isEqualTo("excellent");
        assertThat(full.notes()).anySatisfy(note -> assertThat(note.fr()).contains("395", "serait faux"));
        assertThat(full.dataGouv().most()).isEqualTo(9);
        assertThat(full.dataGouv().total()).as(lost(full.dataGouv()).toString()).isEqualTo(9);
    }

    /** As udata's spatial_from_rdf reads them: geomet for WKT, which knows no reference system; Polygon and MultiPolygon only. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "POLYGON((1 1,2 1,2 2,1 1))"^^geo:wktLiteral | true
            " polygon (( 1 1, 2 1, 2 2, 1 1 )) "^^geo:wktLiteral | true
            "MULTIPOLYGON(((1 1,2 1,2 2,1 1)))"^^geo:wktLiteral | true
            "POLYGON((1 1,2 1,2 2,1 1))"^^<http://www.opengis.net/rdf#wktLiteral> | true
            "{\\"type\\": \\"Polygon\\", \\"coordinates\\": [[[1,1],[2,1],[2,2],[1,1]]]}"^^geo:geoJSONLiteral | true
            "{\\"coordinates\\":[[[[1,1],[2,1],[2,2],[1,1]]]],\\"type\\":\\"MultiPolygon\\"}"^^<https://www.iana.org/assignments/media-types/application/vnd.geo+json> | true
            "<http://www.opengis.net/def/crs/OGC/1.3/CRS84> POLYGON((1 1,2 1,2 2,1 1))"^^geo:wktLiteral | false
            "POINT(1 1)"^^geo:wktLiteral | false
            "POLYGON EMPTY"^^geo:wktLiteral | false
            "POLYGON((1 1,2 1,2 2,1 1))" | false
            "{\\"type\\":\\"Point\\",\\"coordinates\\":[1,1]}"^^geo:geoJSONLiteral | false
            "{\\"type\\":\\"Polygon\\"}"^^geo:geoJSONLiteral | false
            """)
    void aPlaceCountsIfItsPolygonCanBeRead(String geometry, boolean isRead) {
        Rehearsal rehearsal = rehearsed(
                full(LICENCE_OUVERTE).replace("\"POLYGON((1 1,2 1,2 2,1 2,1 1))\"^^geo:wktLiteral", geometry));
        assertThat(lost(rehearsal.dataGouv()).containsKey("spatial")).isEqualTo(!isRead);
    }

    @Test
    void aLicenceOfTheEuropeanListLosesNothing() {
        Rehearsal full = rehearsed(full("<http://publications.europa.eu/resource/authority/licence/CC_BY_4_0>"));
        assertThat(full.europa().total()).isEqualTo(405);
        assertThat(full.notes()).noneSatisfy(note -> assertThat(note.en()).contains("untrue"));
    }

    /** 20 for some format, 30 because nothing mandatory lacks; and one ninth for an open format. */
    @Test
    void aPoorDescriptionHasAReasonForEachPointThatItLoses() {
        Rehearsal poor = rehearsed("""
                <dataset/x> a dcat:Dataset ; dct:title "T" ; dct:description "Court" ; dcat:distribution <dataset/x#d> .
                <dataset/x#d> a dcat:Distribution ; dcat:accessURL <https://elsewhere.example/x.csv> ; dct:format "csv" .
                """);
        assertThat(poor.europa().total()).isEqualTo(50);
        assertThat(poor.rating().en()).isEqualTo("bad");
        assertThat(poor.europa().lost()).hasSize(21).allSatisfy(point -> {
            assertThat(point.why().en()).isNotEmpty();
            assertThat(point.why().fr()).isNotEmpty().isNotEqualTo(point.why().en());
        });
        assertThat(lost(poor.europa()).get("accessUrlStatus")).contains("another site's, which was not asked");
        assertThat(poor.dataGouv().total()).isEqualTo(1);
        assertThat(lost(poor.dataGouv())).doesNotContainKey("openFormat").hasSize(8);
        assertThat(poor.notes()).anySatisfy(note -> assertThat(note.en()).startsWith("data.gouv.fr skips"));
    }

    @Test
    void aDatasetOfNothingButItsNameScoresWhatItIsWorth() {
        Rehearsal bare = rehearsed("<dataset/x> a dcat:Dataset .");
        assertThat(bare.europa().total()).isZero();
        assertThat(bare.dataGouv().total()).isZero();
        assertThat(bare.distributions()).hasSize(1);
    }

    @Test
    void eachDefectCostsItsPoints() {
        Map<String, Integer> costs = new TreeMap<>(Map.of(
                "dcat:keyword \"mot\"@fr, \"word\"@en ;", 30,
                "dcat:theme <http://publications.europa.eu/resource/authority/data-theme/EDUC> ;", 30,
                "dct:issued \"2026-01-01\"^^xsd:date ;", 5,
                "dct:accessRights <http://publications.europa.eu/resource/authority/access-right/PUBLIC> ;", 15,
                "dcat:contactPoint [ vcard:fn \"A\" ; vcard:hasEmail <mailto:a@a.example> ] ;", 20,
                "dcat:mediaType <https://www.iana.org/assignments/media-types/text/csv> ;", 20,
                "dct:format <http://publications.europa.eu/resource/authority/file-type/CSV> ;", 70,
                "spdx:algorithm spdx:checksumAlgorithm_sha256 ;", 30,
                "dcat:byteSize 12 ;", 5,
                "dcat:downloadURL <dump/x.csv> ;", 50));
        costs.forEach((statement, points) -> {
            String without = full(LICENCE_OUVERTE).replace(statement, "");
            assertThat(without).as(statement).isNotEqualTo(full(LICENCE_OUVERTE));
            assertThat(rehearsed(without).europa().total()).as(statement).isEqualTo(395 - points);
        });
    }

    @Test
    void theBestDistributionCountsWithAllItsMetrics() {
        Rehearsal two = rehearsed(full(LICENCE_OUVERTE) + """
                <dataset/x> dcat:distribution <dataset/x#zip> .
                <dataset/x#zip> a dcat:Distribution ; dct:title "ZIP" ; dcat:accessURL <dump/x.zip> ;
                  dct:format <http://publications.europa.eu/resource/authority/file-type/ZIP> .
                """);
        assertThat(two.europa().total()).isEqualTo(395);
        // without the ZIP's download 20 and 30, media type 10, list 10, open 20, readable 20, licence 20, rights 5,
        // size 5
        assertThat(two.distributions())
                .containsExactly(
                        new Rehearsal.OfDistribution("CSV", 395), new Rehearsal.OfDistribution("ZIP", 395 - 140));
    }

    @Test
    void anUpdateIsInTimeUntilItsPeriodAndADayHavePassed() {
        String yearly = full(LICENCE_OUVERTE).replace("2026-11-01", "2025-11-23"); // 366 days and one
        assertThat(lost(rehearsed(yearly).dataGouv())).isEmpty();
        assertThat(lost(rehearsed(yearly.replace("2025-11-23", "2025-11-22")).dataGouv()))
                .containsOnlyKeys("inTime");
        assertThat(lost(rehearsed(yearly.replace("2025-11-23", "2005-11-22").replace("/ANNUAL>", "/IRREG>"))
                        .dataGouv()))
                .isEmpty();
        assertThat(lost(rehearsed(full(LICENCE_OUVERTE).replace("/ANNUAL>", "/UNKNOWN>"))
                        .dataGouv()))
                .containsOnlyKeys("frequency", "inTime");
    }

    @Test
    void whatDataGouvFetchesDropsOrReadsOtherwiseIsSaid() {
        Rehearsal odd = rehearsed("""
                <dataset/x> a dcat:Dataset ; dct:identifier "x" ; dct:title "T" ; dct:temporal <dataset/x#period> ;
                  dct:spatial <http://publications.europa.eu/resource/authority/country/FRA> , [ dcat:bbox "POLYGON((1 1,2 1,2 2,1 1))"^^geo:wktLiteral ] ;
                  dct:license <https://licence.example/> ; dcat:contactPoint [ vcard:fn "A" ] ; dct:publisher <id/agent/nobody> ;
                  dcat:theme ex:theme ; dct:accrualPeriodicity ex:sometimes ; dct:modified "2026-11-27"^^xsd:date ;
                  dcat:version "1" ; ex:other "y" ; dcat:keyword ex:word .
                <dataset/x#period> dcat:startDate "2024-01-01"^^xsd:date .
                """);
        assertThat(at(odd, Harvester.DATA_GOUV))
                .containsEntry("dct:temporal", Fate.Kind.MISREAD)
                .containsEntry("dct:spatial", Fate.Kind.MISREAD)
                .containsEntry("dct:license", Fate.Kind.DROPPED)
                .containsEntry("dcat:contactPoint", Fate.Kind.DROPPED)
                .containsEntry("dct:publisher", Fate.Kind.DROPPED)
                .containsEntry("dcat:theme", Fate.Kind.DROPPED)
                .containsEntry("dct:accrualPeriodicity", Fate.Kind.DROPPED)
                .containsEntry("dct:modified", Fate.Kind.DROPPED)
                .containsEntry("dcat:version", Fate.Kind.DROPPED)
                .containsEntry("dcat:keyword", Fate.Kind.MISREAD)
                .containsEntry("dct:title", Fate.Kind.KEPT)
                .containsEntry("http://e.example/other", Fate.Kind.DROPPED);
        assertThat(at(odd, Harvester.CKAN))
                .containsEntry("dct:spatial", Fate.Kind.MISREAD)
                .containsEntry("dcat:version", Fate.Kind.DROPPED);
        assertThat(at(odd, Harvester.EUROPA).values()).containsOnly(Fate.Kind.KEPT);
    }

    @Test
    void theLabelOfALicenceIsReadInsteadOfItsAddress() {
        Rehearsal labelled =
                rehearsed(full(LICENCE_OUVERTE) + LICENCE_OUVERTE + " rdfs:label \"Licence Ouverte 2.0\" .");
        assertThat(at(labelled, Harvester.DATA_GOUV)).containsEntry("dct:license", Fate.Kind.MISREAD);
        assertThat(labelled.dataGouv().total()).isEqualTo(9);
        Rehearsal wrong = rehearsed(full(LICENCE_OUVERTE) + LICENCE_OUVERTE + " rdfs:label \"Notre licence\" .");
        assertThat(lost(wrong.dataGouv())).containsOnlyKeys("license");
    }

    @Test
    void googleTakesADescriptionOfFiftyCharactersAndMore() {
        assertThat(at(rehearsed("<dataset/x> dct:description \"" + "a".repeat(49) + "\" ."), Harvester.GOOGLE))
                .containsEntry("dct:description", Fate.Kind.DROPPED);
        assertThat(at(rehearsed("<dataset/x> dct:description \"" + "a".repeat(50) + "\" ."), Harvester.GOOGLE))
                .containsEntry("dct:description", Fate.Kind.KEPT);
        assertThat(at(rehearsed("<dataset/x> dct:description \"" + "a".repeat(5001) + "\" ."), Harvester.GOOGLE))
                .containsEntry("dct:description", Fate.Kind.DROPPED);
    }

    private static String full(String licence) {
        return FULL.replace("LICENCE", licence);
    }

    private static Map<String, Fate.Kind> at(Rehearsal rehearsal, Harvester harvester) {
        Map<String, Fate.Kind> fates = new TreeMap<>();
        rehearsal.fields().stream()
                .filter(field -> field.level() == Field.Level.DATASET)
                .forEach(field -> fates.put(
                        Rehearsal.shortened(field.property()),
                        field.at(harvester).kind()));
        return fates;
    }

    private static Map<String, String> lost(Score score) {
        Map<String, String> lost = new TreeMap<>();
        score.lost().forEach(point -> lost.put(point.id(), point.why().en()));
        return lost;
    }

    private static Rehearsal rehearsed(String turtle) {
        return Rehearsal.of(graph(PREFIXES + turtle), "https://d.example/", "x", DAY);
    }

    private static InMemoryGraph graph(String turtle) {
        try (ByteArrayInputStream in = new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8))) {
            return RdfReader.readGraph(in, "catalog.ttl", Syntax.TURTLE, "https://d.example/");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
