/**
 * CSV files, and records in JSON on lines, as rows: bytes in any declared encoding and dialect become UTF-8 cells, each with its file and line.
 *
 * <p>Start at {@link fr.pleiade.sources.CsvFile}, {@link fr.pleiade.sources.Row} and {@link fr.pleiade.sources.Dialect}.
 * May import {@code quads} and {@code sources.json}; the only package that knows Commons CSV.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://www.w3.org/TR/tabular-data-model/#parsing">Model for Tabular Data, section 8: parsing</a>
 */
@NullMarked
package fr.pleiade.sources;

import org.jspecify.annotations.NullMarked;
