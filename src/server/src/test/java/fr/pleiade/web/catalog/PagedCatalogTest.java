package fr.pleiade.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A large catalogue, as a harvester walks through it. */
class PagedCatalogTest {
    private static final String HYDRA = "http://www.w3.org/ns/hydra/core#";
    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String ADDRESS = "http://e.example/catalog.rdf";
    private static final Term.Iri CATALOG = new Term.Iri("http://e.example/catalog");
    private static final InMemoryGraph LARGE = read("""
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            @prefix hydra: <http://www.w3.org/ns/hydra/core#> .
            <catalog> a dcat:Catalog ; dct:title "C" ; dcat:dataset <1> , <2> , <3> ; dcat:service <s> .
            <s> dcat:servesDataset <1> , <2> , <3> ; dct:title "S" .
            <catalog#page> a hydra:PartialCollectionView ; hydra:totalItems 3 .
            <1> dct:title "1" ; dcat:distribution <1#f> . <1#f> dct:title "1f" .
            <2> dct:title "2" ; dcat:prev <1> ; dcat:distribution <2#f> . <2#f> dct:title "2f" .
            <3> dct:title "3" ; dcat:distribution <3#f> . <3#f> dct:title "3f" .
            """);

    @Test
    void g5_eachDatasetIsOnOnePageWithAllThatIsSaidOfIt() {
        CatalogPages pages = new CatalogPages(LARGE, CATALOG, 2);
        assertThat(pages.count()).isEqualTo(2);
        InMemoryGraph first = pages.page(1, ADDRESS);
        InMemoryGraph second = pages.page(2, ADDRESS);
        assertThat(first.objects(CATALOG, DCAT + "dataset")).containsExactly(iri("1"), iri("2"));
        assertThat(second.objects(CATALOG, DCAT + "dataset")).containsExactly(iri("3"));
        assertThat(first.about(iri("2#f"))).hasSize(1);
        assertThat(first.about(iri("3"))).isEmpty();
        assertThat(first.about(iri("3#f"))).isEmpty();
        assertThat(second.about(iri("3#f"))).hasSize(1);
        assertThat(second.about(iri("1"))).isEmpty();
        assertThat(List.of(first, second))
                .allSatisfy(page -> assertThat(page.about(iri("s"))).hasSize(4));
    }

    @Test
    void g5_aPageNamesTheNextInTheSameFormAndTheLastNamesNone() {
        CatalogPages pages = new CatalogPages(LARGE, CATALOG, 2);
        Term.Iri first = new Term.Iri(ADDRESS + "?page=1");
        Term.Iri last = new Term.Iri(ADDRESS + "?page=2");
        assertThat(views(pages.page(1, ADDRESS))).containsExactly(first);
        assertThat(views(pages.page(2, ADDRESS))).containsExactly(last);
        assertThat(next(pages.page(1, ADDRESS), first)).contains(last);
        assertThat(pages.page(1, ADDRESS).objects(first, HYDRA + "nextPage")).containsExactly(last);
        assertThat(next(pages.page(2, ADDRESS), last)).isEmpty();
        assertThat(pages.page(2, ADDRESS).objects(last, HYDRA + "first")).containsExactly(first);
        assertThat(pages.page(2, ADDRESS).objects(last, HYDRA + "totalItems"))
                .extracting(Term::text)
                .containsExactly("3");
    }

    @Test
    void whatFitsOnOnePageIsAsItIs() {
        CatalogPages pages = new CatalogPages(LARGE, CATALOG, 3);
        assertThat(pages.count()).isEqualTo(1);
        assertThat(pages.page(1, ADDRESS)).isSameAs(LARGE);
    }

    private static List<Term> views(InMemoryGraph page) {
        return page.subjects(
                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                        new Term.Iri(HYDRA + "PartialCollectionView"))
                .toList();
    }

    private static Optional<Term> next(InMemoryGraph page, Term view) {
        return page.object(view, HYDRA + "next");
    }

    private static Term.Iri iri(String name) {
        return new Term.Iri("http://e.example/" + name);
    }

    private static InMemoryGraph read(String turtle) {
        return RdfReader.readGraph(
                new ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)),
                "catalog.ttl",
                Syntax.TURTLE,
                "http://e.example/");
    }
}
