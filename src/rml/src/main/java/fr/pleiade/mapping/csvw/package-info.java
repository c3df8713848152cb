/**
 * Tables described by CSVW metadata become the RDF that the W3C says they are, in standard and in minimal mode.
 *
 * <p>Start at {@link fr.pleiade.mapping.csvw.Csvw}. May import {@code rdf}, {@code sources}, {@code mapping.bytes},
 * {@code mapping.datatype}, {@code mapping.json} and {@code mapping.model}.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 * @see <a href="https://www.w3.org/TR/csv2rdf/">Generating RDF from Tabular Data on the Web</a>
 */
@NullMarked
package fr.pleiade.mapping.csvw;

import org.jspecify.annotations.NullMarked;
