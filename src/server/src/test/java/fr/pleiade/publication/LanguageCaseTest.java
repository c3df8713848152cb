package fr.pleiade.publication;

import static fr.pleiade.publication.SmallSite.BASE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublishedGraph;
import fr.pleiade.release.Release;
import fr.pleiade.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Language tags that differ in nothing but their case are one tag, in the graph's file, the counts, the documents and the index. */
class LanguageCaseTest {
    private static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fr FR|fr",
                "FR fr|fr",
                "en EN En|en",
                "de DE|de",
                "oc OC oC|oc",
                "en-GB en-gb EN-GB|en-GB",
                "zh-CN zh-cn|zh-CN",
                "zh-hant-tw ZH-Hant-TW|zh-Hant-TW",
                "fra FRA|fra",
                "fr FR de DE|de fr",
                "FR|fr"
            })
    void aTextOfTheSameThingInTheSameLanguageIsOneLabel(String tags, String expected) throws IOException {
        SmallSite site = site(tags.split(" "));
        site.publish();
        List<Term> labels = new ArrayList<>();
        for (String tag : expected.split(" ")) {
            labels.add(Term.Literal.inLanguage("salut", tag));
        }
        Release release = site.current();
        try (Store store = Store.open(release.tdb2())) {
            assertThat(store.select("SELECT ?o { <" + BASE + "id/word/a> <" + LABEL + "> ?o }", Map.of()))
                    .extracting(row -> row.get("o"))
                    .containsExactlyInAnyOrderElementsOf(labels);
            PublishedGraph graph = release.graph("words").orElseThrow();
            assertThat(store.count(graph.iri())).isEqualTo(graph.triples()).isEqualTo(labels.size());
        }
        assertThat(Files.readAllLines(release.graphFile("words"))).hasSize(labels.size());
        assertThat(release.describe(BASE + "id/word/a").triples())
                .extracting(triple -> triple.object())
                .containsExactlyInAnyOrderElementsOf(labels);
    }

    @Test
    void constantTagsAndConstantTextsAreOneToo() throws IOException {
        SmallSite site = site("fr");
        site.file("mappings/words/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                <#Word> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "words.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/word/{k}" ] ;
                  rml:predicateObjectMap [ rml:predicate <%1$s> ;
                    rml:objectMap [ rml:reference "v" ; rml:language "FR" ] , [ rml:reference "v" ; rml:language "fr" ] ,
                      [ rml:constant "salut"@Fr ] ; rml:object "salut"@fR ] .
                """.formatted(LABEL));
        site.publish();
        assertThat(Files.readAllLines(site.current().graphFile("words")))
                .singleElement()
                .asString()
                .contains(" \"salut\"@fr ");
    }

    /** A description is read from Turtle, not mapped. */
    @Test
    void theCataloguesTitlesAreCountedAlike() {
        SmallSite site = site("fr");
        site.file("mappings/words/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/words> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "Words"@EN , "Words"@en , "Mots"@FR-ca , "Mots"@fr-CA .
                """);
        site.publish();
        PublishedGraph catalog = site.current().graph("catalog").orElseThrow();
        try (Store store = Store.open(site.current().tdb2())) {
            assertThat(store.count(catalog.iri())).isEqualTo(catalog.triples());
        }
    }

    private SmallSite site(String... tags) {
        SmallSite site = new SmallSite(folder);
        site.file("mappings/words/dataset.ttl", """
                @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
                <dataset/words> a dcat:Dataset ; dct:license <https://creativecommons.org/publicdomain/zero/1.0/> ; dct:title "Words"@en .
                """);
        site.file("mappings/words/mapping.ttl", """
                @prefix rml: <http://w3id.org/rml/> .
                <#Word> a rml:TriplesMap ;
                  rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                    rml:source [ a rml:RelativePathSource ; rml:path "words.csv" ] ] ;
                  rml:subjectMap [ rml:template "id/word/{k}" ] ;
                  rml:predicateObjectMap [ rml:predicate <%s> ;
                    rml:objectMap [ rml:reference "v" ; rml:languageMap [ rml:reference "l" ] ] ] .
                """.formatted(LABEL));
        StringBuilder rows = new StringBuilder("k,v,l\n");
        for (String tag : tags) {
            rows.append("a,salut,%s\n".formatted(tag));
        }
        site.file("sources/words.csv", rows.toString());
        return site;
    }
}
