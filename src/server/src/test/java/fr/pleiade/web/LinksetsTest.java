package fr.pleiade.web;

import static fr.pleiade.web.ServedSample.BASE;
import static fr.pleiade.web.ServedSample.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The catalogue's linksets to other sites: which there are, and that each can be had alone. */
class LinksetsTest {
    private static final String VOID = "http://rdfs.org/ns/void#";
    private static final String LINK = "https://w3id.org/pleiade/link#";

    private final InMemoryGraph catalog = sample().release().catalog();

    @Test
    void eachDownloadHasTheLinksThatAreCounted() {
        List<Term> linksets = catalog.subjects(
                        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", new Term.Iri(VOID + "Linkset"))
                .filter(linkset -> catalog.object(linkset, VOID + "dataDump").isPresent())
                .toList();
        assertThat(linksets).hasSizeGreaterThan(4);
        for (Term linkset : linksets) {
            String address =
                    catalog.object(linkset, VOID + "dataDump").orElseThrow().text();
            HttpResponse<String> links =
                    sample().get(address.substring(BASE.length()), "Accept", "application/n-triples");
            assertThat(links.statusCode()).as(address).isEqualTo(200);
            assertThat(links.body().lines().filter(line -> !line.isBlank()).count())
                    .as(address)
                    .isEqualTo(Long.parseLong(catalog.object(linkset, VOID + "triples")
                            .orElseThrow()
                            .text()));
        }
    }

    @Test
    void identitiesAreLinksetsWithTheShareThatIsVerifiedAndPagesAreNone() {
        Set<String> predicates = new TreeSet<>();
        catalog.subjects("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", new Term.Iri(VOID + "Linkset"))
                .forEach(linkset -> catalog.objects(linkset, VOID + "linkPredicate")
                        .forEach(predicate -> predicates.add(predicate.text())));
        assertThat(predicates)
                .contains("http://www.w3.org/2002/07/owl#sameAs", "http://www.w3.org/2004/02/skos/core#exactMatch")
                .doesNotContain(
                        "http://xmlns.com/foaf/0.1/homepage",
                        "http://xmlns.com/foaf/0.1/page",
                        "http://xmlns.com/foaf/0.1/account",
                        "http://rdfs.org/sioc/ns#feed",
                        "http://schema.org/subjectOf",
                        "http://purl.org/dc/terms/language",
                        BASE + "vocab/pleiade#pageScanR",
                        BASE + "vocab/pleiade#texteCreation");
        // ROR's record of Aix-Marseille has its ISNI, that of Strasbourg its Wikidata item; those of the sample are
        // three
        assertThat(verified("https://ror.org/")).isEqualTo("3");
        assertThat(verified("http://isni.org/")).isEqualTo("1");
        assertThat(verified("http://www.wikidata.org/")).isEqualTo("1");
    }

    private String verified(String site) {
        return catalog.subjects(VOID + "objectsTarget", new Term.Iri(site))
                .flatMap(linkset -> catalog.objects(linkset, LINK + "verified").stream())
                .map(Term::text)
                .findFirst()
                .orElse("none");
    }
}
