"""Asks a SPARQL endpoint through rdflib's store in each result format and by each method; prints what came back."""
import sys
from rdflib import Graph
from rdflib.plugins.stores.sparqlstore import SPARQLStore

QUERIES = {
    "SELECT": "SELECT ?s WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 3",
    "CONSTRUCT": "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o . FILTER(isIRI(?s) && isIRI(?o)) } ORDER BY ?s ?p ?o LIMIT 3",
    "ASK": "ASK { ?s ?p ?o }",
}
for form in ("json", "xml", "csv", "tsv"):
    for method in ("GET", "POST", "POST_FORM"):
        for kind, query in QUERIES.items():
            try:
                store = SPARQLStore(sys.argv[1], returnFormat=form, method=method)
                result = Graph(store).query(query)
                if kind == "ASK" and result.type == "ASK":
                    said = result.askAnswer
                elif kind == "ASK":  # CSV and TSV have no form for it: a table of one cell
                    said = [str(value) for row in result for value in row] == ["true"]
                else:
                    said = len(list(result))
                print(form, method, kind, said, sep="\t")
            except Exception as error:  # whatever goes wrong is what the test is to show
                print(form, method, kind, type(error).__name__ + ": " + str(error).splitlines()[0], sep="\t")
