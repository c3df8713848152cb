package fr.pleiade.sparql;

/** What an endpoint of the service is for. */
enum SparqlEndpoint {
    /** SPARQL 1.1 Protocol, queries only. */
    QUERY,
    /** SPARQL 1.1 Graph Store HTTP Protocol, reading only. */
    GRAPH_STORE
}
