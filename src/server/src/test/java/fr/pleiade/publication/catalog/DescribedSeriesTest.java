package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.GraphAssert.assertThatGraph;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.site.Catalog;
import fr.pleiade.site.Dataset;
import fr.pleiade.site.Site;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What follows from what a publisher says of series, versions and packed files. */
class DescribedSeriesTest {
    private static final String BASE = "http://ex.org/";
    private static final String PREFIXES = """
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            """;

    @Test
    void vintagesAreInTheOrderOfTheirPeriods() {
        InMemoryGraph follows = series("<series/s> dct:title \"S\" ; dct:publisher <id/agent/own> .", """
                <dataset/a> dcat:inSeries <series/s> ; dct:publisher <id/agent/p> ; dcat:contactPoint <catalog#contact> ;
                  dct:temporal [ dcat:startDate "2024-09-01"^^xsd:date ] .
                """, """
                <dataset/b> dcat:inSeries <series/s> ; dct:temporal [ dcat:startDate "2023-09-01"^^xsd:date ] .
                """, """
                <dataset/c> dcat:inSeries <series/s> ; dct:temporal [ dcat:startDate "2025-09-01"^^xsd:date ] .
                """);
        assertThatGraph(follows).isIsomorphicTo(read("""
                <series/s> a dcat:DatasetSeries ; dct:identifier "series/s" ; dcat:contactPoint <catalog#contact> ;
                  dcat:first <dataset/b> ; dcat:last <dataset/c> .
                <dataset/a> dcat:prev <dataset/b> .
                <dataset/c> dcat:prev <dataset/a> .
                """));
    }

    @Test
    void withoutDatesOrWithOneTwiceThereIsNoOrder() {
        assertThatGraph(series(
                        "",
                        "<dataset/a> dcat:inSeries <series/s> ; dct:issued \"2024\" .",
                        "<dataset/b> dcat:inSeries <series/s> ; dct:issued \"2024\" .",
                        "<dataset/c> dcat:inSeries <series/s> ."))
                .isIsomorphicTo(read("<series/s> a dcat:DatasetSeries ; dct:identifier \"series/s\" ."));
    }

    @Test
    void anOrderThatThePublisherGivesStandsAlone() {
        assertThatGraph(series(
                        "<series/s> dct:identifier \"mine\" .",
                        "<dataset/a> dcat:inSeries <series/s> ; dct:issued \"2023\" ; dcat:prev <dataset/b> .",
                        "<dataset/b> dcat:inSeries <series/s> ; dct:issued \"2024\" ."))
                .isIsomorphicTo(read("<series/s> a dcat:DatasetSeries ."));
    }

    @Test
    void whatADatasetIsAVersionOfNamesItsVersions() {
        assertThatGraph(series("", "<dataset/a> dcat:isVersionOf <dataset/all> ; dcat:previousVersion <dataset/b> ."))
                .isIsomorphicTo(read("<dataset/all> dcat:hasVersion <dataset/a> ."));
    }

    @Test
    void thePackingOfADeclaredFileIsTakenFromItsAddress() {
        InMemoryGraph declared = read("""
                <dataset/a> dcat:distribution <d#1> , <d#2> , <d#3> , <d#4> , <d#5> .
                <d#1> dcat:downloadURL <https://files.example/a.csv.gz?v=2> .
                <d#2> dcat:accessURL <https://files.example/a.ZIP> .
                <d#3> dcat:downloadURL <https://files.example/a.csv> .
                <d#4> dcat:downloadURL <https://files.example/a.csv.gz> ; dcat:compressFormat <https://own.example/gz> .
                <d#5> dcat:downloadURL <https://files.example/a.nq.zst> .
                """);
        InMemoryGraph follows = new InMemoryGraph();
        Packing.say(declared, new Term.Iri(BASE + "dataset/a"), follows);
        assertThatGraph(follows).isIsomorphicTo(read("""
                @prefix m: <https://www.iana.org/assignments/media-types/application/> .
                <d#1> dcat:compressFormat m:gzip .
                <d#2> dcat:compressFormat m:zip ; dcat:packageFormat m:zip .
                <d#5> dcat:compressFormat m:zstd .
                m:gzip a dct:MediaType ; dct:title "application/gzip" .
                m:zip a dct:MediaType ; dct:title "application/zip" .
                m:zstd a dct:MediaType ; dct:title "application/zstd" .
                """));
    }

    private static InMemoryGraph series(String catalog, String... datasets) {
        Term.Iri iri = new Term.Iri(BASE + "catalog");
        List<Dataset> described = List.of(datasets).stream()
                .map(text -> {
                    String slug = text.strip().substring("<dataset/".length(), "<dataset/".length() + 1);
                    return new Dataset(slug, new Term.Iri(BASE + "dataset/" + slug), Path.of(slug), read(text));
                })
                .toList();
        Site site = new Site(BASE, new Catalog(iri, read(catalog)), described, Path.of("ontology"));
        InMemoryGraph graph = new InMemoryGraph();
        new SeriesGraph(site, graph).say();
        return graph;
    }

    private static InMemoryGraph read(String turtle) {
        byte[] bytes = (PREFIXES + turtle).getBytes(StandardCharsets.UTF_8);
        return RdfReader.readGraph(new ByteArrayInputStream(bytes), "said.ttl", Syntax.TURTLE, BASE);
    }
}
