/**
 * The SPARQL service over HTTP: protocol, admission, federation and Fuseki's writers, from whatever store it is given; it knows no
 * release.
 *
 * <p>Start at {@link fr.pleiade.sparql.SparqlService} and {@link fr.pleiade.sparql.SparqlQuery}. The service is described by
 * the Fuseki assembler in {@code fuseki-config/}, the same file that a stand-alone Fuseki reads. May import
 * {@code findings}, {@code sources.fetch}, {@code store}, {@code store.count}, {@code sparql.execution},
 * {@code sparql.function}, {@code sparql.geo}, {@code sparql.plan} and {@code sparql.result}.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-protocol/">SPARQL 1.1 Protocol</a>
 * @see <a href="https://www.w3.org/TR/sparql11-http-rdf-update/">SPARQL 1.1 Graph Store HTTP Protocol</a>
 */
@NullMarked
package fr.pleiade.sparql;

import org.jspecify.annotations.NullMarked;
