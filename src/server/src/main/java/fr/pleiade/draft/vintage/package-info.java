/**
 * Another vintage of a dataset's file: which of its columns are which of the dataset's, and the column sheet that reads both.
 *
 * <p>Start at {@link fr.pleiade.draft.vintage.Vintage}. Nothing is written before it was shown. May import {@code draft},
 * {@code draft.folder}, {@code findings}, {@code mapping.bytes}, {@code mapping.model}, {@code mapping.sheet}, {@code mapping.translation}, {@code mapping.yaml}, {@code quads},
 * {@code quality.csv}, {@code site} and {@code sources}.
 */
@NullMarked
package fr.pleiade.draft.vintage;

import org.jspecify.annotations.NullMarked;
