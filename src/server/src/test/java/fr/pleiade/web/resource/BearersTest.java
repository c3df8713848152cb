package fr.pleiade.web.resource;

import static org.assertj.core.api.Assertions.assertThat;

import fr.pleiade.rdf.Term;
import fr.pleiade.release.Release;
import fr.pleiade.release.inverse.Inverse;
import fr.pleiade.store.Store;
import fr.pleiade.web.ServedSample;
import fr.pleiade.web.served.Served;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is read from the sample's sorted files is what SPARQL says of its store. */
class BearersTest {
    private static final String BEARER = """
            PREFIX adms: <http://www.w3.org/ns/adms#>
            PREFIX ids: <https://w3id.org/pleiade/identifier#>
            PREFIX link: <https://w3id.org/pleiade/link#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            SELECT DISTINCT ?thing {
              {
                GRAPH ?vocabulary { ?scheme a ids:System }
                BIND (STRDT(?code, ?scheme) AS ?notation)
                GRAPH ?any { ?identifier skos:notation ?notation . ?thing adms:identifier ?identifier }
              } UNION {
                GRAPH ?vocabulary { ?scheme link:key ?property }
                GRAPH ?any { ?thing ?property ?code }
                FILTER (NOT EXISTS { GRAPH ?vocabulary { ?scheme link:class ?one } }
                  || EXISTS { GRAPH ?vocabulary { ?scheme link:class ?class } GRAPH ?where { ?thing a ?class } })
              } UNION {
                GRAPH ?vocabulary { ?thing skos:notation ?notation ; skos:inScheme ?scheme ; a skos:Concept }
                FILTER (STR(?notation) = ?code)
              }
              FILTER (STRENDS(STR(?scheme), CONCAT("/", STR(?name))))
            } ORDER BY STRLEN(STR(?thing)) STR(?thing) LIMIT 100
            """;
    private static final String POINTING = """
            SELECT DISTINCT ?subject ?property {
              GRAPH ?graph { ?subject ?property ?thing }
              FILTER (isIRI(?subject) && !STRSTARTS(STR(?subject), CONCAT(STR(?thing), "#")))
            }
            """;
    private static final String CODES = """
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX link: <https://w3id.org/pleiade/link#>
            SELECT DISTINCT ?code ?scheme {
              { GRAPH ?g { ?s skos:notation ?code ; skos:inScheme|dct:conformsTo ?scheme } }
              UNION { GRAPH ?v { ?scheme link:key ?p } GRAPH ?g { ?s ?p ?code } }
            } ORDER BY ?scheme ?code
            """;

    @Test
    void aCodeIsBorneByTheSameThings() {
        Release release = ServedSample.sample().release();
        Served served = Served.open(release);
        try (Store store = Store.open(release.tdb2())) {
            List<Map<String, Term>> codes = store.select(CODES, Map.of());
            int step = Math.max(codes.size() / 60, 1);
            int found = 0;
            for (int i = 0; i < codes.size(); i += step) {
                Term code = codes.get(i).getOrDefault("code", Term.Literal.of(""));
                String scheme =
                        codes.get(i).getOrDefault("scheme", Term.Literal.of("")).text();
                String name = scheme.substring(scheme.lastIndexOf('/') + 1);
                Map<String, Term> bindings =
                        Map.of("code", Term.Literal.of(code.text()), "name", Term.Literal.of(name));
                List<Term> expected = store.select(BEARER, bindings).stream()
                        .flatMap(row -> row.values().stream())
                        .toList();
                assertThat(new Bearers(served, name).of(code.text()))
                        .as("%s of %s", code.text(), name)
                        .isEqualTo(expected);
                found += expected.size();
            }
            assertThat(found).isGreaterThan(20);
        }
    }

    @Test
    void theSameThingsPointToAThing() {
        Release release = ServedSample.sample().release();
        Served served = Served.open(release);
        try (Store store = Store.open(release.tdb2())) {
            List<String> things = release.examples().linked().values().stream()
                    .flatMap(List::stream)
                    .limit(24)
                    .toList();
            assertThat(things).hasSizeGreaterThan(10);
            for (String thing : things) {
                Term.Iri iri = new Term.Iri(thing);
                Map<String, TreeSet<String>> expected = store.select(POINTING, Map.of("thing", iri)).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getOrDefault("property", iri).text(),
                                Collectors.mapping(
                                        row -> row.getOrDefault("subject", iri).text(),
                                        Collectors.toCollection(TreeSet::new))));
                assertThat(served.inverse().counts(iri).stream()
                                .collect(Collectors.toMap(Inverse.Count::property, Inverse.Count::count)))
                        .as(thing)
                        .isEqualTo(expected.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e ->
                                (long) e.getValue().size())));
                expected.forEach(
                        (property, subjects) -> assertThat(served.inverse().page(iri, property, 1))
                                .as("%s %s", thing, property)
                                .hasSize(Math.min(subjects.size(), Inverse.PER_PAGE))
                                .isSubsetOf(subjects));
            }
        }
    }
}
