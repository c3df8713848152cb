/**
 * Finds out how a table's published triples can be said in CSV on the Web, and holds what it says against the published graph.
 *
 * <p>Start at {@link fr.pleiade.publication.table.TableDescriber}, then {@link fr.pleiade.publication.table.Candidates}. May import {@code rdf},
 * {@code quads}, {@code sources}, {@code mapping.bytes}, {@code mapping.datatype}, {@code mapping.model} and {@code release.table}.
 *
 * @see <a href="https://www.w3.org/TR/csv2rdf/">Generating RDF from Tabular Data on the Web</a>
 */
@NullMarked
package fr.pleiade.publication.table;

import org.jspecify.annotations.NullMarked;
