package fr.pleiade.web.sparql;

import static fr.pleiade.rdf.Vocabulary.PAGE;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SHACL;
import static fr.pleiade.rdf.Vocabulary.TYPE;

import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Labels;
import fr.pleiade.rdf.Term;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An example query as the release's catalogue has it, and as SPARQL sees it.
 *
 * @param name what its IRI ends in
 * @param title what it asks, in each language
 * @param query the query, complete
 * @param sentence what its first row says, in each language, with the query's variables in braces; empty if nothing by itself
 * @param see the IRI to which the sentence leads, or {@code ""}
 */
record PublishedExample(String name, Labels title, String query, Labels sentence, String see) {
    private static final String FRAGMENT = "#example-";
    private static final List<String> TEXTS = List.of(
            SHACL + "select",
            SHACL + "ask",
            SHACL + "construct",
            "https://purl.expasy.org/sparql-examples/ontology#describe");

    /** {@return the examples in the order of their names} */
    static List<PublishedExample> in(InMemoryGraph catalog) {
        return catalog.subjects(TYPE.value(), new Term.Iri(SHACL + "SPARQLExecutable"))
                .filter(example -> example.text().contains(FRAGMENT))
                .flatMap(example -> read(catalog, example))
                .sorted(Comparator.comparing(PublishedExample::name))
                .toList();
    }

    private static Stream<PublishedExample> read(InMemoryGraph catalog, Term example) {
        String iri = example.text();
        return TEXTS.stream()
                .flatMap(property -> catalog.objects(example, property).stream())
                .limit(1)
                .map(query -> new PublishedExample(
                        iri.substring(iri.indexOf(FRAGMENT) + FRAGMENT.length()),
                        Labels.of(catalog.objects(example, RDFS + "comment")),
                        query.text(),
                        Labels.of(catalog.objects(example, PAGE + "summary")),
                        catalog.object(example, RDFS + "seeAlso")
                                .map(Term::text)
                                .orElse("")));
    }
}
