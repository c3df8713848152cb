package fr.pleiade.publication.catalog;

import static fr.pleiade.rdf.Vocabulary.PAGE;
import static fr.pleiade.rdf.Vocabulary.RDFS;
import static fr.pleiade.rdf.Vocabulary.SHACL;

import fr.pleiade.rdf.Description;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.rdf.Term;
import fr.pleiade.release.PublicationException;
import fr.pleiade.site.ExampleQuery;
import fr.pleiade.site.Site;
import fr.pleiade.sparql.SparqlQuery;
import fr.pleiade.sparql.SparqlRefusal;

/**
 * Says a site's example queries and its prefixes the way that SPARQL editors look for them, as fragments of the endpoint's address.
 *
 * <pre>{@code
 * <sparql#example-02-per-kind> a sh:SPARQLExecutable , sh:SPARQLSelectExecutable ; rdfs:comment "How many of each kind"@en ;
 *     sh:select "BASE <https://data.example.org/> SELECT …" ; sh:prefixes <sparql#prefixes> ; schema:target <sparql> .
 * }</pre>
 *
 * @see <a href="https://www.w3.org/TR/shacl/#sparql-prefixes">SHACL, section 5.2.1</a>
 * @see <a href="https://github.com/sib-swiss/sparql-examples">SIB's SPARQL examples</a>
 */
public final class ExampleQueries {
    /** With https, as that convention writes it and its tools look for it; all else here is of http://schema.org/. */
    private static final String TARGET = "https://schema.org/target";

    /** SHACL has no word for a query that describes; these are SIB's. */
    private static final String SPEX = "https://purl.expasy.org/sparql-examples/ontology#";

    private final Site site;
    private final String endpoint;

    public ExampleQueries(Site site) {
        this.site = site;
        this.endpoint = site.base() + "sparql";
    }

    /**
     * Adds all of them to a graph.
     *
     * @throws PublicationException if one is not a query that the endpoint would answer
     */
    public void addTo(InMemoryGraph graph) {
        Description prefixes = Description.of(graph, endpoint + "#prefixes");
        site.prefixes().namespaces().forEach((prefix, namespace) -> {
            Description declaration = prefixes.about(endpoint + "#prefix-" + prefix);
            prefixes.link(SHACL + "declare", declaration.subject().text());
            declaration
                    .a(SHACL + "PrefixDeclaration")
                    .text(SHACL + "prefix", prefix)
                    .typed(SHACL + "namespace", namespace, "anyURI");
        });
        for (ExampleQuery example : site.examples()) {
            say(example, prefixes.about(endpoint + "#example-" + example.name()), prefixes.subject());
        }
    }

    private void say(ExampleQuery example, Description described, Term prefixes) {
        described
                .a(SHACL + "SPARQLExecutable")
                .say(SHACL + "prefixes", prefixes)
                .link(TARGET, endpoint);
        example.title()
                .byLanguage()
                .forEach(
                        (language, title) -> described.say(RDFS + "comment", Term.Literal.inLanguage(title, language)));
        example.sentence()
                .byLanguage()
                .forEach((language, sentence) ->
                        described.say(PAGE + "summary", Term.Literal.inLanguage(sentence, language)));
        if (!example.see().isEmpty()) {
            described.link(RDFS + "seeAlso", site.base() + example.see());
        }
        SparqlQuery.Form form = form(example);
        if (!example.sentence().isEmpty() && form != SparqlQuery.Form.SELECT) {
            throw PublicationException.input(
                    file(example),
                    "it has a sentence, and is no SELECT query",
                    "make it one, or take the sentence away");
        }
        switch (form) {
            case SELECT -> described.a(SHACL + "SPARQLSelectExecutable").text(SHACL + "select", example.query());
            case ASK -> described.a(SHACL + "SPARQLAskExecutable").text(SHACL + "ask", example.query());
            case CONSTRUCT ->
                described.a(SHACL + "SPARQLConstructExecutable").text(SHACL + "construct", example.query());
            case DESCRIBE -> described.a(SPEX + "SPARQLDescribeExecutable").text(SPEX + "describe", example.query());
        }
    }

    private static SparqlQuery.Form form(ExampleQuery example) {
        try {
            return SparqlQuery.parse(example.query()).form();
        } catch (SparqlRefusal e) {
            throw PublicationException.input(
                            file(example),
                            e.problem().en(),
                            "correct it; lines are counted from the site's BASE, and without the titles")
                    .causedBy(e);
        }
    }

    private static String file(ExampleQuery example) {
        return "ontology/examples/" + example.name() + ".rq";
    }
}
