package fr.pleiade.store;

/**
 * One endpoint of the service.
 *
 * @param name its name within Fuseki's service, such as {@code sparql}
 */
record SparqlEndpoint(String name, Kind kind) {
    enum Kind {
        /** SPARQL 1.1 Protocol, queries only. */
        QUERY,
        /** SPARQL 1.1 Graph Store HTTP Protocol, reading only. */
        GRAPH_STORE
    }
}
