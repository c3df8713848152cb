/**
 * The folder of a new dataset, written from what its file seems to hold.
 *
 * <p>Start at {@link fr.pleiade.draft.folder.DatasetFolder}, which takes a {@link fr.pleiade.draft.folder.NewDataset}. Nothing is ever
 * written over. May import {@code draft}, {@code draft.sample}, {@code findings}, {@code identifiers}, {@code mapping.model},
 * {@code mapping.sheet}, {@code quality.csv}, {@code rdf}, {@code site} and {@code sources}.
 */
@NullMarked
package fr.pleiade.draft.folder;

import org.jspecify.annotations.NullMarked;
