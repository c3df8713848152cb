/**
 * The triple store: a TDB2 index over a release's N-Quads, and the SPARQL service that answers from it.
 *
 * <p>Start at {@link fr.pleiade.store.Store} for the index and at {@link fr.pleiade.store.SparqlService} for HTTP. The service is
 * described by the Fuseki assembler in {@code fuseki-config/}, the same file that a stand-alone Fuseki reads. May import
 * {@code findings} and {@code syntax}; the only package that knows Jena.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>
 */
@NullMarked
package fr.pleiade.store;

import org.jspecify.annotations.NullMarked;
