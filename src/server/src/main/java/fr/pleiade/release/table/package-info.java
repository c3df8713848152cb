/**
 * What a release knows of a table beside its rows: which triples each column gives.
 *
 * <p>Start at {@link fr.pleiade.release.table.TableSchema}. May import {@code findings} and {@code rdf}.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
@NullMarked
package fr.pleiade.release.table;

import org.jspecify.annotations.NullMarked;
