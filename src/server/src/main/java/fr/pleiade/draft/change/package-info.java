/**
 * What became of a dataset's things between two of its files, as far as the files tell; the rest is for people to decide.
 *
 * <p>Start at {@link fr.pleiade.draft.change.VintageChanges}. May import {@code identifiers}, {@code mapping}, {@code mapping.engine}, {@code quads},
 * {@code rdf} and {@code sources}.
 */
@NullMarked
package fr.pleiade.draft.change;

import org.jspecify.annotations.NullMarked;
