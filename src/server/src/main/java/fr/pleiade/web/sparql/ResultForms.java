package fr.pleiade.web.sparql;

import fr.pleiade.sparql.SparqlQuery;
import fr.pleiade.syntax.Syntax;
import fr.pleiade.web.http.Variant;
import java.util.List;
import java.util.Set;

/**
 * The forms in which answers can be had: results of SELECT and ASK, and graphs of CONSTRUCT and DESCRIBE.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-results-json/">SPARQL 1.1 Query Results JSON Format</a>
 */
final class ResultForms {
    private static final String RESULTS = "application/sparql-results+";

    static final List<Variant> TABLES = List.of(
            new Variant(RESULTS + "json", "json", "JSON", Set.of("application/json")),
            new Variant(RESULTS + "xml", "xml", "XML", Set.of("application/xml", "text/xml")),
            new Variant("text/csv", "csv", "CSV", Set.of("text/plain")),
            new Variant("text/tab-separated-values", "tsv", "TSV", Set.of()));

    private ResultForms() {}

    static List<Variant> of(SparqlQuery query) {
        return query.form().isGraph() ? Variant.RDF : TABLES;
    }

    /** {@return what a program reads that asks for graphs by the names of tables, or the other way round: the oldest form of each} */
    static Variant ofWhoNamesOnlyTheOther(SparqlQuery query) {
        return query.form().isGraph() ? Variant.of(Syntax.RDF_XML) : TABLES.get(0);
    }

    /** {@return the forms that answers to the other kind of query have} */
    static List<Variant> ofTheOther(SparqlQuery query) {
        return query.form().isGraph() ? TABLES : Variant.RDF;
    }
}
