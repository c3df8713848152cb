/**
 * Reads the column sheet, CSVW metadata in YAML with short forms for people, each thing that it says with the line where it does.
 *
 * <p>Start at {@link fr.pleiade.mapping.sheet.Sheet}. May import {@code identifiers}, {@code rdf}, {@code mapping.bytes},
 * {@code mapping.datatype}, {@code mapping.json}, {@code mapping.model}, {@code mapping.table}, {@code mapping.translation},
 * {@code mapping.yaml}, {@code sources.json} and {@code telephone}.
 *
 * @see <a href="https://www.w3.org/TR/tabular-metadata/">Metadata Vocabulary for Tabular Data</a>
 */
@NullMarked
package fr.pleiade.mapping.sheet;

import org.jspecify.annotations.NullMarked;
